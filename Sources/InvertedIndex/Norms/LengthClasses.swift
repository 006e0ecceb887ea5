internal import Storage

/// A byte for the length of every document: lengths that saturate a term nearly alike share a class.
///
/// See FileFormat.md, "Length classes". Ranking looks a posting's impact up by its frequency and this
/// byte, so that scoring a block of 64 documents touches one cache line of lengths.
@safe
struct LengthClasses: @unchecked Sendable {
  static let most = 256
  /// Documents that share a least class.
  static let documentsPerLeast = 16

  /// The least length of each class, ascending, and behind them a length above all.
  let borders: [UInt32]
  /// One byte a document, filled up with zeros to whole blocks.
  let classes: UnsafeRawBufferPointer
  /// The least class of every 16 documents, a byte each: so few bytes that they stay near where those of
  /// all documents do not.
  private let leastClasses: UnsafeRawBufferPointer

  init(
    borders: UnsafeRawBufferPointer, classes: UnsafeRawBufferPointer,
    leastClasses: UnsafeRawBufferPointer, documents: Int
  ) throws(ByteCursor.Fault) {
    let blocks = PostingsFormat.blocks(documents: documents)
    guard classes.count == blocks * PostingsFormat.blockSize,
      leastClasses.count == classes.count / Self.documentsPerLeast,
      (1...(Self.most + 1)).contains(borders.count / 4)
    else { throw .truncated }
    self.borders = (0..<(borders.count / 4)).map {
      unsafe UInt32(littleEndian: borders.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self))
    }
    guard zip(self.borders, self.borders.dropFirst()).allSatisfy(<) else { throw .malformed }
    unsafe self.classes = classes
    unsafe self.leastClasses = leastClasses
  }

  /// The class of a document's length.
  @inline(__always)
  func number(of document: UInt32) -> UInt8 {
    unsafe classes[Int(document)]
  }

  /// A class that is not above that of a document: the least of those around it.
  @inline(__always)
  func leastNumber(near document: UInt32) -> UInt8 {
    unsafe leastClasses[Int(document) / Self.documentsPerLeast]
  }

  /// The borders of classes for documents of these lengths.
  ///
  /// `length + average / 3` is proportional to K of BM25 (k1 1.2, b 0.75). The impact `tf / (tf + K)`
  /// changes by a quarter of the change of log K at most, so classes are steps of one ratio, the
  /// smallest that makes do with 256; where a step is below one position, each length is a class.
  /// The average is in 1/256 positions.
  static func borders(of lengths: [UInt32], averageLength: UInt32) -> [UInt32] {
    let least = UInt64(lengths.min() ?? 0)
    // The largest integer itself has none above it and falls into the last class all the same.
    let end = min(UInt64(lengths.max() ?? 0) + 1, UInt64(UInt32.max))
    let third = UInt64(averageLength) / 768
    func steps(_ ratio: UInt64) -> [UInt32] {
      var borders: [UInt32] = []
      var next = least
      while next < end, borders.count <= most {
        borders.append(UInt32(next))
        next += max(1, ((next + third) * ratio) >> 16)
      }
      return borders + [UInt32(end)]
    }
    // Doubling always makes do.
    var (low, high): (UInt64, UInt64) = (0, 1 << 16)
    while low < high {
      let middle = (low + high) / 2
      if steps(middle).count <= most + 1 { high = middle } else { low = middle + 1 }
    }
    return steps(high)
  }

  /// Writes the classes of all documents as three sections.
  static func write(
    _ lengths: [UInt32], averageLength: UInt32, to file: FileWriter
  ) throws(StorageError) {
    let borders = borders(of: lengths, averageLength: averageLength)
    var table = ByteWriter()
    for border in borders { table.append(border) }
    try file.writeSection(SectionKind.classBorders, table)
    let places = PostingsFormat.blocks(documents: lengths.count) * PostingsFormat.blockSize
    var classes = ByteWriter(capacity: places)
    var leastClasses = ByteWriter(capacity: places / documentsPerLeast)
    var least = UInt8.max
    for document in 0..<places {
      let length = document < lengths.count ? lengths[document] : 0
      let number = UInt8(index(of: length, in: borders))
      classes.append(number)
      least = min(least, number)
      if document % documentsPerLeast == documentsPerLeast - 1 {
        leastClasses.append(least)
        least = .max
      }
    }
    try file.writeSection(SectionKind.classes, classes)
    try file.writeSection(SectionKind.leastClasses, leastClasses)
  }

  /// The last class that begins at or below a length.
  static func index(of length: UInt32, in borders: [UInt32]) -> Int {
    var low = 0
    var high = borders.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if borders[middle] <= length { low = middle } else { high = middle }
    }
    return low
  }
}
