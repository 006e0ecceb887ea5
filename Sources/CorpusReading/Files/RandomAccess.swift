/// Bytes that can be read at any place, again and again: a file, memory, a part of either.
protocol RandomAccess: AnyObject {
  /// How many bytes there are.
  var count: Int { get }

  /// Fills `buffer` from `offset` with the front of a range, as far as it likes.
  ///
  /// Returns how many bytes; 0 when the range is empty or the bytes end before it.
  ///
  /// - Throws: `SourceFailure` when the system does not give them.
  func read(
    _ range: Range<Int>, into buffer: inout [UInt8], from offset: Int
  ) throws(SourceFailure) -> Int
}

extension RandomAccess {
  /// The bytes of a range; fewer when the bytes end in it.
  ///
  /// Complexity: O(length), all of it in memory.
  func bytes(_ range: Range<Int>) throws(SourceFailure) -> [UInt8] {
    let range = range.clamped(to: 0..<count)
    var bytes = [UInt8](repeating: 0, count: range.count)
    var done = 0
    while done < range.count {
      let more = try read((range.lowerBound + done)..<range.upperBound, into: &bytes, from: done)
      if more == 0 { break }
      done += more
    }
    bytes.removeLast(bytes.count - done)
    return bytes
  }
}

/// A part of other bytes, as bytes of its own: what is stored in a container as it was.
final class RangeBytes: RandomAccess {
  private let whole: any RandomAccess
  private let range: Range<Int>

  /// Makes the part; what of the range is not there is left out.
  init(_ whole: any RandomAccess, _ range: Range<Int>) {
    self.whole = whole
    self.range = range.clamped(to: 0..<whole.count)
  }

  var count: Int { range.count }

  func read(
    _ part: Range<Int>, into buffer: inout [UInt8], from offset: Int
  ) throws(SourceFailure) -> Int {
    let part = part.clamped(to: 0..<count)
    let start = range.lowerBound + part.lowerBound
    return try whole.read(start..<(start + part.count), into: &buffer, from: offset)
  }
}

/// The bytes of a range, one piece after another.
final class RangeSource: ByteSource {
  private let bytes: any RandomAccess
  private var rest: Range<Int>

  init(_ bytes: any RandomAccess, _ range: Range<Int>) {
    self.bytes = bytes
    rest = range
  }

  func read(into buffer: inout [UInt8], from offset: Int) throws(SourceFailure) -> Int {
    let count = try bytes.read(rest, into: &buffer, from: offset)
    rest = (rest.lowerBound + count)..<rest.upperBound
    return count
  }
}
