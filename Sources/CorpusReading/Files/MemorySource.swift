/// Bytes that are in memory already.
final class MemorySource: ByteSource, RandomAccess {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var count: Int { bytes.count }

  var randomAccess: (any RandomAccess)? { self }

  func read(into buffer: inout [UInt8], from offset: Int) -> Int {
    let count = read(position..<bytes.count, into: &buffer, from: offset)
    position += count
    return count
  }

  func read(_ range: Range<Int>, into buffer: inout [UInt8], from offset: Int) -> Int {
    let range = range.clamped(to: 0..<bytes.count)
    let count = min(buffer.count - offset, range.count)
    let end = range.lowerBound + count
    buffer.replaceSubrange(offset..<(offset + count), with: bytes[range.lowerBound..<end])
    return count
  }
}
