internal import CorpusReading

/// Records on their way from the thread that reads them to the one that inverts them.
///
/// The bytes of all lie one behind the other, so that a batch is a few allocations, however many
/// records it has.
struct RecordBatch: Sendable {
  /// A batch is full with so many bytes.
  static let fullSize = 1 << 20

  private struct Entry: Sendable {
    let bytes: Range<Int>
    let values: Range<Int>
    let kind: RecordKind
    let date: UInt32
    let identity: Record.Identity
    let ordinal: Int
    let isDeletion: Bool
    let source: SourceName
  }

  private var bytes: [UInt8] = []
  private var values: [Record.Value] = []
  private var entries: [Entry] = []

  /// Bytes of memory.
  var size: Int {
    bytes.count + values.count * MemoryLayout<Record.Value>.stride
      + entries.count * MemoryLayout<Entry>.stride
  }

  var isEmpty: Bool { entries.isEmpty }

  /// Takes a copy of a record.
  mutating func append(_ record: borrowing Record, from source: SourceName) {
    if entries.isEmpty { bytes.reserveCapacity(Self.fullSize) }
    let bytesStart = bytes.count
    let valuesStart = values.count
    bytes.append(contentsOf: record.bytes)
    values.append(contentsOf: record.values)
    entries.append(
      Entry(
        bytes: bytesStart..<bytes.count, values: valuesStart..<values.count, kind: record.kind,
        date: record.date, identity: record.identity, ordinal: record.ordinal,
        isDeletion: record.isDeletion, source: source))
  }

  /// Calls `body` with every record, filled into `record` one after the other, and its source.
  func forEach(
    in record: inout Record, _ body: (borrowing Record, SourceName) throws(ZhisouError) -> Void
  ) throws(ZhisouError) {
    for entry in entries {
      record.removeAll()
      record.bytes.append(contentsOf: bytes[entry.bytes])
      record.values.append(contentsOf: values[entry.values])
      record.kind = entry.kind
      record.date = entry.date
      record.identity = entry.identity
      record.ordinal = entry.ordinal
      record.isDeletion = entry.isDeletion
      try body(record, entry.source)
    }
  }
}
