import Testing

@testable import CorpusReading

@Suite struct IgnoreListTests {
  private static func list(_ text: String) -> IgnoreList {
    var list = IgnoreList()
    list.add(Array(text.utf8))
    return list
  }

  @Test(arguments: [
    ("README.md", "README.md", true), ("README.md", "README.mdx", false),
    ("*.tmp.csv", "a.tmp.csv", true), ("*.tmp.csv", "a.csv", false), ("草稿*", "草稿一.docx", true),
    ("a*b*c", "aXbYbZc", true), ("a*b*c", "aXbYbZ", false), ("?.md", "a.md", true),
    ("?.md", "ab.md", false), ("*", "x", true), ("old/", "old", true), ("a # note", "a", true),
    ("# a", "a", false), ("  a\t\r", "a", true), ("", "", false),
  ])
  func `a pattern matches whole names`(pattern: String, name: String, expected: Bool) {
    #expect(Self.list(pattern + "\nother").contains(Array(name.utf8)) == expected)
  }

  @Test func `an empty list keeps everything`() {
    #expect(!IgnoreList().contains(Array("a".utf8)))
    #expect(!Self.list("\n\n#\n").contains(Array("a".utf8)))
  }
}
