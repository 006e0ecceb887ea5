/// Gives every distinct token an id, counted from 0 in the order of first sight.
///
/// A hash table with open addressing over one run of bytes. A slot holds the upper half of the
/// hash beside the id, so that most comparisons never look at the bytes. Not for use by several
/// threads at once.
@safe
package final class TokenInterner {
  // One allocation that outlives every call: `let` spares each access the check that a stored
  // variable of a class pays.
  private let table: UnsafeMutablePointer<InternTable>

  package init() {
    unsafe table = .allocate(capacity: 1)
    unsafe table.initialize(to: InternTable())
  }

  deinit {
    unsafe table.deinitialize(count: 1)
    unsafe table.deallocate()
  }

  /// The number of tokens.
  package var count: Int { unsafe table.pointee.count }

  /// The bytes of storage that its tokens need; the same for the same tokens.
  package var memoryInBytes: Int { unsafe table.pointee.memoryInBytes }

  /// The id of a token, which is added if it is new.
  ///
  /// - Complexity: O(length), amortised.
  package func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    unsafe table.pointee.intern(bytes)
  }

  /// The id of a token if it is known.
  package func find(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
    unsafe table.pointee.find(bytes)
  }

  /// Lends the bytes of a token; they stay in place until the next one is interned.
  package func withBytes<R, Failure: Error>(
    of id: UInt32, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> R
  ) throws(Failure) -> R {
    try unsafe body(table.pointee.bytes(of: Int(id)))
  }

  /// Forgets all tokens and keeps the storage.
  package func removeAll() {
    unsafe table.pointee.removeAll()
  }

  /// All ids, ordered by the bytes of their tokens.
  ///
  /// - Complexity: O(n log n), most comparisons being of one word.
  package func idsInByteOrder() -> [UInt32] {
    unsafe table.pointee.idsInByteOrder()
  }
}
