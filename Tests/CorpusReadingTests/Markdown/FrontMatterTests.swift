import Testing

@testable import CorpusReading

struct FrontMatterTests {
  /// The fields as `key=value|value`, and the text behind them.
  private func read(_ text: String) -> (entries: [String], rest: String)? {
    let bytes = Array(text.utf8)
    guard let front = FrontMatter(bytes.span) else { return nil }
    let entries = front.entries.map { entry in
      String(decoding: entry.key, as: UTF8.self) + "="
        + entry.values.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "|")
    }
    return (entries, String(decoding: bytes[front.end...], as: UTF8.self))
  }

  @Test(arguments: [
    ("a: b", ["a=b"]), ("a: b # c\n# d\n\nc: d#e", ["a=b", "c=d#e"]), ("标题：值", ["标题=值"]),
    ("a: \"x: \\\"y\\\" \\n\\\\\" # z", ["a=x: \"y\" \n\\"]), ("a: 'it''s'", ["a=it's"]),
    ("a: \"两\n  行\"", ["a=两行"]), ("\"a b\": c", ["a b=c"]), ("a: x:y http://z", ["a=x:y http://z"]),
    ("a: [x, 'y, z', \"w\"] # c", ["a=x|y, z|w"]), ("a: [x,\n  y]", ["a=x|y"]), ("a: []", ["a="]),
    ("a: [it's, b]", ["a=it's|b"]), ("a:\n  - x\n  - 'y'\n- z\nb: 1", ["a=x|y|z", "b=1"]),
    ("a:\n  zh: 甲\n  en: b\nc: 1", ["a=zh: 甲\nen: b", "c=1"]),
    ("a:\nb: ~\nc: null", ["a=", "b=", "c="]),
    ("a: |\n  x\n    y\n\n  z\nb: 1", ["a=x\n  y\n\nz\n", "b=1"]),
    ("a: >-\n  一\n  二\n\n  three\n  four\nb: 1", ["a=一二\nthree four\n", "b=1"]),
    ("a: 甲\n  乙\nb: 1", ["a=甲乙", "b=1"]), ("", []),
  ])
  func `what people write is read`(fields: String, expected: [String]) throws {
    let text = fields.isEmpty ? "" : fields + "\n"
    for (fence, end) in [("---\n", "---\n"), ("--- \n", "...\n")] {
      let (entries, rest) = try #require(read(fence + text + end + "正文"))
      #expect(entries == expected && rest == "正文")
    }
    let (entries, _) = try #require(read("---\n\(text)---\n".replacing("\n", with: "\r\n")))
    #expect(entries.count == expected.count)
  }

  @Test(arguments: [
    "", "正文", " ---\na: b\n---\n", "---\na: b\n", "---\n正文\n---\n", "---\na: \"b\n---\n",
    "---\na: [b\n---\n", "---\n  a: b\n---\n", "---\na: \"b\" c\n---\n", "---\n: b\n---\n",
    "----\n",
  ])
  func `what cannot be made out is none`(text: String) {
    #expect(read(text) == nil)
  }
}
