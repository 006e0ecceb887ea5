import Analysis
import Testing

@Suite struct WordFinderTests {
  private static func words(_ text: String) -> Set<String> {
    let bytes = Array(text.utf8)
    let ranges = unsafe bytes.withUnsafeBufferPointer { unsafe WordFinder.ranges(in: $0) }
    return Set(ranges.map { String(decoding: bytes[$0], as: UTF8.self) })
  }

  @Test func `words, numbers and codes are found, characters of runs are not`() {
    #expect(Self.words("磨削 Word，1.5、ＡＢ 𠮷e\u{301}") == ["Word", "1.5", "ＡＢ", "e\u{301}"])
    #expect(
      Self.words("按GB/T 1804—2000") == ["GB", "T", "1804", "2000", "GB/T 1804—2000"])
    #expect(Self.words("用C++写") == ["C", "C++"])
    #expect(Self.words("磨削。").isEmpty && Self.words("").isEmpty)
  }
}
