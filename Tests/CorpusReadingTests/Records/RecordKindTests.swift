import CorpusReading
import Testing

struct RecordKindTests {
  @Test(arguments: [
    ("course", RecordKind.course), (" Courses ", .course), ("课程", .course), ("PATENT", .patent),
    ("专利", .patent), ("result", .innovation), ("results", .innovation), ("成果", .innovation),
    ("创新成果", .innovation), ("innovation", .innovation), ("知识", .knowledge),
    ("知识条目", .knowledge), ("craftsmen", .craftsman), ("工匠", .craftsman), ("劳模", .craftsman),
    ("other", .other),
  ])
  func `recognises words`(word: String, kind: RecordKind) {
    #expect(RecordKind(word: word.utf8) == kind)
  }

  @Test(arguments: ["news", "law", "", "专利的", String(repeating: "x", count: 1000)])
  func `does not guess`(word: String) {
    #expect(RecordKind(word: word.utf8) == nil)
  }

  @Test func `a word is known in any case, and never by its front`() {
    for kind in RecordKind.allCases {
      #expect(RecordKind(word: "\u{3000}\(kind.name.uppercased())\t".utf8) == kind)
      #expect(RecordKind(word: kind.name.dropLast().utf8) == nil)
      #expect(RecordKind(word: (kind.name + "x").utf8) == nil)
    }
    #expect(RecordKind(word: "实用新型专利".utf8) == .patent)
    #expect(RecordKind(word: "实用新型专种".utf8) == nil)
  }

  @Test func `every kind is known by its own name`() {
    for kind in RecordKind.allCases { #expect(RecordKind(word: kind.name.utf8) == kind) }
  }
}
