import Synchronization

/// Memory that a search needs while it runs, kept for the next search of any thread when that is over.
///
/// The system clears memory page by page before it gives it to a process. A search of ten million records
/// needs megabytes for a few milliseconds: fresh ones took a fifth of its time.
///
/// What it holds at first is not defined.
@safe
package struct ScratchMemory: ~Copyable, @unchecked Sendable {
  @usableFromInline let base: UnsafeMutableRawPointer
  /// The length is two to this power.
  @usableFromInline let power: Int

  /// Bytes that are kept for later at most, in the whole process.
  static let mostKept = 64 << 20
  private static let leastPower = 12
  private static let kept = Mutex(Kept())

  /// What is kept, in lists by the powers of two that are the lengths: a block begins with where the next
  /// one is.
  @safe
  private struct Kept: @unchecked Sendable {
    private var first = unsafe InlineArray<64, UnsafeMutableRawPointer?>(repeating: nil)
    private var bytes = 0

    mutating func take(power: Int) -> Block? {
      guard let base = unsafe first[power] else { return nil }
      unsafe first[power] = base.load(as: UnsafeMutableRawPointer?.self)
      bytes -= 1 << power
      return unsafe Block(base: base)
    }

    /// - Returns: whether it is kept.
    mutating func give(_ block: Block, power: Int) -> Bool {
      guard bytes + 1 << power <= mostKept else { return false }
      unsafe block.base.storeBytes(of: first[power], as: UnsafeMutableRawPointer?.self)
      unsafe first[power] = block.base
      bytes += 1 << power
      return true
    }
  }

  /// At least so many bytes.
  ///
  /// - Complexity: O(1) where such memory is kept, else what the system takes.
  package init(byteCount: Int) {
    let power = max(Self.leastPower, Int.bitWidth - max(0, byteCount - 1).leadingZeroBitCount)
    self.power = power
    let found = Self.kept.withLock { $0.take(power: power) }
    unsafe base = found?.base ?? .allocate(byteCount: 1 << power, alignment: 16)
  }

  /// All of it, for values of a type.
  @inlinable
  package func room<Value: BitwiseCopyable>(_ type: Value.Type) -> UnsafeMutablePointer<Value> {
    unsafe base.assumingMemoryBound(to: type)
  }

  /// Room for so many values of a type, from an offset on that moves behind them.
  ///
  /// Whoever asks for the most aligned types first needs no bytes between them.
  @inlinable
  package func room<Value: BitwiseCopyable>(
    for count: Int, _ type: Value.Type, at offset: inout Int
  ) -> UnsafeMutablePointer<Value> {
    let start = (offset + MemoryLayout<Value>.alignment - 1) & -MemoryLayout<Value>.alignment
    offset = start + count * MemoryLayout<Value>.stride
    precondition(count >= 0 && offset <= 1 << power)
    return unsafe (base + start).assumingMemoryBound(to: type)
  }

  deinit {
    let block = unsafe Block(base: base)
    let isKept = Self.kept.withLock { [power] in $0.give(block, power: power) }
    if !isKept { unsafe base.deallocate() }
  }

  /// A pointer that may go through a lock.
  @safe
  private struct Block: @unchecked Sendable {
    let base: UnsafeMutableRawPointer
  }
}
