import Foundation
import Testing

@testable import Zhisou

@Suite struct ExplanationTests {
  private let index: SearchIndex
  private let query: Query
  private let explanation: Explanation

  init() throws {
    let index = try TestCorpus.index(
      of: #"{"id":"1","title":"磨削磨削","body":"轴承"}"#, #"{"id":"2","title":"磨削"}"#,
      #"{"id":"3","title":"轴承异响"}"#)
    let query = try Query("烧伤磨削")
    let hits = try index.search(query).hits
    let hit = try #require(hits.first { try index.id(at: $0.address) == "1" })
    explanation = try index.explain(query, hit.address)
    self.index = index
    self.query = query
  }

  @Test func `a part says how often the term is there and what it is worth`() throws {
    // 烧伤 and 伤磨 are in no document.
    #expect(explanation.parts.map(\.term) == ["磨削"])
    let part = try #require(explanation.parts.first)
    #expect(part.frequency == 2 && part.documentFrequency == 2)
    #expect(abs(part.inverseDocumentFrequency - log(1 + 1.5 / 2.5)) < 1e-12)
    #expect(explanation.length == 4)
    #expect(abs(explanation.averageLength - 8.0 / 3) < 1e-12)
    let norm = 1.2 * (0.25 + 0.75 * 4 / (8.0 / 3))
    let score = log(1 + 1.5 / 2.5) * 2.2 * 2 / (2 + norm)
    #expect(abs(Double(part.score) - score) < 1e-6)
  }

  @Test func `a document without the terms has no parts and no score`() throws {
    let other = try #require(index.search(Query("异响")).hits.first)
    let none = try index.explain(query, other.address)
    #expect(none.parts.isEmpty && none.score == 0 && none.length == 3)
  }

  @Test func `an explanation as JSON has the members in their order`() {
    let part = explanation.parts[0]
    #expect(
      JSONText.line(explanation.value)
        == #"{"score":\#(part.score),"length":4,"average_length":\#(explanation.averageLength),"#
        + #""terms":[{"term":"磨削","frequency":2,"fields":{"title":2},"document_frequency":2,"#
        + #""idf":\#(part.inverseDocumentFrequency),"boost":1.0,"weight":\#(part.weight),"#
        + #""saturation":\#(part.saturation),"score":\#(part.score)}]}"#)
    #expect(part.score == part.weight * part.saturation)
  }

  @Test func `a part says where the term is, and sentences say it in words`() throws {
    let index = try TestCorpus.index(
      of: #"{"id":"1","title":"砂轮修整","abstract":"砂轮，砂轮","people":["砂轮"]}"#,
      #"{"id":"2","title":"磨削","people":["吴砂"],"organisations":["砂轮厂"],"codes":["砂轮"]}"#)
    let query = try Query(parsing: "砂轮^2")
    let hits = try index.search(query).hits
    let places = try hits.map { try index.explain(query, $0.address).parts[0].places }
    let fields = places.map { $0.map { "\($0.field) \($0.frequency)" } }
    #expect(Set(fields) == [["title 1", "person 1", "text 2"], ["org 1", "code 1"]])
    let hit = try #require(hits.first { try index.id(at: $0.address) == "1" })
    let explanation = try index.explain(query, hit.address)
    let part = explanation.parts[0]
    #expect(part.boost == 2)
    let score = String(format: "%.2f", part.score)
    #expect(
      explanation.chineseSentences == [
        "命中标题「砂轮」1 次、人员「砂轮」1 次、正文「砂轮」2 次，全库 2 篇有此词，权重 ×2.0，得 \(score) 分",
        "共 \(score) 分；本篇长 5 字位，平均 3.0",
      ])
    #expect(
      explanation.englishSentences == [
        "\"砂轮\" once in the title, \"砂轮\" once in the people, \"砂轮\" 2 times in the text; "
          + "2 documents have it, boosted ×2.0: \(score)",
        "\(score) in all; 5 positions long, 3.0 on average",
      ])
    let single = try index.explain(try Query("修整"), hit.address)
    #expect(single.englishSentences[0].contains("once in the title; 1 document has it: "))
  }
}
