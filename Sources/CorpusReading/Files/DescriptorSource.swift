/// The bytes of an open file, from where it stands.
final class DescriptorSource: ByteSource, RandomAccess {
  private let descriptor: Descriptor
  private let meter: ReadingMeter?
  /// Where the file stood, and how many bytes it had from there; known once they are asked for.
  private var extent: Range<Int>?
  /// Bytes read so far, one piece after another.
  private var position = 0

  init(_ descriptor: Descriptor, meter: ReadingMeter? = nil) {
    self.descriptor = descriptor
    self.meter = meter
  }

  /// Bytes of the file that were read; all of them, once it was read at any place.
  var bytesRead: Int { extent?.count ?? position }

  var count: Int { extent?.count ?? 0 }

  var randomAccess: (any RandomAccess)? {
    if extent == nil, let offset = try? descriptor.offset(), let status = try? descriptor.status() {
      let start = offset - position
      extent = start..<max(start, status.size)
    }
    return extent == nil ? nil : self
  }

  func read(into buffer: inout [UInt8], from offset: Int) throws(SourceFailure) -> Int {
    do {
      let count = try descriptor.read(into: &buffer, from: offset)
      position += count
      meter?.count(fileBytes: count)
      return count
    } catch {
      throw .unreadable(error.reason)
    }
  }

  func read(
    _ range: Range<Int>, into buffer: inout [UInt8], from offset: Int
  ) throws(SourceFailure) -> Int {
    guard let extent else { return 0 }
    let range = range.clamped(to: 0..<extent.count)
    do {
      return try descriptor.read(
        range.count, at: extent.lowerBound + range.lowerBound, into: &buffer, from: offset)
    } catch {
      throw .unreadable(error.reason)
    }
  }
}
