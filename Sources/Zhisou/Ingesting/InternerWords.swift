internal import Analysis
internal import InvertedIndex

/// Gives the index the words that the analyzer numbered.
struct InternerWords: WordTable {
  let interner: TokenInterner

  var count: Int { interner.count }
  var memoryInBytes: Int { interner.memoryInBytes }

  func idsInByteOrder() -> [UInt32] { interner.idsInByteOrder() }

  func withBytes<Result, Failure: Error>(
    of id: UInt32, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    unsafe try interner.withBytes(of: id, body)
  }

  func removeAll() { interner.removeAll() }
}
