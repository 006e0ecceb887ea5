/// A kind of file that holds records.
///
/// A format is one file of code and one line in `FormatRegistry`.
protocol RecordFormat: SendableMetatype {
  /// The name in reports: `jsonl`.
  static var name: String { get }

  /// Whether a file that begins so is of this format.
  static func recognises(_ opening: Opening) -> Bool

  /// A parser that delivers to `sink`.
  static func parser(for sink: RecordSink, limits: ReadingLimits) -> any RecordParser
}

/// Takes clean text a chunk at a time and delivers the records in it.
///
/// A parser never throws: what it cannot read it reports to its sink, and goes on behind it.
protocol RecordParser: AnyObject {
  /// Takes the next chunk: valid UTF-8, cut between characters.
  func feed(_ text: Span<UInt8>)
  /// Takes the end of the text.
  func finish()
}
