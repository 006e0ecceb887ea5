/// A kind of document that is an archive of parts: Word, Excel.
///
/// A format is one file of code and one line in `FormatRegistry`.
protocol PackageFormat: SendableMetatype {
  /// The name in reports: `docx`.
  static var name: String { get }

  /// Whether a package is of this format.
  static func recognises(_ package: Package) -> Bool

  /// Delivers the records of a package.
  ///
  /// A format never throws: what it cannot read it reports to the sink, and goes on behind it.
  static func read(_ package: Package, into sink: RecordSink, limits: ReadingLimits)
}
