/// What came out of a compressed stream, kept so that it can be read at any place.
///
/// The front of it is in memory; what is larger goes to a file without a name in the folder that the
/// reader was given. Without a folder what is larger is not kept.
final class Spool: RandomAccess {
  private let memoryLimit: Int
  private let folder: String?
  private var memory: [UInt8] = []
  private var file: Descriptor?
  private(set) var count = 0

  /// Makes an empty spool; `folder` is where its file may be.
  init(limits: ReadingLimits, folder: String?) {
    memoryLimit = limits.spoolMemoryBytes
    self.folder = folder
  }

  /// Takes everything that a reader has left.
  ///
  /// Returns why the source ended before its time, nil when it did not; what came before is kept.
  ///
  /// - Throws: `SourceFailure.unreadable` when the bytes cannot be kept, because the disk is full
  ///   for one.
  func take(_ reader: ByteReader) throws(SourceFailure) -> SourceFailure? {
    while true {
      do throws(SourceFailure) {
        try reader.fill(atLeast: 1)
      } catch {
        return error
      }
      guard reader.available > 0 else { return nil }
      try reader.withWindow { window in
        Result { () throws(SourceFailure) in try append(window) }
      }.get()
      reader.consume(reader.available)
    }
  }

  func read(
    _ range: Range<Int>, into buffer: inout [UInt8], from offset: Int
  ) throws(SourceFailure) -> Int {
    let range = range.clamped(to: 0..<count)
    if let file {
      do throws(SystemError) {
        return try file.read(range.count, at: range.lowerBound, into: &buffer, from: offset)
      } catch {
        throw .unreadable(error.reason)
      }
    }
    let length = min(buffer.count - offset, range.count)
    let end = range.lowerBound + length
    buffer.replaceSubrange(offset..<(offset + length), with: memory[range.lowerBound..<end])
    return length
  }

  private func append(_ bytes: Span<UInt8>) throws(SourceFailure) {
    if file == nil, count + bytes.count > memoryLimit { try moveToFile() }
    if let file {
      try write(bytes, to: file)
    } else {
      memory.append(bytes)
    }
    count += bytes.count
  }

  private func moveToFile() throws(SourceFailure) {
    guard let folder else {
      throw .unreadable(
        "a container inside a compressed one is larger than \(memoryLimit >> 20) MiB, and there is "
          + "no folder to unpack it in")
    }
    let made: Descriptor
    do throws(SystemError) {
      made = try Descriptor.unnamed(inFolder: folder)
    } catch {
      throw .unreadable("no file to unpack in can be made in \(folder): \(error.reason)")
    }
    let front = memory
    memory = []
    try write(front.span, to: made)
    file = made
  }

  private func write(_ bytes: Span<UInt8>, to file: Descriptor) throws(SourceFailure) {
    do throws(SystemError) {
      try file.append(bytes)
    } catch {
      throw .unreadable("it cannot be unpacked in \(folder ?? ""): \(error.reason)")
    }
  }
}
