/// Why a part of a package cannot be read, or not further.
struct PartFailure: Error, Equatable {
  /// The part, and the line in it when that is known: `word/document.xml, line 2`.
  let place: String
  let reason: String

  init(part: String, line: Int? = nil, reason: String) {
    let name = CorpusFile.shown(part.utf8)
    place = line.map { "\(name), line \($0)" } ?? name
    self.reason = reason
  }
}
