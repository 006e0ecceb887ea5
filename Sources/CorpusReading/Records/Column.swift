/// What a column of a table, or a key of an object, means for a record.
enum Column: Equatable, Sendable {
  /// A value of a field as it stands. Ids, dates and kinds have cases of their own below.
  case field(Record.Field)
  /// A part of the text that keeps its column's name as its heading.
  case section
  /// A name that may be a person's: the person of a record, and its title if it has no other.
  case personalName
  /// An id; of several, the one of the highest rank is the record's.
  case identifier(IdentifierRank)
  /// A date; of several, the one of the highest rank is the record's.
  case date(DateRank)
  /// The kind of the record: an unknown word makes it `.other` and is kept.
  case kind
  /// Possibly the kind: an unknown word says nothing and is kept.
  case type
  /// A telephone or identity-card number: left out.
  case personal
  /// Kept under its own name.
  case other

  enum IdentifierRank: UInt8, Comparable, Sendable {
    case application, local, publication

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  enum DateRank: UInt8, Comparable, Sendable {
    case application, grant, publication

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// Whether its values may keep the column's name.
  var keepsName: Bool {
    switch self {
    case .field, .personalName: false
    case .section, .identifier, .date, .kind, .type, .personal, .other: true
    }
  }

  /// Whether a second value under the same name replaces the first.
  var isSingleValued: Bool {
    switch self {
    case .field(let field):
      switch field {
      case .title, .region, .level, .duration: true
      default: false
      }
    case .identifier, .date, .kind, .type: true
    case .section, .personalName, .personal, .other: false
    }
  }
}
