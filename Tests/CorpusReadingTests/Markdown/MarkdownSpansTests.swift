import TestSupport
import Testing

@testable import CorpusReading

struct MarkdownSpansTests {
  private func words(_ text: String) -> String {
    String(decoding: MarkdownSpans.words(of: Array(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("*强* **重** ***两*** _斜_ __粗__ ~~删~~", "强 重 两 斜 粗 删"), ("**重点：**内容", "重点：内容"),
    ("中*文*中**文**字", "中文中文字"), ("**外 *内* 外**", "外 内 外"), ("*a **b** c*", "a b c"),
    ("2*3*4 与 PD1728_A_1", "2*3*4 与 PD1728_A_1"), ("* 不是 *", "* 不是 *"), ("a * b", "a * b"),
    ("没有**收尾", "没有**收尾"), ("~一~ ~~~三~~~", "~一~ ~~~三~~~"), ("\\*星\\* \\a", "*星* \\a"),
    ("`a*b*` ``c`d`` `没完", "a*b* c`d `没完"),
    ("[链接](http://x/(y) \"题\") [文][1] [注] [^1]", "链接 文 [注] [^1]"),
    ("![图 *一*](a.png)后 ![x] !", "图 一后 ![x] !"), ("[![徽章](a)](b)", "徽章"), ("[a](b", "[a](b"),
    ("]a[ [[b]]", "]a[ [[b]]"), ("a<b>粗</b><!-- 注 -->c<br/>d", "a粗c\u{1F}d"),
    ("<https://x.y> <a@b.cn> <版本> <TEMPLATE> R<5 <", "https://x.y a@b.cn <版本> <TEMPLATE> R<5 <"),
    ("<img src=\"a.png\" alt='x'> <span class=\"c\">词</span>", " 词"),
    ("&lt;&amp;&#20013;&#x4e2d;&nbsp;&未知; &", "<&中中 &未知; &"), ("&#0;&#x110000;", "&#0;&#x110000;"),
  ])
  func `marks go, words stay`(text: String, expected: String) {
    #expect(words(text) == expected)
  }

  @Test(arguments: UInt64(0)..<200)
  func `no word is ever lost`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let marks = [
      "*", "**", "_", "~~", "`", "[", "]", "![", "\\", "&", "<", ">", " ", "(", "!", "\n",
    ]
    var text = ""
    var expected: [String] = []
    for index in 0..<Int.random(in: 1...30, using: &generator) {
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        text += marks.randomElement(using: &generator) ?? ""
      }
      text += "词\(index)。"
      expected.append("词\(index)。")
    }
    // Only the targets of links and the insides of tags may go: here nothing is a tag, and a
    // target is `(` behind `]`.
    guard !text.contains("](") && !text.contains("][") else { return }
    let words = words(text)
    for word in expected { #expect(words.contains(word), "\(text)") }
  }

  @Test func `many marks take no time`() {
    for mark in ["*", "[", "<", "`", "![](", "~~", "*a_", "&", "<!--", "](", "`a``"] {
      #expect(!words(String(repeating: mark, count: 20_000)).isEmpty)
    }
  }
}
