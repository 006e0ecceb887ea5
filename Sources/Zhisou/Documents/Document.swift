/// A stored document, as its record gave it.
public struct Document: Equatable, Sendable {
  /// A part of a document's text.
  public struct Section: Equatable, Sendable {
    /// `abstract`, `claims`, `description`, `body`, or the heading that the record had.
    public let name: String
    /// The text as it was read.
    public let text: String
  }

  /// A value that has no place of its own.
  public struct Field: Equatable, Sendable {
    /// The name of the column or element.
    public let name: String
    /// The value as it was read.
    public let value: String
  }

  /// The source's own identifier, or source and ordinal where it has none.
  public let id: String
  /// What the document is.
  public let kind: DocumentKind
  /// The title; empty when the record has none.
  public internal(set) var title = ""
  /// The parts of the text, in the order of the record.
  public internal(set) var sections: [Section] = []
  /// Names of people: inventors, authors, teachers, the craftsman.
  public internal(set) var people: [String] = []
  /// Firms, schools, applicants.
  public internal(set) var organisations: [String] = []
  /// Classification codes: IPC, trades.
  public internal(set) var codes: [String] = []
  /// Keywords.
  public internal(set) var keywords: [String] = []
  /// yyyymmdd, unknown parts 00; 0 for none.
  public let date: UInt32
  /// Provinces, cities.
  public internal(set) var regions: [String] = []
  /// Everything else, in the order of the record.
  public internal(set) var fields: [Field] = []
  /// Where it came from: the path of the file and the number of the record in it.
  public let source: String

  init(id: String, kind: DocumentKind, date: UInt32, source: String) {
    self.id = id
    self.kind = kind
    self.date = date
    self.source = source
  }

  /// The date as `2022-10-21`, `2022-10` or `2022`; empty for none.
  public var dateText: String {
    guard date > 0 else { return "" }
    func padded(_ value: UInt32) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let (month, day) = (date / 100 % 100, date % 100)
    guard month > 0 else { return String(date / 10000) }
    let text = "\(date / 10000)-\(padded(month))"
    return day > 0 ? "\(text)-\(padded(day))" : text
  }
}
