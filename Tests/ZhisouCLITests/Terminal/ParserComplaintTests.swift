import Testing
import Zhisou

@testable import ZhisouCLI

@Suite struct ParserComplaintTests {
  private let chinese = Language.chinese.adding(chinese: ChineseTexts.ofCommands)

  @Test func `what is quoted is a value, and the rest is one line`() {
    let complaint = ParserComplaint("Unknown option '--limt'. Did you mean '--limit'?").message
    #expect(
      !"\(ParserComplaint("Unknown option '-x'. Did you mean '-n'?").message(withHelpOf: nil))"
        .contains("see"))
    let flag = "The option '--explain' does not take any value, but '1' was specified."
    #expect(
      "\(ParserComplaint(flag).message(withHelpOf: "search"))"
        == "\(flag.dropLast()); see zhisou search --help")
    #expect("\(complaint)" == "Unknown option '--limt'. Did you mean '--limit'?")
    #expect(complaint.text(in: chinese) == "没有选项 --limt；是不是 --limit？")
    let lines = ParserComplaint("3 unexpected arguments:\n   'a', 'b', 'c'").message
    #expect("\(lines)" == "3 unexpected arguments: 'a', 'b', 'c'")
    #expect(lines.text(in: chinese) == "3 个多余的参数：a、b、c")
    #expect("\(ParserComplaint("it's '{1}'").message)" == "it's '{1}'")
    let names = ParserComplaint("Unexpected argument 'kind'").message
    #expect(names.text(in: chinese) == "多余的参数“kind”")
  }
}
