internal import Storage

/// What comes out of one entry of a zip archive, its size and checksum verified on the way.
final class ZipEntrySource: ByteSource {
  private let header: ZipHeader
  private let bytes: any RandomAccess
  /// Where the data are.
  private let data: Range<Int>
  private let packed: ByteReader
  /// Bytes of the data that were not taken yet.
  private var remaining: Int
  /// Unpacks the data, nil when they are stored as they are.
  private let stream: InflateStream?
  private let budget: OutputBudget
  private var checksum = Checksum()
  private var produced = 0
  private var hasEnded = false
  private var failure: SourceFailure?

  private static let localLength = 30

  /// Begins at the local header in front of a range, in which the data end.
  init(
    _ bytes: any RandomAccess, _ header: ZipHeader, at range: Range<Int>, chunk: Int,
    budget: OutputBudget
  ) throws(SourceFailure) {
    self.header = header
    self.bytes = bytes
    self.budget = budget
    let expected = Self.localLength + header.name.count + min(header.packedSize, chunk)
    packed = ByteReader(
      RangeSource(bytes, range), capacity: min(max(chunk, Self.localLength), expected + 64))
    let start = try range.lowerBound + Self.skipLocalHeader(packed)
    guard start <= range.upperBound, header.packedSize <= range.upperBound - start else {
      throw .damaged("its data overlap with the next entry or the directory")
    }
    data = start..<(start + header.packedSize)
    remaining = data.count
    guard header.method == 8 else {
      stream = nil
      return
    }
    do {
      stream = try InflateStream(.raw)
    } catch {
      throw .unreadable("not enough memory to unpack")
    }
  }

  /// The data themselves, when they are stored; their checksum is not looked at then.
  var randomAccess: (any RandomAccess)? {
    stream == nil && header.size == data.count ? RangeBytes(bytes, data) : nil
  }

  func read(into buffer: inout [UInt8], from offset: Int) throws(SourceFailure) -> Int {
    if let failure { throw failure }
    guard !hasEnded else { return 0 }
    var count =
      if let stream {
        try inflate(stream, into: &buffer, from: offset)
      } else {
        try copy(into: &buffer, from: offset)
      }
    if count > header.size - produced {
      count = header.size - produced
      failure = .damaged("it is longer than the directory of the archive says")
    }
    checksum.update(buffer.span.extracting(offset..<(offset + count)))
    produced += count
    if hasEnded, failure == nil { verify() }
    try budget.spend(count, produced: produced, consumed: max(1, data.count - remaining))
    if count == 0, let failure { throw failure }
    return count
  }

  /// Takes the header in front of the data; returns its length.
  private static func skipLocalHeader(_ packed: ByteReader) throws(SourceFailure) -> Int {
    try packed.fill(atLeast: localLength)
    let length = packed.withWindow { window -> Int? in
      guard window.count >= localLength, window.uint32(at: 0) == 0x0403_4B50 else { return nil }
      return localLength + window.uint16(at: 26) + window.uint16(at: 28)
    }
    guard let length else { throw .damaged("its data are not where the directory says") }
    var rest = length
    while rest > 0 {
      try packed.fill(atLeast: 1)
      guard packed.available > 0 else { throw .damaged("its data are not in the archive") }
      let count = min(rest, packed.available)
      packed.consume(count)
      rest -= count
    }
    return length
  }

  private func copy(into buffer: inout [UInt8], from offset: Int) throws(SourceFailure) -> Int {
    let count = try bytes.read(
      (data.upperBound - remaining)..<data.upperBound, into: &buffer, from: offset)
    remaining -= count
    hasEnded = count == 0
    return count
  }

  private func inflate(
    _ stream: InflateStream, into buffer: inout [UInt8], from offset: Int
  ) throws(SourceFailure) -> Int {
    while true {
      if remaining > 0 { try packed.fill(atLeast: 1) }
      let progress = packed.withWindow(limit: remaining) { window in
        stream.inflate(window, into: &buffer, from: offset)
      }
      packed.consume(progress.consumed)
      remaining -= progress.consumed
      hasEnded = progress.isFinished
      if let reason = progress.failure {
        failure = .damaged("the data are damaged (\(Self.words(reason)))")
      } else if progress.produced == 0, progress.consumed == 0, !hasEnded {
        failure = .damaged("the data are truncated")
      }
      if progress.produced > 0 || hasEnded || failure != nil { return progress.produced }
    }
  }

  private func verify() {
    if produced < header.size {
      failure = .damaged("it is shorter than the directory of the archive says")
    } else if checksum.value != header.checksum {
      failure = .damaged("the checksum (CRC) differs, the data are damaged")
    }
  }

  private static func words(_ failure: InflateStream.Failure) -> String {
    switch failure {
    case .data(let message): message
    case .dictionary: "it asks for a dictionary"
    case .memory: "not enough memory"
    }
  }
}
