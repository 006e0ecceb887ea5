internal import Storage

/// Postings as bits: the gap to the document before in a Rice code, the frequency in a gamma code.
///
/// See FileFormat.md, "Short list". Gaps of a term that is spread evenly have a geometric distribution,
/// for which Rice codes are within a few hundredths of a bit of the best (Golomb, "Run-length encodings",
/// 1966; Rice and Plaunt, 1971; Elias, "Universal codeword sets", 1975).
enum ShortList {
  /// How many low bits of a gap stand as they are, where so many of so many documents have the term:
  /// the whole part of the logarithm of 177/256, about ln 2, of the mean gap.
  ///
  /// So all quotients of a list come to less than 3 (`count` + 1) bits, however it is clustered.
  static func lowBits(count: Int, documents: Int) -> UInt64 {
    let share = UInt64(documents) * 177 / (256 * (UInt64(count) + 1))
    return share == 0 ? 0 : UInt64(63 - share.leadingZeroBitCount)
  }

  /// Appends postings whose first gap counts from the document behind `previous`, or from 0.
  static func encode(
    _ ids: UnsafePointer<UInt32>, _ frequencies: UnsafePointer<UInt32>, count: Int,
    after previous: UInt32?, lowBits: UInt64, into output: inout ByteWriter
  ) {
    var bits = BitWriter()
    var next = previous.map { UInt64($0) + 1 } ?? 0
    for index in 0..<count {
      let gap = unsafe UInt64(ids[index]) - next
      bits.append(unary: gap >> lowBits, into: &output)
      bits.append(gap & ((1 << lowBits) - 1), bits: lowBits, into: &output)
      unsafe bits.append(gamma: frequencies[index], into: &output)
      next = unsafe UInt64(ids[index]) + 1
    }
    bits.finish(into: &output)
  }

  /// Decodes `count` postings, every document below `documents`.
  ///
  /// - Returns: how many bytes they take.
  @discardableResult
  @inline(__always)
  static func decode(
    _ bytes: UnsafeRawBufferPointer, count: Int, after previous: UInt32?, lowBits: UInt64,
    documents: Int, ids: UnsafeMutablePointer<UInt32>, frequencies: UnsafeMutablePointer<UInt32>
  ) throws(ByteCursor.Fault) -> Int {
    var cursor = unsafe BitCursor(bytes)
    var next = previous.map { UInt64($0) + 1 } ?? 0
    var index = 0
    while index < count {
      let quotient = try cursor.readUnary()
      let gap = try quotient &<< lowBits | cursor.read(bits: lowBits)
      let id = next &+ gap
      guard gap < UInt64(documents), id < UInt64(documents) else { throw .malformed }
      unsafe ids[index] = UInt32(truncatingIfNeeded: id)
      unsafe frequencies[index] = try cursor.readGamma()
      next = id &+ 1
      index &+= 1
    }
    return try cursor.finish()
  }
}
