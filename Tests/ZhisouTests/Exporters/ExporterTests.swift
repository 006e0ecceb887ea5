import Foundation
import TestSupport
import Testing

@testable import Zhisou

@Suite struct ExporterTests {
  /// Records of which several are alike, so that scores tie, and one has all there is to quote.
  private static let lines: [String] = {
    let odd: JSONText.Value = .object([
      ("id", .string("100% 磨 1")), ("kind", .string("course")),
      ("title", .string("磨削\"烧伤\", 一")), ("body", .string("砂轮\n太硬\t磨削")),
      ("date", .string("2022-10")), ("people", .array([.string("乔砚青"), .string("荀铁衡")])),
      ("organisations", .array([.string("砺衡公司")])), ("keywords", .array([.string("磨床")])),
      ("codes", .array([.string("磨工")])), ("region", .string("浙江")),
      ("经验,\"值\"", .string("七\t八")),
    ])
    let alike = (1...6).map { #"{"id":"n\#($0)","title":"磨削","body":"冷却液"}"# }
    return [JSONText.line(odd)] + alike + [#"{"title":"磨削磨削"}"#]
  }()

  private let index: SearchIndex
  private let query: Query
  private let results: SearchResults

  init() throws {
    index = try TestCorpus.index(of: Self.lines)
    query = try Query("磨削")
    results = try index.search(query)
  }

  private func text(_ format: ExportFormat, id: String = "q1") throws -> String {
    let topic = Exporter.Topic(id: id, text: query.text)
    let exporter = Exporter(index, format: format)
    return try exporter.header + exporter.lines(for: results, topic: topic, query: query)
  }

  /// What each hit must give, column by column.
  private func expectedRows() throws -> [[String]] {
    try results.hits.map { hit in
      let document = try index.document(at: hit.address)
      return [
        "q1", String(hit.rank), document.id, document.kind.name, "\(hit.score)", document.title,
        document.dateText, document.people.joined(separator: "；"),
        document.organisations.joined(separator: "；"), document.codes.joined(separator: "；"),
        document.regions.joined(separator: "；"), document.keywords.joined(separator: "；"),
        index.snippet(of: document, for: query).text, document.source,
      ]
    }
  }

  @Test func `comma-separated values have a header and come back whole`() throws {
    let rows = try CSVReader.rows(try text(.csv))
    #expect(rows.count == 9)
    #expect(
      rows.first == [
        "qid", "rank", "id", "kind", "score", "title", "date", "people", "organisations",
        "codes", "regions", "keywords", "snippet", "source",
      ])
    #expect(try Array(rows.dropFirst()) == expectedRows())
    let odd = try #require(rows.first { $0[2] == "100% 磨 1" })
    #expect(
      Array(odd[3...3] + odd[5...11]) == [
        "course", "磨削\"烧伤\", 一", "2022-10", "乔砚青；荀铁衡", "砺衡公司", "磨工", "浙江", "磨床",
      ])
    #expect(odd[13] == "a.jsonl#1")
  }

  @Test func `tab-separated values are the same without tabs and line ends`() throws {
    let rows = try text(.tsv).split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.last == [""])
    #expect(rows.first == StandardColumn.allCases.map(\.rawValue))
    #expect(try Array(rows.dropFirst().dropLast()) == expectedRows())
  }

  @Test func `JSON lines have the members of the contract, in its order`() throws {
    let lines = try text(.jsonl).split(separator: "\n")
    #expect(lines.count == results.hits.count)
    for (line, hit) in zip(lines, results.hits) {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let document = try index.document(at: hit.address)
      let snippet = index.snippet(of: document, for: query)
      #expect(object?["qid"] as? String == "q1" && object?["rank"] as? Int == hit.rank)
      #expect(object?["id"] as? String == document.id)
      #expect(object?["kind"] as? String == document.kind.name)
      #expect((object?["score"] as? Double).map { Float($0) } == hit.score)
      #expect(object?["title"] as? String == document.title)
      #expect(object?["snippet"] as? String == snippet.text)
      #expect(
        object?["snippet_hits_utf8"] as? [[Int]]
          == snippet.joined.hitsInUTF8.map { [$0.lowerBound, $0.upperBound] })
      #expect(object?["source"] as? String == document.source)
      let names = [
        "qid", "rank", "id", "kind", "score", "title", "title_hits_utf8", "title_hits_characters",
        "snippet", "snippet_hits_utf8", "snippet_hits_characters", "passages", "source", "fields",
      ]
      let places = names.map { line.range(of: "\"\($0)\":")?.lowerBound }
      #expect(
        !places.contains(nil) && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    }
    let odd = try #require(lines.first { $0.contains("100% 磨 1") })
    #expect(
      odd.hasSuffix(
        #","fields":{"date":"2022-10","people":["乔砚青","荀铁衡"],"organisations":["砺衡公司"],"#
          + #""codes":["磨工"],"keywords":["磨床"],"regions":["浙江"],"经验,\"值\"":"七\t八"}}"#))
  }

  @Test func `TREC scores strictly decrease, also where scores tie`() throws {
    let lines = try text(.trec, id: "q 1").split(separator: "\n").map { $0.split(separator: " ") }
    let scores = results.hits.map(\.score)
    #expect(Set(scores).count < scores.count)
    #expect(lines.count == scores.count)
    for (line, hit) in zip(lines, results.hits) {
      #expect(line.count == 6)
      #expect(line[0] == "q%201" && line[1] == "Q0" && line[5] == "zhisou")
      #expect(line[3] == "\(hit.rank)")
      let score = try #require(Float(line[4]))
      #expect(score <= hit.score && hit.score - score < 1e-4)
    }
    for (above, below) in zip(lines, lines.dropFirst()) {
      let (above, below) = try (#require(Double(above[4])), #require(Double(below[4])))
      #expect(above > below)
    }
    #expect(Float(lines[0][4]) == scores[0])
    #expect(lines.map { String($0[2]) }.contains("100%25%20磨%201"))
    #expect(lines.map { String($0[2]) }.contains("a.jsonl#8"))
  }

  @Test(arguments: ExportFormat.allCases)
  func `the same index and query give the same bytes`(format: ExportFormat) throws {
    let again = try TestCorpus.index(of: Self.lines)
    let topic = Exporter.Topic(id: "q1", text: query.text)
    let exporter = Exporter(again, format: format)
    let text = try exporter.lines(for: again.search(query), topic: topic, query: query)
    #expect(try exporter.header + text == self.text(format) && !text.isEmpty)
    #expect(try self.text(format) == self.text(format))
  }

  @Test(arguments: ExportFormat.allCases)
  func `a query without hits has no lines`(format: ExportFormat) throws {
    let query = try Query("zzz")
    let topic = Exporter.Topic(id: "1", text: "zzz")
    let lines = try Exporter(index, format: format).lines(
      for: index.search(query), topic: topic, query: query)
    #expect(lines.isEmpty)
  }
}
