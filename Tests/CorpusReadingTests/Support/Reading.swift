import CorpusReading

/// A record as plain values, to compare and to print.
struct ReadRecord: Equatable, CustomStringConvertible {
  struct Value: Equatable {
    let field: Record.Field
    let name: String
    let text: String
  }

  let kind: RecordKind
  let date: UInt32
  let identity: Record.Identity
  let ordinal: Int
  let entry: String
  let isDeletion: Bool
  let values: [Value]

  init(_ record: Record) {
    kind = record.kind
    date = record.date
    identity = record.identity
    ordinal = record.ordinal
    entry = record.entry
    isDeletion = record.isDeletion
    values = record.values.map {
      Value(field: $0.field, name: record.name(of: $0), text: record.text(of: $0))
    }
  }

  func texts(_ field: Record.Field) -> [String] {
    values.filter { $0.field == field }.map(\.text)
  }

  /// The values of `.other` columns of that name.
  func others(_ name: String) -> [String] {
    values.filter { $0.field == .other && $0.name == name }.map(\.text)
  }

  /// The names and texts of the values of `.body`.
  var sections: [String] {
    values.filter { $0.field == .body }.map { "\($0.name): \($0.text)" }
  }

  var description: String {
    "\(kind.name) \(date) \(values.map { "\($0.field)[\($0.name)]=\($0.text)" })"
  }
}

/// Reads bytes as a file and gives all that came of it.
func read(
  bytes: [UInt8], name: String = "a", kind: RecordKind? = nil,
  limits: ReadingLimits = ReadingLimits()
) -> (records: [ReadRecord], report: FileReport) {
  var records: [ReadRecord] = []
  let report = CorpusReader(limits: limits).read(bytes: bytes, name: name, kind: kind) {
    records.append(ReadRecord($0))
  }
  return (records, report)
}

func read(
  _ text: String, name: String = "a", kind: RecordKind? = nil,
  limits: ReadingLimits = ReadingLimits()
) -> (records: [ReadRecord], report: FileReport) {
  read(bytes: Array(text.utf8), name: name, kind: kind, limits: limits)
}

extension FileReport {
  /// The problems as `place: reason`.
  var lines: [String] { problems.map { "\($0.place): \($0.reason)" } }
}
