import Analysis
import Foundation
import TestSupport
import Testing

@Suite struct TextTokenizerTests {
  @Test(arguments: 0..<16 as Range<UInt64>)
  func `agrees with the slow tokenizer on texts of all kinds`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<250 {
      let bytes = RandomText.bytes(&generator)
      let (fast, slow) = (analyzed(bytes).sorted(), ReferenceTokenizer.tokens(of: bytes).sorted())
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(fast == slow, "\(text.unicodeScalars.map { $0.escaped(asASCII: false) }.joined())")
    }
  }

  @Test func `keys are the same whether ranges are kept or not`() {
    var generator = SeededGenerator(seed: 99)
    for _ in 0..<2_000 {
      let bytes = RandomText.bytes(&generator)
      let interner = TokenInterner()
      var plain = TokenBuffer(keepsRanges: false)
      var ranged = TokenBuffer(keepsRanges: true)
      unsafe bytes.withUnsafeBufferPointer { text in
        unsafe Analyzer.standard.analyze(text, into: &ranged, interning: interner)
        unsafe Analyzer.standard.analyze(text, into: &plain, interning: interner)
      }
      let keys = unsafe plain.withKeys { unsafe Array($0) }
      #expect(keys == (0..<ranged.count).map { ranged[$0].key })
      #expect(plain.positions == (0..<ranged.count).filter { !ranged[$0].isExtra }.count)
    }
  }

  @Test func `a bigram's own bytes give the same bigram`() {
    var generator = SeededGenerator(seed: 5)
    let characters = RandomText.pieces.prefix(24)
    var seen = 0
    for _ in 0..<500 {
      let text = (0..<12).map { _ in characters.randomElement(using: &generator) ?? "" }.joined()
      let bytes = Array(text.utf8)
      for token in analyzed(bytes) {
        let again = analyzed(Array(bytes[token.start..<token.end]))
        #expect(again.filter { !$0.isExtra }.map(\.text) == [token.text])
        seen += 1
      }
    }
    #expect(seen > 1_000)
  }

  @Test func `any bytes are taken, and ranges stay within them`() {
    var generator = SeededGenerator(seed: 6)
    let frequent: [UInt8] = [
      0xE4, 0xB8, 0x80, 0xF0, 0xA0, 0x2D, 0x2E, 0x20, 0x41, 0x31, 0xED, 0xC3,
    ]
    for _ in 0..<3_000 {
      let length = Int.random(in: 0...80, using: &generator)
      let bytes = (0..<length).map { _ in
        Bool.random(using: &generator)
          ? frequent.randomElement(using: &generator) ?? 0
          : UInt8.random(in: 0...255, using: &generator)
      }
      for token in analyzed(bytes) {
        #expect(0 <= token.start && token.start < token.end && token.end <= bytes.count)
        #expect(!token.text.isEmpty)
      }
    }
  }

  @Test func `every cut of a text is taken without its end being read`() {
    let bytes = Array("舊唐書 GB/T 1804—2000 H01L 21/00 か\u{3099}𠮷野 C++ é".utf8)
    for end in 0...bytes.count {
      // A copy of its own, so that a checker of memory sees a read beyond it.
      let cut = Array(bytes[..<end])
      #expect(analyzed(cut).sorted() == ReferenceTokenizer.tokens(of: cut).sorted())
    }
  }
}
