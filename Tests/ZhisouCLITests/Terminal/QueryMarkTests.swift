import Testing
import Zhisou

@testable import ZhisouCLI

@Suite struct QueryMarkTests {
  private func lines(_ query: String, columns: Int) throws -> [Substring] {
    let problem = try #require(ParsedQuery.parse(query).problems.first)
    return QueryMark(query, problem, columns: columns).lines.split(separator: "\n")
  }

  @Test func `carets stand under the place by columns`() throws {
    #expect(try lines("磨削 (烧伤", columns: 80) == ["  磨削 (烧伤", "       ^"])
    #expect(try lines("tilte:磨", columns: 80) == ["  tilte:磨", "  ^^^^^"])
  }

  @Test(arguments: [10, 40, 80])
  func `a long query is cut to the window around the place`(columns: Int) throws {
    let long = String(repeating: "磨削烧伤 ", count: 40)
    for query in ["\(long)(\(long)", "(\(long)", "\(long)(", "tilte:\(long)"] {
      let lines = try lines(query, columns: columns)
      #expect(lines.count == 2 && lines.allSatisfy { String($0).displayWidth <= columns })
      let place = String(lines[1]).prefix { $0 == " " }.count
      var column = 0
      let marked = lines[0].first { character in
        defer { column += character.displayWidth }
        return column == place
      }
      #expect(marked == "(" || marked == "t")
    }
  }
}
