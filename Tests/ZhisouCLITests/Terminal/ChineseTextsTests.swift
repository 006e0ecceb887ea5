import Foundation
import TestSupport
import Testing
import Zhisou

@testable import ZhisouCLI

@Suite struct ChineseTextsTests {
  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../Sources").standardizedFileURL
  private static let templates = MessageTemplates(
    folder: sources.appendingPathComponent("ZhisouCLI").path)

  @Test func `every message of the commands has a Chinese text`() {
    let language = Language.chinese.adding(chinese: ChineseTexts.ofCommands)
    #expect(Self.templates.messages.count > 40)
    for template in Self.templates.messages.sorted() {
      let chinese = Message(template).text(in: language)
      #expect(
        chinese.unicodeScalars.contains { $0.properties.isIdeographic },
        "no Chinese text for \(template)")
    }
  }

  @Test func `every Chinese text is of a message that there is`() {
    for template in ChineseTexts.ofCommands.keys where ChineseTexts.parser[template] == nil {
      #expect(Self.templates.literals.contains(template), "\(template)")
    }
  }

  @Test func `the Chinese texts have the values of the English ones, each once`() {
    for (template, text) in ChineseTexts.ofCommands {
      let numbers = [template, text].map { text in
        text.matches(of: /\{\d+\}/).map { String($0.output) }.sorted()
      }
      #expect(numbers[0] == numbers[1], "\(template)")
    }
  }
}
