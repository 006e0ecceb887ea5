/// A place in a run of bytes that may hold anything: every read is checked, none traps.
///
/// Public and inlinable for the same measured reason as ``ByteWriter``. The bytes must outlive the
/// cursor; it is made, used and dropped inside one call of a reader that owns them.
@safe
public struct ByteCursor {
  /// Why a read failed; the reader adds file and place.
  public enum Fault: Error {
    /// The bytes end before the value does.
    case truncated
    /// A varint has more than 64 bits.
    case malformed
  }

  @usableFromInline let run: UnsafeRawBufferPointer
  @usableFromInline var position: Int

  /// Bytes from the start of the run.
  @inlinable
  public var offset: Int { position }

  /// A cursor at a place of a run; a place outside is drawn to the nearer end.
  @inlinable
  public init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
    unsafe run = bytes
    position = max(0, min(offset, bytes.count))
  }

  /// Bytes left.
  @inlinable
  public var remaining: Int { unsafe run.count &- position }

  /// Moves forward without reading.
  @inlinable
  public mutating func skip(_ count: Int) throws(Fault) {
    guard count >= 0, count <= remaining else { throw .truncated }
    position &+= count
  }

  /// A little-endian integer.
  @inlinable
  public mutating func read<Integer: FixedWidthInteger & BitwiseCopyable>(
    _ type: Integer.Type
  ) throws(Fault) -> Integer {
    let size = MemoryLayout<Integer>.size
    guard size <= remaining else { throw .truncated }
    let value = unsafe run.loadUnaligned(fromByteOffset: position, as: Integer.self)
    position &+= size
    return Integer(littleEndian: value)
  }

  /// Seven bits a byte, low bits first, the high bit set on all bytes but the last.
  @inlinable
  public mutating func varint() throws(Fault) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard unsafe position < run.count else { throw .truncated }
      let byte = unsafe run[position]
      position &+= 1
      if byte < 0x80 {
        guard shift < 63 || byte <= 1 else { throw .malformed }
        return value | (UInt64(byte) &<< shift)
      }
      guard shift < 63 else { throw .malformed }
      value |= UInt64(byte & 0x7F) &<< shift
      shift &+= 7
    }
  }

  /// A varint that must fit an `Int` no larger than `limit`.
  @inlinable
  public mutating func varint(upTo limit: Int) throws(Fault) -> Int {
    let value = try varint()
    guard value <= UInt64(limit) else { throw .malformed }
    return Int(truncatingIfNeeded: value)
  }

  /// The next bytes, as they lie in the run.
  @inlinable
  public mutating func bytes(_ count: Int) throws(Fault) -> UnsafeRawBufferPointer {
    guard count >= 0, count <= remaining else { throw .truncated }
    let start = position
    position &+= count
    return unsafe UnsafeRawBufferPointer(rebasing: run[start..<(start &+ count)])
  }

  /// A varint length and that many bytes.
  @inlinable
  public mutating func counted() throws(Fault) -> UnsafeRawBufferPointer {
    let count = try varint(upTo: remaining)
    return try unsafe bytes(count)
  }

  /// A varint length and that many bytes of UTF-8, repaired where they are none.
  public mutating func countedString() throws(Fault) -> String {
    let bytes = try unsafe counted()
    return unsafe String(decoding: bytes, as: UTF8.self)
  }
}
