/// The end of a zip archive, which says where its central directory is
/// (APPNOTE.TXT 6.3.10, sections 4.3.14 to 4.3.16).
struct ZipEnd: Equatable {
  /// Entries in the directory.
  let entryCount: Int
  /// The directory's place among the bytes.
  let directory: Range<Int>
  /// Bytes in front of the archive, such as the program of one that unpacks itself; all places in
  /// the archive are counted from behind them.
  let base: Int

  private static let length = 22
  private static let longestComment = 65_535
  private static let locatorLength = 20
  private static let longRecordLength = 56

  /// Finds the end of an archive.
  ///
  /// A comment may hold what looks like an end, so that a true one is known by its comment, which
  /// reaches to the last byte. Complexity: O(longest comment).
  ///
  /// - Throws: `SourceFailure.damaged` when there is none, or it points to nowhere.
  static func find(in bytes: any RandomAccess) throws(SourceFailure) -> ZipEnd {
    let tailStart = max(0, bytes.count - length - longestComment)
    let tail = try bytes.bytes(tailStart..<bytes.count)
    guard let offset = endOffset(in: tail.span) else {
      throw .damaged("the archive has no end: it is truncated, or something was added behind it")
    }
    return try ZipEnd(tail.span.extracting(offset...), at: tailStart + offset, of: bytes)
  }

  private static func endOffset(in tail: Span<UInt8>) -> Int? {
    var offset = tail.count - length
    while offset >= 0 {
      if tail[offset] == 0x50, tail.uint32(at: offset) == 0x0605_4B50,
        offset + length + tail.uint16(at: offset + 20) == tail.count
      {
        return offset
      }
      offset -= 1
    }
    return nil
  }

  private init(
    _ record: Span<UInt8>, at position: Int, of bytes: any RandomAccess
  ) throws(SourceFailure) {
    var disks = (this: record.uint16(at: 4), directory: record.uint16(at: 6))
    var count = record.uint16(at: 10)
    var size = Int(record.uint32(at: 12))
    var offset = Int(record.uint32(at: 16))
    var end = position
    if let long = try Self.longRecord(before: position, in: bytes) {
      let record = long.bytes.span
      end = long.position
      disks = (Int(record.uint32(at: 16)), Int(record.uint32(at: 20)))
      count = record.uint64(at: 32)
      size = record.uint64(at: 40)
      offset = record.uint64(at: 48)
    }
    guard disks == (0, 0) else {
      throw .damaged("the archive is one part of several; join them first")
    }
    guard size <= end, offset <= end - size else {
      throw .damaged("the directory of the archive is not where its end says")
    }
    entryCount = count
    base = end - size - offset
    directory = (end - size)..<end
  }

  /// The record of large archives (zip64) that a locator in front of the end points to.
  private static func longRecord(
    before position: Int, in bytes: any RandomAccess
  ) throws(SourceFailure) -> (bytes: [UInt8], position: Int)? {
    guard position >= locatorLength + longRecordLength else { return nil }
    let locator = try bytes.bytes((position - locatorLength)..<position)
    guard locator.count == locatorLength, locator.span.uint32(at: 0) == 0x0706_4B50 else {
      return nil
    }
    // Where something stands in front of the archive, the place is counted without it; the record
    // is right in front of the locator unless it was made longer.
    for place in [position - locatorLength - longRecordLength, locator.span.uint64(at: 8)]
    where place <= position - locatorLength - longRecordLength {
      let record = try bytes.bytes(place..<(place + longRecordLength))
      if record.count == longRecordLength, record.span.uint32(at: 0) == 0x0606_4B50 {
        return (record, place)
      }
    }
    throw .damaged("the end of a large archive (zip64) is damaged")
  }
}
