internal import Synchronization

/// The columns of an export: standard ones, and documents' own fields and sections by their names.
final class ResultColumns: Sendable {
  /// The names in their order.
  let names: [String]
  private let index: SearchIndex
  /// Names that are no standard column and that no document had so far.
  private let unseen: Mutex<Set<String>>

  /// All standard columns.
  init(_ index: SearchIndex) {
    self.index = index
    names = StandardColumn.allCases.map(\.rawValue)
    unseen = Mutex([])
  }

  /// The columns with these names.
  ///
  /// - Throws: `.invalidArgument` when there is none, or one is empty or given twice.
  init(_ index: SearchIndex, names: [String]) throws(ZhisouError) {
    guard !names.isEmpty, !names.contains(""), Set(names).count == names.count else {
      throw ZhisouError(
        code: .invalidArgument,
        reason: "fields must be one name or more, none of them empty or given twice",
        advice: "give a list such as id,title,people")
    }
    self.index = index
    self.names = names
    unseen = Mutex(Set(names.filter { StandardColumn(rawValue: $0) == nil }))
  }

  /// The values of a hit, one for each column; a field that the document does not have is null.
  func values(
    of hit: Hit, topic: Exporter.Topic, query: Query
  ) throws(ZhisouError) -> [JSONText.Value] {
    let document = try index.document(at: hit.address)
    return names.map { name in
      switch StandardColumn(rawValue: name) {
      case .qid: .string(topic.id)
      case .rank: .integer(hit.rank)
      case .id: .string(document.id)
      case .kind: .string(document.kind.name)
      case .score: .score(hit.score)
      case .title: .string(document.title)
      case .date: document.date > 0 ? .string(document.dateText) : .null
      case .people: Self.list(document.people)
      case .organisations: Self.list(document.organisations)
      case .codes: Self.list(document.codes)
      case .regions: Self.list(document.regions)
      case .keywords: Self.list(document.keywords)
      case .snippet: .string(index.snippet(of: document, for: query).text)
      case .source: .string(document.source)
      case nil: ownValue(of: document, name)
      }
    }
  }

  private static func list(_ values: [String]) -> JSONText.Value {
    .array(values.map { .string($0) })
  }

  private func ownValue(of document: Document, _ name: String) -> JSONText.Value {
    let values = document.ownValues(named: name)
    guard let first = values.first else { return .null }
    _ = unseen.withLock { $0.remove(name) }
    return values.count == 1 ? .string(first) : Self.list(values)
  }

  /// Whether there are names that neither is a standard column nor any exported document had.
  var hasUnseen: Bool { unseen.withLock { !$0.isEmpty } }

  /// Refuses names that neither the exported documents nor any other of the index has.
  ///
  /// - Throws: `.invalidArgument` with the names that are nearest.
  /// - Complexity: O(stored text) when a name was not met among the exported documents.
  func check() throws(ZhisouError) {
    let unseen = unseen.withLock { $0 }
    guard !unseen.isEmpty else { return }
    let own = try index.fieldNames()
    guard let unknown = names.first(where: { unseen.contains($0) && !own.contains($0) }) else {
      return
    }
    let standard = StandardColumn.allCases.map(\.rawValue)
    let nearest = NearestNames.nearest(to: unknown, among: standard + own.sorted())
    throw ZhisouError(
      code: .invalidArgument, reason: "no document has a field \(JSONText.quoted(unknown))",
      advice: nearest.isEmpty
        ? "the columns of every result are \(list: standard)"
        : "did you mean \(anyOf: nearest)?")
  }
}

extension Document {
  /// The values of the fields and sections with a name.
  fileprivate func ownValues(named name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
      + sections.filter { $0.name == name }.map(\.text)
  }
}

extension JSONText.Value {
  /// The value as a delimited format has it: the members of a list joined, nothing for null.
  var delimitedText: String {
    switch self {
    case .string(let text): text
    case .array(let values): values.map(\.delimitedText).joined(separator: "；")
    case .null: ""
    default: JSONText.line(self)
    }
  }
}
