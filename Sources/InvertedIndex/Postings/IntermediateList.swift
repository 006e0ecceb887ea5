internal import Storage

/// Postings as varints, as an intermediate segment has them, to be written and read once and fast: the gap
/// to the document before, and the frequency where it is not 1.
///
/// See FileFormat.md, "Intermediate list". The low bit of the first varint says that a frequency follows.
enum IntermediateList {
  static func encode(
    _ ids: UnsafePointer<UInt32>, _ frequencies: UnsafePointer<UInt32>, count: Int,
    into output: inout ByteWriter
  ) {
    var next: UInt64 = 0
    for index in 0..<count {
      let gap = unsafe UInt64(ids[index]) - next
      let frequency = unsafe frequencies[index]
      output.append(varint: gap << 1 | (frequency > 1 ? 1 : 0))
      if frequency > 1 { output.append(varint: UInt64(frequency)) }
      next = unsafe UInt64(ids[index]) + 1
    }
  }

  /// Decodes `count` postings, every document below `documents`.
  @inline(__always)
  static func decode(
    _ cursor: inout ByteCursor, count: Int, documents: Int,
    ids: UnsafeMutablePointer<UInt32>, frequencies: UnsafeMutablePointer<UInt32>
  ) throws(ByteCursor.Fault) {
    var next = 0
    var index = 0
    while index < count {
      let head = try cursor.varint()
      let gap = head &>> 1
      guard gap < UInt64(documents) else { throw .malformed }
      let id = next &+ Int(truncatingIfNeeded: gap)
      guard id < documents else { throw .malformed }
      unsafe ids[index] = UInt32(truncatingIfNeeded: id)
      unsafe frequencies[index] =
        head & 1 == 0
        ? 1 : UInt32(truncatingIfNeeded: try cursor.varint(upTo: Int(UInt32.max)))
      next = id &+ 1
      index &+= 1
    }
  }
}
