/// Counts the characters, which are Unicode scalars, before places of a text that ascend.
@safe
struct CharacterCounter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  private var characters = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe self.bytes = bytes
  }

  /// The characters of a range of bytes, which begins no earlier than the one before it.
  ///
  /// - Complexity: O(bytes since the last beginning + length).
  mutating func characters(of range: Range<Int>) -> Range<Int> {
    characters &+= count(place..<range.lowerBound)
    place = range.lowerBound
    return characters..<characters &+ count(range)
  }

  private func count(_ range: Range<Int>) -> Int {
    var count = 0
    for place in range where unsafe bytes[place] & 0xC0 != 0x80 { count &+= 1 }
    return count
  }
}
