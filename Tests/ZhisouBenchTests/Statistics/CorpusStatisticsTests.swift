import TestSupport
import Testing
import Zhisou

@testable import ZhisouBench

@Suite struct CorpusStatisticsTests {
  private static func bigrams(_ text: String) -> [String] {
    var bigrams: [UInt64] = []
    _ = HanBigrams.append(of: Array(text.utf8).span, to: &bigrams)
    return bigrams.map { bigram in
      [bigram >> 21, bigram & (1 << 21 - 1)].compactMap { Unicode.Scalar(UInt32($0)) }
        .map(String.init).joined()
    }
  }

  @Test func `bigrams are those of runs of Han characters`() {
    #expect(Self.bigrams("磨削烧伤，a砂轮5硬\n钢𠮷〇々") == ["磨削", "削烧", "烧伤", "砂轮", "钢𠮷", "𠮷〇", "〇々"])
    #expect(Self.bigrams("磨é削").isEmpty && Self.bigrams("").isEmpty)
  }

  @Test func `a small corpus is counted as by hand`() {
    var statistics = CorpusStatistics(lengths: [2, 4], queries: 10, seed: 1)
    for text in ["磨削磨削", "磨削烧伤好", "磨削", "砂轮"] { statistics.add(Array(text.utf8).span) }
    // 磨削 in three texts, 削磨, 削烧, 烧伤, 伤好 and 砂轮 in one each.
    typealias Step = CorpusStatistics.Step
    #expect(
      statistics.steps == [
        Step(texts: 1, characters: 4, bigrams: 3, postings: 2, distinct: 2),
        Step(texts: 2, characters: 9, bigrams: 7, postings: 6, distinct: 5),
      ])
    #expect(
      statistics.current == Step(texts: 4, characters: 13, bigrams: 9, postings: 8, distinct: 6))
    #expect(statistics.inOneText == 5)
    // Four bigrams in a row are in the second text alone: 磨削 3, 削烧 1, 烧伤 1, 伤好 1.
    let means = statistics.postingsPerText
    #expect(means[1].length == 4 && means[1].mean == 6.0 / 4)
    // Two in a row of the first text are 磨削 and 削磨, 3 + 1; of the second 4, 2 or 2.
    #expect([(4.0 + 4) / 8, (4 + 2) / 8].contains(means[0].mean))
  }

  @Test func `the table counts as a dictionary does`() {
    var generator = SeededGenerator(seed: 5)
    let table = BigramTable()
    var model: [UInt64: Int] = [:]
    for text in 1...400 {
      let bigrams = (0..<300).map { _ in
        UInt64.random(in: 1...200, using: &generator) << 21
          | UInt64.random(in: 1...400, using: &generator)
      }
      table.count(bigrams, in: UInt32(text))
      for bigram in Set(bigrams) { model[bigram, default: 0] += 1 }
    }
    #expect(table.count == model.count)
    #expect(model.allSatisfy { table.texts(with: $0.key) == $0.value })
    #expect(table.texts(with: 999 << 21 | 1) == 0)
  }

  @Test func `every text that is long enough is as likely to give a query`() {
    var chosen = [Int](repeating: 0, count: 20)
    for seed in 0..<500 {
      var sample = QuerySample(length: 2, size: 5, seed: UInt64(seed))
      for text in 0..<20 {
        sample.offer(text == 3 ? [1] : [0, 1, 2].map { UInt64(text * 10 + $0) })
      }
      #expect(sample.queries.count == 5)
      for query in sample.queries {
        #expect(query.count == 2 && query.last == query.first.map { $0 + 1 })
        chosen[Int(query.first ?? 0) / 10] += 1
      }
    }
    #expect(chosen[3] == 0)
    // 500 × 5 of 19 texts: 132 each.
    #expect(chosen.enumerated().allSatisfy { $0 == 3 || (90...175).contains($1) }, "\(chosen)")
  }

  @Test func `texts are cut behind sentences`() {
    func pieces(_ text: String) -> [String] {
      var pieces: [String] = []
      _ = TextCutter(characters: 6).forEachPiece(of: Array(text.utf8).span) { piece in
        pieces.append(String(decoding: (0..<piece.count).map { piece[$0] }, as: UTF8.self))
        return pieces.count < 4
      }
      return pieces
    }
    #expect(pieces("一二。三四五六。七八九十") == ["一二。三四五六。", "七八九十"])
    #expect(pieces("一二三四五六七八；") == ["一二三四五六七八；"])
    #expect(pieces("") == [])
    #expect(pieces(String(repeating: "一二三四五！", count: 9)).count == 4)
  }
}
