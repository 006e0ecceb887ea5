import CorpusReading
import Testing

@testable import CorpusReading

struct ListTextTests {
  private func parts(_ text: String, _ field: Record.Field) -> [String] {
    let bytes = Array(text.utf8)
    var parts: [String] = []
    ListText.split(bytes, 0..<bytes.count, of: field) {
      parts.append(String(decoding: bytes[$0], as: UTF8.self))
    }
    return parts
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
