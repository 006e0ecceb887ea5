import Testing

@testable import Zhisou

@Suite struct DocumentKindQueryNameTests {
  @Test(
    arguments: [
      ("course", .course), ("课程", .course), ("課程", .course), ("Patent", .patent),
      ("ｐａｔｅｎｔｓ", .patent),
      ("专利", .patent), ("innovation", .innovation), ("result", .innovation), ("成果", .innovation),
      ("创新成果", .innovation),
      ("knowledge", .knowledge), ("知识", .knowledge), ("craftsman", .craftsman), ("工匠", .craftsman),
      ("other", .other),
      ("其他", .other),
    ] as [(String, DocumentKind)])
  func `a kind has names in both languages`(name: String, kind: DocumentKind) {
    #expect(DocumentKind(queryName: name) == kind)
  }

  @Test func `no two kinds share a name, and the English name is the first`() {
    let names = DocumentKind.allCases.flatMap(\.queryNames)
    #expect(Set(names).count == names.count)
    #expect(DocumentKind.allCases.allSatisfy { $0.queryNames.first == $0.name })
  }

  @Test func `lists have commas of any form between names`() {
    let all = DocumentKind.kinds(inQueryList: "course, 专利，Result 、知识,工匠,other")
    #expect(all == [.course, .patent, .innovation, .knowledge, .craftsman, .other])
    for list in ["", ",", "course,", "course patent", "course;patent", "book", "course,,patent"] {
      #expect(DocumentKind.kinds(inQueryList: list) == nil, "\(list)")
    }
  }
}
