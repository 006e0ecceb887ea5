import Testing

@testable import Zhisou

@Suite struct SourceNameTests {
  @Test(arguments: [(0, "a.jsonl"), (12, "专利/一.xml.gz"), (7, ""), (3, "a#1 b")])
  func `root and file come back from a name`(root: Int, file: String) {
    let name = SourceName(root: root, file: file)
    #expect(SourceName.root(of: name.bytes) == root)
    #expect(SourceName.file(of: name.bytes) == file)
    #expect(name.bytes == Array("\(root)\u{0}\(file)".utf8))
  }

  @Test func `a record without an identifier is named by file and number`() {
    let name = SourceName(root: 5, file: "专利/一.xml")
    #expect(name.identifier(ofRecord: 17) == Array("专利/一.xml#17".utf8))
  }

  @Test func `a name without a root is a file of none`() {
    #expect(SourceName.root(of: Array("a.jsonl".utf8)) == nil)
    #expect(SourceName.file(of: Array("a.jsonl".utf8)) == "a.jsonl")
    #expect(SourceName.root(of: []) == nil && SourceName.file(of: []) == "")
  }
}
