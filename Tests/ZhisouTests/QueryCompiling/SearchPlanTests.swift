import Analysis
import InvertedIndex
import Testing

@testable import Zhisou

@Suite struct SearchPlanTests {
  private static func plan(_ text: String) throws -> SearchPlan {
    try #require(SearchPlan(ParsedQuery.parse(text).expression, analyzer: .standard))
  }

  @Test(arguments: ["磨削烧伤", "砂轮", "磨削烧伤 GB/T 1804", "砂轮^2"])
  func `plain words need a term and no condition`(text: String) throws {
    let plan = try Self.plan(text)
    guard case .everything = plan.condition else {
      Issue.record("\(plan.condition)")
      return
    }
    #expect(plan.needsTerm && !plan.terms.isEmpty)
  }

  @Test(arguments: ["磨削烧伤 kind:patent", "磨削烧伤 -砂轮", "磨削烧伤 date:2019..2023 region:大连"])
  func `words beside what selects need a term and only that condition`(text: String) throws {
    let plan = try Self.plan(text)
    #expect(plan.needsTerm && plan.termTexts == ["磨削", "削烧", "烧伤"])
    guard case .all = plan.condition else {
      Issue.record("\(plan.condition)")
      return
    }
  }

  @Test(arguments: ["+磨削 烧伤", "磨削 title:砂轮", "\"磨削烧伤\" 砂轮", "kind:patent", "-砂轮", "*"])
  func `else the condition says it all`(text: String) throws {
    #expect(try !Self.plan(text).needsTerm)
  }

  @Test func `a term counts once, with the largest boost, and not where it only selects`() throws {
    let plan = try Self.plan("磨削 磨削^3 title:磨削 code:砂轮 -烧伤 NOT 裂纹 ipc:B24B")
    #expect(plan.termTexts == ["磨削"] && plan.terms.map(\.boost) == [3])
  }

  @Test(arguments: ["", "，。", "()", "\"，\" AND +", "title:。", "NOT ，"])
  func `a text with nothing to look for has none`(text: String) {
    #expect(throws: ZhisouError.self) { try Query(parsing: text) }
  }

  @Test func `clauses with nothing to look for do not count`() throws {
    #expect(try Self.plan("\"异响\"？").termTexts == ["异响"])
    #expect(try Self.plan("磨削 AND ，").termTexts == ["磨削"])
  }

  @Test func `a strict query names its first problem`() throws {
    let loose = try Query(parsing: "(磨削 烧伤")
    #expect(loose.problems.map(\.code) == [.unclosedParenthesis])
    #expect(loose.termTexts == ["磨削", "烧伤"])
    let error = try #require(throws: ZhisouError.self) {
      try Query(parsing: "(磨削 烧伤", isStrict: true)
    }
    #expect(error.code == .badQuery && error.reason == loose.problems[0].reason)
  }
}
