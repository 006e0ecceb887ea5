import TestSupport
import Testing

@testable import CorpusReading

struct XMLCharacterDataTests {
  private func texts() -> [[UInt8]] {
    var generator = SeededGenerator(seed: 5)
    let pieces = ["<", ">", "&", ";", "]", "]]", "\r", "\n", "-", "中", "文字", "abc", "0123456789"]
    return (0..<2000).map { _ in
      (0..<Int.random(in: 0..<24, using: &generator)).flatMap { _ in
        Array(pieces[Int.random(in: 0..<pieces.count, using: &generator)].utf8)
      }
    }
  }

  @Test func `text ends where markup may begin`() {
    for text in texts() {
      for start in [0, text.count / 2] {
        let end = text.indices[start...].first { index in
          [0x3C, 0x26, 0x0D].contains(text[index])
            || (text[index] == 0x5D && (index + 1 == text.count || text[index + 1] == 0x5D))
        }
        #expect(XMLCharacterData.end(in: text.span, from: start) == end ?? text.count, "\(text)")
      }
    }
  }

  @Test(arguments: [
    ("甲]]>乙", 0, 6), ("甲-->乙]]>", 0, 6), ("]>甲->]]]>", 0, 11), (">甲", 0, 4), ("]]>]]>", 1, 6),
  ])
  func `a section ends where it says so`(text: String, start: Int, end: Int) {
    #expect(XMLCharacterData.sectionEnd(in: Array(text.utf8).span, from: start) == end)
  }

  @Test(arguments: [
    ("<?xml?><!DOCTYPE r [<!ELEMENT r ANY>]><r a=\"1\">甲", 47), ("<!-- 甲 -->", 12), ("<r", 2),
    ("<", 1), ("<根>乙", 5),
  ])
  func `what is in front of the root is not cut`(text: String, end: Int) {
    #expect(XMLCharacterData.rootTagEnd(in: Array(text.utf8).span, from: 0) == end)
  }
}
