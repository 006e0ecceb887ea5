internal import Storage

/// Collects the values of a column document by document; the twin of ``OrdinalColumn``.
struct OrdinalColumnWriter: ~Copyable {
  private var numbers: [[UInt8]: UInt32] = [:]
  private var counts: [UInt8] = []
  private var ordinals: [UInt32] = []
  private var valueBytes = 0

  /// Bytes of memory in use, about.
  var size: Int { valueBytes + numbers.count * 80 + counts.count + ordinals.count * 4 }

  /// Begins the next document.
  mutating func beginDocument() {
    counts.append(0)
  }

  /// Adds a value to the document begun last; values beyond the column's limits are left out.
  mutating func append(_ value: UnsafeRawBufferPointer) {
    guard let count = counts.last, Int(count) < OrdinalColumn.mostValues,
      value.count <= StringTable.longestString
    else { return }
    let key = unsafe [UInt8](value)
    let number: UInt32
    if let known = numbers[key] {
      number = known
    } else {
      number = UInt32(numbers.count)
      numbers[key] = number
      valueBytes += key.count
    }
    let start = ordinals.count - Int(count)
    if ordinals[start...].contains(number) { return }
    ordinals.append(number)
    counts[counts.count - 1] = count + 1
  }

  /// Writes the column and forgets its content.
  mutating func finish(to file: FileWriter, field: OrdinalField) throws(StorageError) {
    let sorted = numbers.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var places: [UInt32] = .init(repeating: 0, count: sorted.count)
    var values = StringTableWriter()
    for (place, entry) in sorted.enumerated() {
      places[Int(entry.value)] = UInt32(place)
      unsafe entry.key.withUnsafeBytes { unsafe values.append($0) }
    }
    try values.finish(
      to: file, bytes: SectionKind.column("OVB", field),
      directory: SectionKind.column("OVD", field))
    try Self.write(
      counts: counts, ordinals: ordinals.map { places[Int($0)] }, values: sorted.count, to: file,
      field: field)
    numbers = [:]
    counts = []
    ordinals = []
    valueBytes = 0
  }

  /// Writes the parts behind the values.
  static func write(
    counts: [UInt8], ordinals: [UInt32], values: Int, to file: FileWriter, field: OrdinalField
  ) throws(StorageError) {
    var countBytes = ByteWriter(capacity: counts.count + 16)
    var starts = ByteWriter(capacity: counts.count / 16 + 16)
    var start = 0
    for (document, count) in counts.enumerated() {
      if document % OrdinalColumn.documentsPerStart == 0 { starts.append(UInt32(start)) }
      countBytes.append(count)
      start += Int(count)
    }
    try file.writeSection(SectionKind.column("OCN", field), countBytes)
    try file.writeSection(SectionKind.column("OST", field), starts)
    let width = OrdinalColumn.width(values: values)
    var numbers = ByteWriter(capacity: ordinals.count * width + 16)
    for ordinal in ordinals {
      for byte in 0..<width {
        numbers.append(UInt8(truncatingIfNeeded: ordinal >> UInt32(byte * 8)))
      }
    }
    try file.writeSection(SectionKind.column("OOR", field), numbers)
  }
}
