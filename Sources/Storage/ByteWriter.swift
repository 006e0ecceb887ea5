/// A growing buffer of little-endian integers, varints and bytes.
///
/// Public and inlinable because per-posting loops of another module write through it: a `package`
/// method is not inlined across modules and cost 13 times as much in a measured loop.
@safe
public struct ByteWriter: ~Copyable {
  @usableFromInline var base: UnsafeMutableRawPointer
  @usableFromInline var capacity: Int
  @usableFromInline var length: Int

  /// Bytes written so far.
  @inlinable
  public var count: Int { length }

  /// An empty buffer with room for so many bytes.
  @inlinable
  public init(capacity: Int = 256) {
    self.capacity = max(capacity, 16)
    unsafe base = .allocate(byteCount: self.capacity, alignment: 16)
    length = 0
  }

  deinit {
    unsafe base.deallocate()
  }

  /// Forgets the content and keeps the storage.
  @inlinable
  public mutating func removeAll() {
    length = 0
  }

  /// Forgets all but the first `count` bytes.
  @inlinable
  public mutating func truncate(to count: Int) {
    precondition(count >= 0 && count <= length)
    length = count
  }

  /// Makes room for `extra` more bytes; amortized constant time per byte.
  @inlinable
  public mutating func reserve(_ extra: Int) {
    if count &+ extra > capacity { grow(extra) }
  }

  @usableFromInline
  mutating func grow(_ extra: Int) {
    let larger = max(capacity * 2, count + extra)
    let storage = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 16)
    unsafe storage.copyMemory(from: base, byteCount: count)
    unsafe base.deallocate()
    unsafe base = storage
    capacity = larger
  }

  /// Appends a little-endian integer.
  @inlinable
  public mutating func append<Integer: FixedWidthInteger & BitwiseCopyable>(_ value: Integer) {
    let size = MemoryLayout<Integer>.size
    reserve(size)
    unsafe base.storeBytes(of: value.littleEndian, toByteOffset: count, as: Integer.self)
    length &+= size
  }

  /// Appends seven bits a byte, low bits first, the high bit set on all bytes but the last.
  @inlinable
  public mutating func append(varint value: UInt64) {
    reserve(10)
    var rest = value
    while rest >= 0x80 {
      unsafe base.storeBytes(
        of: UInt8(truncatingIfNeeded: rest) | 0x80, toByteOffset: count, as: UInt8.self)
      length &+= 1
      rest &>>= 7
    }
    unsafe base.storeBytes(of: UInt8(truncatingIfNeeded: rest), toByteOffset: count, as: UInt8.self)
    length &+= 1
  }

  /// Appends a varint of a value that is not negative.
  @inlinable
  public mutating func append(varint value: Int) {
    append(varint: UInt64(value))
  }

  /// Appends bytes as they are.
  @inlinable
  public mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count)
    unsafe (base + count).copyMemory(from: source, byteCount: bytes.count)
    length &+= bytes.count
  }

  /// Appends a varint length and the bytes.
  @inlinable
  public mutating func append(counted bytes: UnsafeRawBufferPointer) {
    append(varint: bytes.count)
    unsafe append(bytes)
  }

  /// Appends a varint length and the string's UTF-8.
  public mutating func append(counted text: String) {
    var text = text
    text.withUTF8 { utf8 in
      unsafe append(counted: UnsafeRawBufferPointer(utf8))
    }
  }

  /// Overwrites an integer written before.
  @inlinable
  public mutating func replace<Integer: FixedWidthInteger & BitwiseCopyable>(
    at offset: Int, with value: Integer
  ) {
    precondition(offset >= 0 && offset + MemoryLayout<Integer>.size <= count)
    unsafe base.storeBytes(of: value.littleEndian, toByteOffset: offset, as: Integer.self)
  }

  /// Makes room for `size` bytes at the end, lets `fill` write there, and counts what it says.
  @inlinable
  public mutating func append(
    upTo size: Int, fill: (UnsafeMutableRawBufferPointer) -> Int
  ) {
    reserve(size)
    let written = unsafe fill(UnsafeMutableRawBufferPointer(start: base + count, count: size))
    precondition(written >= 0 && written <= size)
    length &+= written
  }

  /// Lends what was written so far.
  @inlinable
  public borrowing func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(UnsafeRawBufferPointer(start: base, count: count))
  }
}
