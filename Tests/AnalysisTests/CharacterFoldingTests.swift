import Analysis
import Foundation
import Testing

@Suite struct CharacterFoldingTests {
  @Test func `letters lose case, width, compatibility form and marks as Unicode has it`() {
    var compared = 0
    for value: UInt32 in 0x80..<0x2_0000 {
      guard let scalar = Unicode.Scalar(value), isComparable(scalar) else { continue }
      let expected = ReferenceCharacter.fold(scalar)
      let found = words(String(scalar)).joined()
      #expect(
        found.unicodeScalars.elementsEqual(expected), "\(scalar) U+\(String(value, radix: 16))")
      compared += 1
    }
    #expect(compared > 3_000)
  }

  /// Letters that are folded to letters of words, of a version of Unicode that the tables know.
  private func isComparable(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    guard let age = scalar.properties.age, (age.major, age.minor) <= (14, 0) else { return false }
    // Case folding makes capitals of Cherokee, and keeps the dotless i; a capital ẞ has no letter
    // of its own that is yet larger. The signs ℠ and ™ are no letters.
    let isCherokee = (0x13A0...0x13FF).contains(value) || (0xAB70...0xABBF).contains(value)
    guard !isCherokee, ![0x131, 0x1D6A4, 0x1E9E, 0x2120, 0x2122].contains(value) else {
      return false
    }
    let folded = ReferenceCharacter.fold(scalar)
    let isOfWords = folded.allSatisfy {
      ReferenceCharacter(scalar: $0, start: 0, end: 0).kind == .word
    }
    return scalar.properties.generalCategory != .spacingMark && isOfWords && !folded.isEmpty
  }

  @Test func `folding a folded scalar changes nothing`() {
    for value: UInt32 in 0..<0x3_0000 where Unicode.Scalar(value) != nil {
      let once = Analyzer.foldedScalar(value)
      #expect(Analyzer.foldedScalar(once) == once)
    }
  }

  @Test(arguments: [
    "舊旧", "書书", "濟济", "國国", "際际", "論论", "壇坛", "車车", "機机", "鋼钢", "銑铣", "鉗钳", "後后", "薴苎", "臺台", "裡里",
  ])
  func `a traditional character is folded to the simplified one`(pair: String) {
    let scalars = Array(pair.unicodeScalars)
    #expect(Analyzer.foldedScalar(scalars[0].value) == scalars[1].value)
    #expect(Analyzer.foldedScalar(scalars[1].value) == scalars[1].value)
  }
}
