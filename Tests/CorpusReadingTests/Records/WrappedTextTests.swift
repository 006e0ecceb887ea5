import TestSupport
import Testing

@testable import CorpusReading

struct WrappedTextTests {
  private func joined(_ text: String, after front: String = "") -> String {
    var bytes = Array((front + text).utf8)
    WrappedText.join(&bytes, from: front.utf8.count)
    return String(decoding: bytes.dropFirst(front.utf8.count), as: UTF8.self)
  }

  @Test(arguments: [
    ("接种长\n\t\t\n孢洛德酵母", "接种长孢洛德酵母"), ("酵母\nCGMCC 6645", "酵母 CGMCC 6645"),
    ("培养基，\n\t高压", "培养基，高压"), ("hello\n  world", "hello world"), ("  甲 乙 \n", "甲 乙"),
    ("甲\u{1F}乙", "甲 乙"), ("甲\n\u{1F}\n乙", "甲 乙"), ("a  b", "a b"), ("", ""), (" \n ", ""),
    ("𠮷\n野", "𠮷野"), ("ＡＢ\nＣ", "ＡＢＣ"), ("한국\n어", "한국 어"),
    ("甲\u{1}  乙", "甲\u{1} 乙"), ("12345678\u{1}12345678", "12345678\u{1}12345678"),
  ])
  func `lines are joined as their characters ask`(text: String, expected: String) {
    #expect(joined(text) == expected)
    #expect(joined(text, after: "前文。\n ") == expected)
  }

  /// The same rule, character by character.
  private func slowJoined(_ text: String) -> String {
    let isSpace = { (scalar: Unicode.Scalar) in " \n\t\u{1F}".unicodeScalars.contains(scalar) }
    var scalars = Array(text.unicodeScalars)
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    var out = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      guard isSpace(scalars[index]) else {
        out.append(scalars[index])
        index += 1
        continue
      }
      var run: [Unicode.Scalar] = []
      while isSpace(scalars[index]) {
        run.append(scalars[index])
        index += 1
      }
      let isHan = { (scalar: Unicode.Scalar?) in (0x2E80...0x9FFF).contains(scalar?.value ?? 0) }
      let breaks = run.contains("\n") && !run.contains("\u{1F}")
      if !(breaks && isHan(out.last) && isHan(scalars[index])) { out.append(" ") }
    }
    return String(out)
  }

  @Test func `joining agrees with its slow twin`() {
    var generator = SeededGenerator(seed: 11)
    let alphabet = ["长", "a", " ", "\n", "\t", "\u{1F}", "。", "bcdefghi"]
    for _ in 0..<3000 {
      let length = Int.random(in: 0..<20, using: &generator)
      let text = (0..<length).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
      }.joined()
      #expect(joined(text) == slowJoined(text))
    }
  }
}
