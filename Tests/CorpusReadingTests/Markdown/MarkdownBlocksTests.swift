import Testing

@testable import CorpusReading

struct MarkdownBlocksTests {
  /// The lines of the blocks of a text, headings with as many `#` as their level.
  private func blocks(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let document = MarkdownBlocks(bytes.span)
    return document.blocks.flatMap { block in
      String(decoding: document.bytes[block.range], as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false)
        .map { String(repeating: "#", count: block.level) + $0 }
    }
  }

  @Test(arguments: [
    ("一\n二\n\n三", ["一二", "三"]), ("one\ntwo", ["one two"]), ("一  \n二\\\n三", ["一", "二", "三"]),
    ("# 甲 #\n###### 乙\n####### 丙\n#丁", ["#甲", "######乙", "####### 丙 #丁"]),
    ("甲\n乙\n===\n丙\n-\n丁", ["#甲乙", "##丙", "丁"]), ("甲\n\n---\n\n* * *\n乙", ["甲", "乙"]),
    ("- 甲\n  乙\n* 丙\n+ [ ] 丁\n- [x] 戊\n-己", ["甲乙", "丙", "丁", "戊 -己"]),
    ("1. 甲\n2) 乙\n3.丙", ["1. 甲", "2) 乙 3.丙"]), ("1. 甲\n\n    续 *强*\n", ["1. 甲", "续 强"]),
    ("> 甲\n> > 乙\n>\n> # 丙", ["甲乙", "#丙"]),
    ("```swift\nlet a = \"*b*\"\n\n  # c\n```\n尾", ["let a = \"*b*\"", "", "  # c", "尾"]),
    ("~~~\n```\n~~~~\n甲", ["```", "甲"]), ("```\n没有收尾", ["没有收尾"]), ("`` `x` ``", ["`x`"]),
    ("    code  *a*\n\tb", ["code  *a*", "b"]),
    ("| 名 | 值 |\n|---|:-:|\n| **甲** | a\\|b |\n|乙||\n\n后", ["名\t值", "甲\ta|b", "乙\t", "后"]),
    ("前\n名 | 值\n--- | ---\n甲 | 乙\n\n丙 | 丁", ["前", "名\t值", "甲\t乙", "丙 | 丁"]),
    ("[1]: https://x.y \"z\"\n[^1]: 脚注\n[甲]: 乙", ["[^1]: 脚注 [甲]: 乙"]), ("", []), ("\n\n", []),
  ])
  func `blocks`(text: String, expected: [String]) {
    #expect(blocks(text) == expected)
    #expect(blocks(text.replacing("\n", with: "\r\n")) == expected)
  }
}
