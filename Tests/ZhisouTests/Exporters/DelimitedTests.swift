import TestSupport
import Testing

@testable import Zhisou

@Suite struct DelimitedTests {
  @Test func `a field is quoted when it must be, and else as it is`() {
    #expect(Delimited.csv(["磨削", "", " 空 格 ", "a;b"]) == "磨削,, 空 格 ,a;b\r\n")
    #expect(
      Delimited.csv(["a,b", "6\"", "一\n二", "一\r二"]) == "\"a,b\",\"6\"\"\",\"一\n二\",\"一\r二\"\r\n")
    #expect(Delimited.csv(["\"", "\"\""]) == "\"\"\"\",\"\"\"\"\"\"\r\n")
  }

  @Test func `an empty field alone is no blank line`() {
    #expect(Delimited.csv([""]) == "\"\"\r\n")
    #expect(Delimited.csv(["", ""]) == ",\r\n")
  }

  @Test func `any rows come back from a reader of RFC 4180`() throws {
    let pieces = [
      "\"", ",", "\n", "\r", "\r\n", "磨", "é", "𬭎", "\t", " ", "a", "；", "'", "\u{2028}", "",
      "\u{301}", "\u{FE0F}",
    ]
    var generator = SeededGenerator(seed: 4180)
    var rows: [[String]] = []
    for _ in 0..<400 {
      let width = Int.random(in: 1...6, using: &generator)
      rows.append(
        (0..<width).map { _ in
          (0..<Int.random(in: 0...7, using: &generator)).map { _ in
            pieces.randomElement(using: &generator) ?? ""
          }.joined()
        })
    }
    let read = try CSVReader.rows(rows.map(Delimited.csv).joined())
    #expect(read.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
  }

  @Test func `tabs and line ends inside a tab-separated value are spaces`() {
    #expect(Delimited.tsv(["磨\t削", "一\r\n二", "\"三\", 四"]) == "磨 削\t一  二\t\"三\", 四\n")
    #expect(Delimited.tsv(["", ""]) == "\t\n")
    // A mark behind a tab does not hide it.
    #expect(Delimited.tsv(["\t\u{301}"]).unicodeScalars.elementsEqual(" \u{301}\n".unicodeScalars))
  }
}
