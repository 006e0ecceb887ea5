import Testing

@testable import ZhisouCLI

@Suite struct QueryArgumentsTests {
  @Test func `queries that begin with a minus are no options`() {
    #expect(
      QueryArguments.escaped(["search", "-砂轮", "-\"304\"", "-(a b)", "-kind:course", "磨-削"])
        == ["search", "－砂轮", "－\"304\"", "－(a b)", "－kind:course", "磨-削"])
  }

  @Test func `a negative number behind an option is its value`() {
    #expect(
      QueryArguments.escaped(["search", "甲", "-n", "-1", "--offset", "-20", "--limit=3", "-4"])
        == ["search", "甲", "-n=-1", "--offset=-20", "--limit=3", "-4"])
    #expect(QueryArguments.escaped(["-n", "--", "-1"]) == ["-n", "--", "-1"])
    #expect(QueryArguments.escaped(["-n", "1"]) == ["-n", "1"])
  }

  @Test func `options and what stands behind two hyphens stay`() {
    for argument in ["-n", "-i", "-n5", "--kind", "--lang=zh", "-1", "-", "--", "", "-i:"] {
      #expect(QueryArguments.escaped([argument]) == [argument])
    }
    #expect(QueryArguments.escaped(["-甲", "--", "-乙"]) == ["－甲", "--", "-乙"])
  }
}
