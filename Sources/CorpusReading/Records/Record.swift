/// One course, patent, result, knowledge entry or person, as its file says it.
///
/// All text is UTF-8 in one buffer; a value is a range of it. A record is filled again and again:
/// `removeAll` keeps the storage, so that reading a million records allocates a few times.
package struct Record: Sendable {
  /// What a value is.
  package enum Field: UInt8, CaseIterable, Sendable {
    // The numbers are stored with documents: new fields take new ones.
    case id = 0
    case title = 1
    case abstract = 2
    case claims = 3
    case description = 4
    case body = 5
    case keyword = 6
    case person = 7
    case organisation = 8
    case code = 9
    case date = 10
    case region = 11
    case level = 12
    case prerequisite = 13
    case duration = 14
    case other = 15
  }

  /// One value: two ranges into the record's bytes.
  package struct Value: Sendable {
    package let field: Field
    /// The column's own name for `.other`, the heading of a section; else empty.
    package let name: Range<Int>
    package let text: Range<Int>

    package init(field: Field, name: Range<Int> = 0..<0, text: Range<Int>) {
      self.field = field
      self.name = name
      self.text = text
    }
  }

  /// How far an id reaches.
  package enum Identity: UInt8, Sendable {
    /// Unique in the whole index: publication numbers, OAI identifiers, DOIs.
    case unique
    /// Unique in the file it came from, or in its entry of a container.
    case withinFile
  }

  /// The text of all values, and between them bytes that are no one's.
  package var bytes: [UInt8] = []
  /// The values in the order of the source.
  package var values: [Value] = []
  package var kind = RecordKind.other
  /// The date as decimal `yyyymmdd`; parts unknown are 00 (20230500), no date is 0.
  package var date: UInt32 = 0
  package var identity = Identity.withinFile
  /// The number of the record in its file, from 1, across containers.
  package var ordinal = 0
  /// The entry of a container that it stands in: `内.zip/表.csv`; empty for none.
  ///
  /// An id that is not unique in the whole index is unique in its entry.
  package var entry = ""
  /// Whether this is no record but the notice that the one with its id is withdrawn (OAI-PMH).
  package var isDeletion = false

  package init() {}

  /// Empties the record and keeps its storage.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    kind = .other
    date = 0
    identity = .withinFile
    ordinal = 0
    entry = ""
    isDeletion = false
  }

  /// Calls `body` with the bytes of a value's text.
  package func withText<R>(
    of value: Value, _ body: (UnsafeBufferPointer<UInt8>) throws -> R
  ) rethrows -> R {
    try unsafe bytes.withUnsafeBufferPointer { all in
      try unsafe body(UnsafeBufferPointer(rebasing: all[value.text]))
    }
  }

  /// A value's text as a string: for messages and tests, not for reading at speed.
  package func text(of value: Value) -> String {
    String(decoding: bytes[value.text], as: UTF8.self)
  }

  /// A value's name as a string: for messages and tests, not for reading at speed.
  package func name(of value: Value) -> String {
    String(decoding: bytes[value.name], as: UTF8.self)
  }

  /// The texts of all values of a field, in order: for messages and tests.
  package func texts(of field: Field) -> [String] {
    values.filter { $0.field == field }.map { text(of: $0) }
  }

  /// Adds a value whose text is given as a string.
  package mutating func append(_ field: Field, name: String = "", _ text: String) {
    let nameStart = bytes.count
    bytes.append(contentsOf: name.utf8)
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    values.append(Value(field: field, name: nameStart..<start, text: start..<bytes.count))
  }
}
