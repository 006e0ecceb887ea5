import Testing

@testable import Zhisou

@Suite struct MessageTests {
  private let language = Language.chinese.adding(chinese: [
    "{1} of {2}": "{2}中的{1}", "three": "三", "one of {1}, not {2}": "{1}之一，非{2}",
    "in {braces} {1}": "括{号}{1}{2}{", "kind": "种",
  ])

  @Test func `a template is found by its values' places, and values may change places`() {
    let message: Message = "\(3) of \("five")"
    #expect("\(message)" == "3 of five")
    #expect(message.text(in: language) == "five中的3")
    #expect(message.text(in: .chinese) == "3 of five")
  }

  @Test func `a value may be a message itself or a list`() {
    let message: Message = "\("three" as Message) of \(Message("five"))"
    #expect(message.text(in: language) == "five中的三")
    let names: Message = "one of \(anyOf: ["a", "b"]), not \(list: ["c", "d"])"
    #expect("\(names)" == "one of a or b, not c, d")
    #expect(names.text(in: language) == "a 或 b之一，非c、d")
  }

  @Test func `braces that number nothing stay as they are`() {
    let value = "{1} {2} {"
    let message: Message = "in {braces} \(value)"
    #expect("\(message)" == "in {braces} {1} {2} {")
    #expect(message.text(in: language) == "括{号}{1} {2} {{2}{")
    #expect(Message("{1}").text(in: language) == "{1}")
  }

  @Test(arguments: [
    ("zh_CN.UTF-8", "zh"), ("zh", "zh"), ("zh-Hant-TW", "zh"), ("ZH_TW", "zh"), ("en_GB", "en"),
    ("C", "en"), ("", "en"), ("zha_CN", "en"), ("C.UTF-8", "en"), ("zh.GB18030", "zh"),
  ])
  func `a locale names a language`(locale: String, code: String) {
    #expect(Language(locale: locale).code == code)
  }
}
