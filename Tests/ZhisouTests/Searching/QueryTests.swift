import Analysis
import InvertedIndex
import Testing

@testable import Zhisou

@Suite struct QueryTests {
  @Test func `a query is its distinct terms in the order of the text`() throws {
    let query = try Query("磨削，磨削烧 abc ABC 削")
    #expect(query.text == "磨削，磨削烧 abc ABC 削")
    #expect(query.termTexts == ["磨削", "削烧", "abc", "削"])
    #expect(query.terms.count == 4 && Set(query.terms).count == 4)
    #expect(query.terms.allSatisfy { $0.field == .text && $0.boost == 1 })
  }

  @Test(arguments: [
    ("軸承異響", "轴承异响"), ("ｇｂ／ｔ　１８０４－２０００", "GB/T 1804—2000"), ("６２０５－２ＲＳ", "6205-2rs"),
    ("磨削磨削", "磨削 削磨"), ("か\u{3099}く", "がく"), ("葛\u{E0100}城", "葛城"),
  ])
  func `spellings of one text are one query`(one: String, other: String) throws {
    #expect(try Query(one).terms == Query(other).terms)
  }

  @Test func `a code is looked for whole and in parts`() throws {
    let texts = try Query("GB/T 1804—2000").termTexts
    #expect(Set(texts).isSuperset(of: ["gbt1804-2000", "gbt1804", "gb", "t", "1804", "2000"]))
    #expect(Set(texts).count == texts.count)
  }

  @Test func `one character stands for all pairs that have it`() throws {
    let query = try Query("磨")
    let id = TermKey.denseID(of: 0x78E8)
    guard case .union(let range, let others) = query.terms.first?.form else {
      Issue.record("one character is no union")
      return
    }
    #expect(query.terms.count == 1 && query.termTexts == ["磨"])
    #expect(range == TermKey.range(startingWith: id))
    #expect(others.count == Int(TermKey.characterCount) - 1)
    #expect(others.allSatisfy { TermKey.firstAndSecond(of: $0).second == id })
    #expect(
      Set(others).count == others.count && !others.contains(TermKey.bigram(first: 0, second: id)))
  }

  @Test func `of tokens one character is just that token`() throws {
    let query = try Query("磨 磨削", analyzer: .whitespace)
    let ids = [0x78E8, 0x524A].map { TermKey.denseID(of: $0) }
    #expect(
      query.terms.map(\.form) == [
        .key(TermKey.bigram(first: ids[0], second: 0)),
        .key(TermKey.bigram(first: ids[0], second: ids[1])),
      ])
  }

  @Test(arguments: ["", " ", "，。！", "-/.", "\n\t\u{3000}", "🙂", "\u{301}\u{E0100}", "+#", "\0"])
  func `a query of punctuation only is empty`(text: String) throws {
    let error = try #require(throws: ZhisouError.self) { try Query(text) }
    #expect(error.code == .emptyQuery && !error.reason.isEmpty && !error.advice.isEmpty)
  }
}
