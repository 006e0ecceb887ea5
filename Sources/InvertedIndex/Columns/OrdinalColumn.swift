internal import Storage

/// For each document the numbers of its values in a sorted list of all values.
///
/// See FileFormat.md, "Ordinal column": values as a string table in byte order, a count byte a
/// document, a start every 64 documents, then the numbers, each in as many bytes as the largest one
/// needs.
@safe
package struct OrdinalColumn: @unchecked Sendable {
  static let documentsPerStart = 64
  /// Values of one document beyond this are not in the column (they stay searchable).
  static let mostValues = 255

  package let values: StringTable
  private let documents: Int
  private let counts: UnsafeRawBufferPointer
  private let starts: UnsafeRawBufferPointer
  private let ordinals: UnsafeRawBufferPointer
  private let width: Int

  init(_ file: SectionFile, field: OrdinalField, documents: Int) throws(StorageError) {
    do {
      values = try unsafe StringTable(
        bytes: file.section(SectionKind.column("OVB", field)),
        directory: file.section(SectionKind.column("OVD", field)))
    } catch let error as StorageError {
      throw error
    } catch {
      throw .corrupt(path: file.path, offset: 0, reason: "the values of a column are \(error)")
    }
    self.documents = documents
    unsafe counts = try file.section(SectionKind.column("OCN", field))
    unsafe starts = try file.section(SectionKind.column("OST", field))
    unsafe ordinals = try file.section(SectionKind.column("OOR", field))
    width = Self.width(values: values.count)
    guard unsafe counts.count == documents,
      unsafe starts.count == (documents + Self.documentsPerStart - 1) / Self.documentsPerStart * 4,
      unsafe ordinals.count % width == 0
    else {
      throw .corrupt(path: file.path, offset: 0, reason: "a column has another length")
    }
  }

  static func width(values: Int) -> Int {
    values <= 1 << 8 ? 1 : values <= 1 << 16 ? 2 : values <= 1 << 24 ? 3 : 4
  }

  /// Calls `body` with the places of the values of each document of a set that has some.
  ///
  /// - Complexity: O(documents / 64 + documents in words of the set that are not empty).
  @inline(__always)
  func forEachDocument(
    in set: DocumentSet, _ body: (_ ordinals: Range<Int>) throws(ByteCursor.Fault) -> Void
  ) throws(ByteCursor.Fault) {
    guard set.documents == documents else { throw .malformed }
    try set.forEachWord { (first, bits) throws(ByteCursor.Fault) in
      try forEachDocument(inBlock: Int(first) / Self.documentsPerStart, among: bits) {
        (_, ordinals) throws(ByteCursor.Fault) in try body(ordinals)
      }
    }
  }

  /// How many documents of a set have each value.
  ///
  /// - Complexity: O(values + documents in words of the set that are not empty).
  func counts(of set: DocumentSet) throws(ByteCursor.Fault) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: values.count)
    try unsafe counts.withUnsafeMutableBufferPointer { (counts) throws(ByteCursor.Fault) in
      try forEachDocument(in: set) { (ordinals) throws(ByteCursor.Fault) in
        // No document has a value twice.
        for place in ordinals { unsafe counts[Int(try ordinal(at: place))] &+= 1 }
      }
    }
    return counts
  }

  /// Calls `body` with each of some documents of a block, a bit each, that has values, and the places of
  /// its values.
  @inline(__always)
  func forEachDocument(
    inBlock block: Int, among set: UInt64,
    _ body: (_ place: Int, _ ordinals: Range<Int>) throws(ByteCursor.Fault) -> Void
  ) throws(ByteCursor.Fault) {
    let first = block &* Self.documentsPerStart
    var start = start(ofDocument: first)
    var rest = set
    var place = 0
    while rest != 0, first &+ place < documents {
      let end = start &+ (unsafe Int(counts[first &+ place]))
      if rest & 1 != 0, end > start { try body(place, start..<end) }
      start = end
      rest &>>= 1
      place &+= 1
    }
  }

  /// Which of a run of 64 blocks have documents with values, a bit each.
  func blocksWithValues(inRun run: Int) -> UInt64 {
    let width = Self.documentsPerStart
    let blocks = (documents + width - 1) / width
    var found: UInt64 = 0
    for block in (run * 64)..<max(run * 64, min(blocks, run * 64 + 64)) {
      let end =
        unsafe block + 1 < blocks
        ? start(ofDocument: (block + 1) * width) : ordinals.count / self.width
      if end > start(ofDocument: block * width) { found |= 1 << UInt64(block - run * 64) }
    }
    return found
  }

  /// The place of the first value of the first document of a word.
  private func start(ofDocument document: Int) -> Int {
    unsafe Int(
      UInt32(
        littleEndian: starts.loadUnaligned(
          fromByteOffset: document / Self.documentsPerStart * 4, as: UInt32.self)))
  }

  /// The number of a value at a place, below the number of values.
  @inline(__always)
  func ordinal(at place: Int) throws(ByteCursor.Fault) -> UInt32 {
    let start = place &* width
    guard unsafe start &+ width <= ordinals.count else { throw .malformed }
    var ordinal: UInt32
    switch width {
    case 1: ordinal = unsafe UInt32(ordinals[start])
    case 2:
      ordinal = unsafe UInt32(
        UInt16(littleEndian: ordinals.loadUnaligned(fromByteOffset: start, as: UInt16.self)))
    default:
      if unsafe start &+ 4 <= ordinals.count {
        let word = unsafe UInt32(
          littleEndian: ordinals.loadUnaligned(fromByteOffset: start, as: UInt32.self))
        ordinal = word & .max &>> UInt32(32 &- width &* 8)
        break
      }
      ordinal = 0
      for byte in 0..<width {
        ordinal |= unsafe UInt32(ordinals[start &+ byte]) &<< UInt32(byte &* 8)
      }
    }
    guard ordinal < values.count else { throw .malformed }
    return ordinal
  }

  /// Calls `body` with the number of each value of a document below the segment's count.
  func forEachOrdinal(
    of document: Int, _ body: (UInt32) -> Void
  ) throws(ByteCursor.Fault) {
    let first = document - document % Self.documentsPerStart
    var start = start(ofDocument: first)
    for other in first..<document { start += unsafe Int(counts[other]) }
    let count = unsafe Int(counts[document])
    for place in start..<(start + count) { body(try ordinal(at: place)) }
  }
}
