import Foundation
import TestSupport
import Testing
import Zhisou

@Suite struct JSONTextTests {
  @Test func `what JSON forbids, and what ends a line for some, is escaped`() {
    let cases: [(String, String)] = [
      ("磨削 𬭎", "磨削 𬭎"), ("\"", #"\""#), ("\\", #"\\"#), ("/", "/"), ("\n\r\t", #"\n\r\t"#),
      ("\u{0}\u{1}\u{1F}\u{7F}", #"\u0000\u0001\u001f\u007f"#),
      ("\u{2028}\u{2029}", #"\u2028\u2029"#), ("\"\u{301}", "\\\"\u{301}"), ("", ""),
    ]
    for (text, escaped) in cases {
      let line = JSONText.line(.string(text))
      #expect(line.unicodeScalars.elementsEqual("\"\(escaped)\"".unicodeScalars), "\(escaped)")
    }
  }

  @Test func `any text comes back from another reader, on one line`() throws {
    var generator = SeededGenerator(seed: 8259)
    let scalars: [Unicode.Scalar] =
      (0..<0x80).compactMap { Unicode.Scalar($0) }
      + ["\u{85}", "\u{2028}", "\u{2029}", "磨", "𬭎", "\u{301}", "\u{FFFF}"]
    for _ in 0..<300 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...30, using: &generator) {
        text.append(scalars.randomElement(using: &generator) ?? "a")
      }
      let value = JSONText.Value.object([(String(text), .string(String(text)))])
      let line = JSONText.line(value)
      #expect(!line.unicodeScalars.contains { $0 == "\n" || $0 == "\r" || $0 == "\u{2028}" })
      let read = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
      #expect(read?.count == 1)
      #expect(read?.first.map { Array($0.key.utf8) } == Array(String(text).utf8))
      #expect(read?.first.map { Array($0.value.utf8) } == Array(String(text).utf8))
    }
  }

  @Test func `members stand in the order given, values in their forms`() {
    let value = JSONText.Value.object([
      ("b", .integer(-7)), ("a", .array([.bool(true), .bool(false), .null, .array([])])),
      ("c", .object([])), ("d", .number(0.5)), ("b", .string("again")),
    ])
    #expect(
      JSONText.line(value) == #"{"b":-7,"a":[true,false,null,[]],"c":{},"d":0.5,"b":"again"}"#)
  }

  @Test func `numbers that JSON does not have are null`() {
    let values: [JSONText.Value] = [
      .number(.infinity), .number(-.infinity), .number(.nan), .score(.infinity), .score(.nan),
    ]
    #expect(JSONText.line(.array(values)) == "[null,null,null,null,null]")
  }

  @Test func `a score gives the same number back`() {
    var generator = SeededGenerator(seed: 32)
    for _ in 0..<2000 {
      let score = Float(bitPattern: UInt32.random(in: 1..<0x7F80_0000, using: &generator))
      #expect(Float(JSONText.line(.score(score))) == score)
      let number = Double(bitPattern: UInt64.random(in: 1..<0x7FF0 << 48, using: &generator))
      #expect(Double(JSONText.line(.number(number))) == number)
    }
  }
}
