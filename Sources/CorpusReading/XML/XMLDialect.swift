/// One vocabulary of XML that holds records, chosen by a document's root element.
///
/// A dialect is a table of paths and what to do at each. Its places are numbers of its own; text is
/// collected in the builder's record, and a dialect turns what it wants of it into values.
protocol XMLDialect: AnyObject, SendableMetatype {
  /// The name in reports.
  static var name: String { get }
  /// The local names of root elements.
  static var roots: [String] { get }
  /// The places below the root.
  static var paths: XMLPathTree { get }
  /// The kind of its records, nil to go by folder and fields.
  static var kind: RecordKind? { get }

  init()

  /// An element at a place begins; returns whether what is inside is wanted.
  func begin(_ place: UInt8, _ attributes: XMLAttributes, _ builder: inout RecordBuilder) -> Bool

  /// An element at a place ends; its text, if collected, stands from `start` to the bytes' end.
  ///
  /// White space is as in the document; `WrappedText` joins it.
  func end(_ place: UInt8, textFrom start: Int, _ builder: inout RecordBuilder)
}
