import Foundation
import TestSupport
import Testing

@testable import Zhisou

/// What is wrong in files, said in Chinese.
@Suite struct ChineseReasonsTests {
  private static let literals = MessageTemplates(
    folder: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/CorpusReading").standardizedFileURL.path
  ).literals

  /// What looks like a sentence and is never said: names in files, and what zlib says.
  private static let others: Set<String> = [
    "skill level", "educational level", "!doctype html", "windows user", "apache poi", "wps office",
    "incorrect data check", "incorrect length check",
  ]

  /// Sentences and parts of them: words in small letters beside one another, in no list of names,
  /// which are longer than sentences.
  private static let sentences = literals.filter { literal in
    literal.contains(/\b[a-z]+ [a-z]+\b/) && !others.contains(literal)
      && literal.split(separator: " ").count < 20
      && !literal.unicodeScalars.contains { $0.properties.isIdeographic || $0 == "_" }
  }

  private func chinese(_ reason: String) -> String {
    Message(reason, following: ChineseReasons.patternsOfReasons).text(in: .chinese)
  }

  @Test func `every reason that reading can give has a Chinese text`() {
    #expect(Self.sentences.count > 100)
    for sentence in Self.sentences.sorted() {
      // Advice and errors of paths are messages of the engine.
      if ChineseTexts.all[sentence] != nil { continue }
      let values = sentence.replacing(/\{\d+\}/, with: "7")
      let text = chinese(values)
      #expect(
        text.unicodeScalars.contains { $0.properties.isIdeographic }
          && !text.contains(/\b[a-z]+ [a-z]+\b/),
        "no Chinese text for \(sentence): \(text)")
    }
  }

  @Test func `every Chinese text is of a reason that there is`() {
    let parts = Self.literals.flatMap { $0.split(separator: /\{\d+\}/) }
    for template in ChineseReasons.reasons.keys {
      for part in template.split(separator: /\{\d+\}/) {
        #expect(parts.contains { $0.contains(part) || part.contains($0) }, "\(template)")
      }
    }
  }

  @Test func `a Chinese text has no value that the English one has not`() {
    for texts in [ChineseReasons.places, ChineseReasons.reasons, ChineseReasons.ofXMLParser] {
      for (template, text) in texts {
        for number in text.matches(of: /\{\d+\}/) {
          #expect(template.contains(number.output), "\(template)")
        }
      }
    }
  }

  @Test(arguments: [
    ("the quote is not closed", "引号没有收尾"), ("3 rows have no text", "3 行没有文字"),
    ("1 cell more than the header", "比表头多 1 个单元格"), ("2 cells more than the header", "比表头多 2 个单元格"),
    ("an array where an object {…} is expected", "此处应为对象 {…}，却是数组"),
    ("not JSON: 'x' is not expected at byte 17", "不是 JSON：第 17 字节处不应有'x'"),
    (
      "not JSON: a bad number at byte 3; no end can be told, and the rest is lost",
      "不是 JSON：第 3 字节处的数有误；找不到结尾，其余部分丢失"
    ),
    ("a RAR archive is not supported: unpack it first", "不支持 RAR 压缩包：请先解压"),
    ("Permission denied, so that nothing in its folder is read", "没有权限，因此该文件夹中的内容都未读"),
    ("XML with root <kind> has nothing that looks like a record", "根元素为 <kind> 的 XML 中没有像记录的内容"),
    ("not well-formed XML: a new complaint", "XML 格式不良：a new complaint"),
    ("nothing that is known, kind", "nothing that is known, kind"),
  ])
  func `a reason is said in Chinese, and in English as it was`(english: String, chinese: String) {
    #expect(self.chinese(english) == chinese)
    let message = Message(english, following: ChineseReasons.patternsOfReasons)
    #expect(message.text(in: .english) == english)
  }

  @Test(arguments: [
    ("line 17", "第 17 行"), ("record 2, line 31", "第 2 条记录，第 31 行"),
    ("a, b.zip/line 1.csv, line 3", "a, b.zip/line 1.csv，第 3 行"), ("说明", "说明"),
    ("kind.xml, record 2", "kind.xml，第 2 条记录"),
  ])
  func `a place is said in Chinese`(english: String, chinese: String) {
    let problem = IngestReport.Problem(place: english, reason: "the page has no text")
    #expect(problem.message.text(in: .chinese) == "\(chinese)：网页没有文字")
    #expect("\(problem.message)" == "\(english): the page has no text")
  }
}
