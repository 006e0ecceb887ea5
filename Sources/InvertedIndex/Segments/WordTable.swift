/// The words behind interned term keys, which the analyzer numbered as it met them.
package protocol WordTable {
  var count: Int { get }
  /// Bytes of memory in use, the same for the same words.
  var memoryInBytes: Int { get }
  /// All numbers, ordered by the bytes of their words.
  func idsInByteOrder() -> [UInt32]
  func withBytes<Result, Failure: Error>(
    of id: UInt32, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result
  func removeAll()
}
