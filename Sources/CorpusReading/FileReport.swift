/// What became of one file.
package struct FileReport: Sendable {
  /// How a file was read.
  package enum Outcome: String, Sendable {
    /// All of it; problems, if any, lost nothing.
    case read
    /// Some of it: a record, a line or the rest of the file is lost, and named in the problems.
    case damaged
    /// None of it, since nothing here reads what it is.
    case unsupported
    /// None of it, since the system would not give it.
    case failed
  }

  /// One thing that is wrong.
  package struct Problem: Equatable, Sendable {
    /// Where, as far as is known: `line 17`, `record 12, line 300`; empty for the file as a whole.
    package let place: String
    /// What, in words for the file's owner.
    package let reason: String

    package init(place: String, reason: String) {
      self.place = place
      self.reason = reason
    }
  }

  /// The path to show, as in `CorpusFile.name`.
  package let path: String
  /// The format and its containers from the inside out: `jsonl`, `cnipa.gz`, `empty`, `zip`.
  package var format = ""
  /// The encoding of the text, in a container of the last one: `utf-8`, `utf-16le`, `gb18030`,
  /// `big5`; empty where no text was read.
  package var encoding = ""
  package var outcome = Outcome.read
  /// Records that were delivered.
  package var records = 0
  /// The first problems, word for word.
  package var problems: [Problem] = []
  /// How many problems there were in all.
  package var problemCount = 0
  /// Telephone and identity-card values that were left out.
  package var droppedPrivate = 0
  /// Bytes of the file itself.
  package var bytesRead = 0
  /// Bytes of text after unpacking.
  package var textBytes = 0

  package init(path: String) {
    self.path = path
  }
}
