/// The bytes of an open file.
final class DescriptorSource: ByteSource {
  private let descriptor: Descriptor
  /// Bytes read so far.
  private(set) var position = 0

  init(_ descriptor: Descriptor) {
    self.descriptor = descriptor
  }

  func read(into buffer: inout [UInt8], from offset: Int) throws(SourceFailure) -> Int {
    do {
      let count = try descriptor.read(into: &buffer, from: offset)
      position += count
      return count
    } catch {
      throw .unreadable(error.reason)
    }
  }
}
