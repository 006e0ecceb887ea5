import Testing
import Zhisou

@testable import ZhisouCLI

@Suite struct ParserComplaintTests {
  private let chinese = Language.chinese.adding(chinese: ChineseTexts.ofCommands)

  @Test func `what is quoted is a value, and the rest is one line`() {
    let complaint = ParserComplaint("Unknown option '--limt'. Did you mean '--limit'?").message
    #expect("\(complaint)" == "Unknown option '--limt'. Did you mean '--limit'?")
    #expect(complaint.text(in: chinese) == "没有选项 --limt；是不是 --limit？")
    let lines = ParserComplaint("Unknown option 'a'\n   or: b")
    #expect("\(lines.message)" == "Unknown option 'a' or: b")
    #expect("\(ParserComplaint("it's '{1}'").message)" == "it's '{1}'")
  }
}
