/// The columns met so far in a file and what they mean.
///
/// Records of a file repeat their keys, mostly in one order, so that the next key is looked for
/// where it stood last time.
struct ColumnMemory {
  private struct Entry {
    let raw: [UInt8]
    let name: [UInt8]
    let column: Column
    var lastRecord = 0
  }

  /// Keys remembered; a file with more uses the last place for all others.
  private static let capacity = 256

  private var entries: [Entry] = []
  private var expected = 0

  /// The place of a key as it stands in the file; `decode` gives its text.
  ///
  /// Complexity: O(length) for the expected key, else O(keys).
  mutating func index(of raw: Span<UInt8>, decode: () -> [UInt8]) -> Int {
    if expected < entries.count, raw.equals(entries[expected].raw) {
      expected += 1
      return expected - 1
    }
    if let found = entries.indices.first(where: { raw.equals(entries[$0].raw) }) {
      expected = found + 1
      return found
    }
    let name = decode()
    var bytes: [UInt8] = []
    bytes.append(raw)
    let entry = Entry(raw: bytes, name: name, column: ColumnAliases.column(named: name))
    if entries.count < Self.capacity {
      entries.append(entry)
    } else {
      entries[Self.capacity - 1] = entry
    }
    expected = entries.count
    return entries.count - 1
  }

  /// The first key of a record is expected next.
  mutating func beginRecord() {
    expected = 0
  }

  func column(at index: Int) -> Column { entries[index].column }

  func name(at index: Int) -> [UInt8] { entries[index].name }

  /// Whether the key has been seen in this record before; it has from now on.
  mutating func isRepeated(at index: Int, inRecord record: Int) -> Bool {
    let isRepeated = entries[index].lastRecord == record
    entries[index].lastRecord = record
    return isRepeated
  }
}
