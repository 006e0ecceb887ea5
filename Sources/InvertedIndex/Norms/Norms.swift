internal import Storage

/// The exact length of every document, in positions.
///
/// See FileFormat.md, "Norms": two bytes a document; 65535 stands for the few longer ones, which a
/// sorted list of (document, length) holds.
@safe
package struct Norms: @unchecked Sendable {
  package let count: Int
  private let lengths: UnsafeRawBufferPointer
  private let escapes: UnsafeRawBufferPointer

  static let escape: UInt16 = .max

  /// - Parameters:
  ///   - lengths: two bytes a document.
  ///   - escapes: eight bytes a long document, ascending.
  init(lengths: UnsafeRawBufferPointer, escapes: UnsafeRawBufferPointer) {
    count = lengths.count / 2
    unsafe self.lengths = lengths
    unsafe self.escapes = escapes
  }

  /// The length of a document below `count`.
  ///
  /// - Complexity: O(1), O(log n) for documents of 65,535 positions and more.
  @inline(__always)
  func length(of document: UInt32) -> UInt32 {
    let short = unsafe UInt16(
      littleEndian: lengths.loadUnaligned(
        fromByteOffset: Int(document) &* 2, as: UInt16.self))
    return short == Self.escape ? longLength(of: document) : UInt32(short)
  }

  @inline(never)
  private func longLength(of document: UInt32) -> UInt32 {
    var low = 0
    var high = unsafe escapes.count / 8
    while low < high {
      let middle = (low + high) / 2
      let found = unsafe UInt32(
        littleEndian: escapes.loadUnaligned(fromByteOffset: middle * 8, as: UInt32.self))
      if found == document {
        return unsafe UInt32(
          littleEndian: escapes.loadUnaligned(fromByteOffset: middle * 8 + 4, as: UInt32.self))
      }
      if found < document { low = middle + 1 } else { high = middle }
    }
    return UInt32(Self.escape)
  }

  /// Writes the lengths of all documents as two sections.
  static func write(_ lengths: [UInt32], to file: FileWriter) throws(StorageError) {
    var short = ByteWriter(capacity: lengths.count * 2 + 16)
    var long = ByteWriter()
    for (document, length) in lengths.enumerated() {
      short.append(length >= UInt32(escape) ? escape : UInt16(length))
      if length >= UInt32(escape) {
        long.append(UInt32(document))
        long.append(length)
      }
    }
    try file.writeSection(SectionKind.norms, short)
    try file.writeSection(SectionKind.longNorms, long)
  }
}
