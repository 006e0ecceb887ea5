import Zhisou

/// Writes records one after another into a buffer.
///
/// A record depends on the model, its kind and its number alone.
final class RecordWriter {
  let model: CorpusModel
  /// What was written.
  let text: TextBuffer
  let passages = Passages()

  init(model: CorpusModel, capacity: Int) {
    self.model = model
    text = TextBuffer(capacity: capacity)
  }

  /// Appends a record as a line of JSON.
  func appendLine(_ kind: DocumentKind, _ ordinal: Int) {
    var draft = Draft(kind, ordinal, of: model)
    switch kind {
    case .patent: appendPatentLine(&draft)
    case .course: appendCourse(&draft)
    case .innovation: appendInnovation(&draft)
    case .knowledge: appendKnowledge(&draft)
    case .craftsman: appendCraftsman(&draft)
    case .other: preconditionFailure("corpora have no records of the kind \(kind.name)")
    }
    text.append("\"}\n")
  }

  /// Begins a line: its number and kind, and the next value, which is left open.
  func beginLine(
    _ name: String, _ prefix: String, _ draft: Draft, _ kind: DocumentKind, then next: String
  ) {
    text.append("{\"")
    text.append(name)
    text.append("\":\"")
    text.append(prefix)
    text.append(draft.ordinal + 1, digits: 7)
    text.append("\",\"kind\":\"")
    text.append(kind.name)
    beginValue(next)
  }

  /// Ends a value and begins the one of the next name.
  func beginValue(_ name: String) {
    text.append("\",\"")
    text.append(name)
    text.append("\":\"")
  }
}
