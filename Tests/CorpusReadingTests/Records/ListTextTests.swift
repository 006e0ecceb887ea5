import CorpusReading
import TestSupport
import Testing

@testable import CorpusReading

/// Also against a twin that looks at one character after another.
struct ListTextTests {
  private func parts(_ text: String, _ field: Record.Field) -> [String] {
    let bytes = Array(text.utf8)
    var parts: [String] = []
    var list = ListText(0..<bytes.count, of: field)
    while let part = list.next(in: bytes.span) {
      parts.append(String(decoding: bytes[part], as: UTF8.self))
    }
    return parts
  }

  /// The twin.
  private func slowParts(_ text: String, _ field: Record.Field) -> [String] {
    let isLoose = field == .person || field == .keyword
    func split(_ separators: String) -> [String] {
      text.unicodeScalars.split(omittingEmptySubsequences: false) {
        separators.unicodeScalars.contains($0)
      }.map { String($0) }
    }
    let all = split(";|；｜、,，")
    let commasSeparate =
      isLoose
      && all.enumerated().allSatisfy { index, part in
        let hasChinese = part.unicodeScalars.contains { $0.value >= 0x3000 }
        let length = part.utf8.count { $0 != 0x20 }
        return length <= 48
          && (length > 0 ? hasChinese || field == .keyword : index == all.count - 1)
      }
    let parts = commasSeparate ? all : split(isLoose ? ";|；｜、" : ";|；｜")
    return parts.map { part in
      let scalars = Array(part.unicodeScalars)
      let isSpace = { (scalar: Unicode.Scalar) in " \t\n\r\u{3000}".unicodeScalars.contains(scalar)
      }
      var kept = String.UnicodeScalarView()
      kept.append(
        contentsOf: scalars.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
      return String(kept)
    }.filter { !$0.isEmpty }
  }

  @Test(arguments: 0..<40)
  func `any list has the parts of the twin`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      ";", "|", "；", "｜", "、", ",", ",", "，", "，", " ", "\u{3000}", "a", "曹凯",
      "。", "／", "ー", "工程师", "long name of a firm ", "é",
    ]
    for _ in 0..<200 {
      let length = Int.random(in: 0...14, using: &generator)
      let text = (0..<length).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      for field in [Record.Field.person, .keyword, .organisation, .code] {
        #expect(parts(text, field) == slowParts(text, field), "\(text.debugDescription) \(field)")
      }
    }
  }

  @Test func `semicolons and bars separate`() {
    #expect(parts("曹凯; 张圈世；李四|王五", .person) == ["曹凯", "张圈世", "李四", "王五"])
    #expect(parts("A61N5/00;A61N5/10", .code) == ["A61N5/00", "A61N5/10"])
    #expect(parts("甲公司；乙公司｜丙厂", .organisation) == ["甲公司", "乙公司", "丙厂"])
    #expect(parts(";; 甲 ;", .person) == ["甲"])
  }

  @Test func `enumeration commas separate people and keywords only`() {
    #expect(parts("曹凯、张圈世", .person) == ["曹凯", "张圈世"])
    #expect(parts("甲、乙公司", .organisation) == ["甲、乙公司"])
  }

  @Test func `commas separate where that is plausible`() {
    #expect(parts("曹凯，张圈世,李四", .person) == ["曹凯", "张圈世", "李四"])
    #expect(parts("Smith, John", .person) == ["Smith, John"])
    #expect(parts("grinding, burn", .keyword) == ["grinding", "burn"])
    #expect(parts("Siemens Co., Ltd.", .organisation) == ["Siemens Co., Ltd."])
  }
}
