import Foundation
import TestSupport
import Testing

@testable import Zhisou

@Suite struct ChineseTextsTests {
  private static let templates = MessageTemplates(
    folder: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/Zhisou").standardizedFileURL.path)

  /// Whether a text is of what is wrong in files, which ``ChineseReasonsTests`` looks at.
  private static func isReason(_ template: String) -> Bool {
    [ChineseReasons.places, ChineseReasons.reasons, ChineseReasons.ofXMLParser].contains {
      $0[template] != nil
    }
  }

  @Test func `every message of the engine has a Chinese text`() {
    #expect(Self.templates.messages.count > 40)
    for template in Self.templates.messages.sorted() {
      #expect(ChineseTexts.all[template] != nil, "no Chinese text for \(template)")
    }
  }

  @Test func `the Chinese texts have the values of the English ones, each once`() {
    for (template, text) in ChineseTexts.all where !Self.isReason(template) {
      let numbers = [template, text].map { text in
        text.matches(of: /\{\d+\}/).map { String($0.output) }.sorted()
      }
      #expect(numbers[0] == numbers[1], "\(template)")
    }
  }

  @Test func `every Chinese text is of a message that there is`() {
    for template in ChineseTexts.all.keys
    where ChineseTexts.fromElsewhere[template] == nil && !Self.isReason(template) {
      #expect(Self.templates.literals.contains(template), "\(template)")
    }
  }

  @Test func `what the engine says in errors is said in Chinese`() {
    for (text, part) in [("(磨", "括号"), ("date:2023..2019", "范围"), ("kind:patnet", "patent")] {
      let problem = ParsedQuery.parse(text).problems.first
      let chinese = problem?.message.text(in: .chinese) ?? ""
      #expect(chinese.contains(part) && chinese != problem?.message.text(in: .english))
    }
  }
}
