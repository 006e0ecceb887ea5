import Testing

@testable import Zhisou

/// What people type without thinking of operators is searched for as it is.
@Suite struct PlainTextTests {
  @Test(arguments: [
    "轴承换了新的还是响怎么办", "轴承异响，怎么处理？（急）", "GB/T 1804-2000 (m级) 公差?", "H7(轴)", "Cr12(MoV)",
    "公差（m级）怎么选", "GB/T 1804—2000 – 公差", "5 - 10 mm", "5 + 3", "a - b", "- 1 -", "-20℃ 低温 +5V",
    "－２０℃", "5*3", "长 * 宽 * 高", "* 注意", "10 ^ 5", "10^5", "10^-3", "N/mm^2 强度", "R^2 0.99",
    "面积 100cm^2", "x^y", "砂轮^abc", "1:50", "10:30 开机", "http://example.com/a:b", "C++", "C++ 和 C#",
    "3/4\"螺纹", "DN15(1/2\") 管", "1½\" 阀", "Φ20±0.5", "±5%", "A&&B || !C", "and or not And",
    "ANDROID NOTE",
    "PLC老是掉线:-)", ":( 坏了", "1) 轴承 2) 电机", "（1）轴承 （2）电机", "a) b)", "--layout -> <-", "---",
    "std::vector", "IRow::Open", "title::x", "file://a", "source://a", "COD：30mg/L",
    "IP:192.168.0.1",
    "PID：参数", "故障代码：E03", "这个标题：砂轮", "标题 ： 砂轮", "substring () 函数", "data （） 返回",
    "foo() 与 bar(a, b)", "** 重要 **", "a**", "生成机理）*", "2019..2023", "等等...", "「李氏朝鮮」更名為何?",
    "《狂飙》是什么", "概念 (价值 (模型) 和 折旧) 说明", "C:\\Temp\\日志", "产能”计划编制", "🙂 emoji 👩‍🔧 ok",
    "\u{202E}abc\u{202C}", "a\0b", "\u{301}a", "行一\n行二\t列", "磨削、烧伤；裂纹……", "50%~60%", "M8×1.25-6H",
    "_x_ #标签 @",
    "问：砂轮", "grade：A级", "6205-2RS/C3", "24口交换机", "NB/T 47013.2",
  ])
  func `it is plain words, to the last character`(text: String) {
    let parsed = ParsedQuery.parse("\u{3000}\(text) \n")
    #expect(parsed.problems == [])
    guard case .words(let words) = parsed.expression else {
      Issue.record("\(text) is \(parsed.expression)")
      return
    }
    #expect(Array(words.utf8) == Array(text.utf8))
    #expect(Array(parsed.expression.description.utf8) == Array(text.utf8))
  }

  @Test(arguments: ["", " ", "\u{3000}\n\t\u{A0}"])
  func `a blank text is no words`(text: String) {
    let parsed = ParsedQuery.parse(text)
    #expect(parsed.expression == .words("") && parsed.problems == [])
  }

  @Test func `a long text is one run of words`() {
    let text = String(repeating: "磨削烧伤，怎么处理？ ", count: 2000)
    #expect(ParsedQuery.parse(text).expression == .words(String(text.dropLast())))
  }

  @Test func `parentheses around plain words alone are left out`() {
    #expect(ParsedQuery.parse("（磨削 烧伤）").expression == .words("磨削 烧伤"))
    #expect(ParsedQuery.parse("((砂轮))").expression == .words("砂轮"))
  }
}
