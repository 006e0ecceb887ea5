import Testing
import Zhisou

@testable import ZhisouCLI

@Suite struct HelpTextTests {
  /// Help as the parser lays it out.
  private static let parserText = """
    OVERVIEW: Find it.

    Words: of the verb:

    zhisou search 磨削

    USAGE: zhisou search [<options>] <query> ...

    OPTIONS:
      -n, --limit <limit>     How many hits. (default: 10)
      --long-option <a> <b> c As long as a label beside its text can be.
      --a-label-that-is-too-long <a>
                              Below it.
      --version               Show the version.

      See 'zhisou help <subcommand>' for detailed help.
    """

  private func lines(_ language: Language, columns: Int) -> [String] {
    HelpText(Self.parserText, in: language)?.lines(columns: columns) ?? []
  }

  @Test func `in a wide window and in English it is what the parser wrote`() {
    #expect(lines(.english, columns: 80).joined(separator: "\n") == Self.parserText)
  }

  @Test func `what the parser says itself is said in Chinese`() {
    let language = Language.chinese.adding(chinese: ChineseTexts.ofCommands)
    let chinese = lines(language, columns: 80)
    #expect(chinese.first == "简介：Find it.")
    #expect(chinese.contains("用法：zhisou search [<options>] <query> ...") && chinese.contains("选项："))
    #expect(chinese.contains("  -n, --limit <limit>     How many hits.（默认 10）"))
    #expect(chinese.contains("  --version               显示版本。"))
    #expect(chinese.last == "  详细说明请看 zhisou help <subcommand>。")
  }

  @Test func `in a narrow window texts stand below their options`() {
    let narrow = lines(.english, columns: 24)
    #expect(narrow.allSatisfy { $0.displayWidth <= 24 })
    let place = narrow.firstIndex(of: "  -n, --limit <limit>") ?? narrow.endIndex
    #expect(narrow[place...].dropFirst().first == "        How many hits.")
  }

  @Test func `anything else is no help`() {
    #expect(HelpText("0.1.0", in: .english) == nil && HelpText("", in: .english) == nil)
  }
}
