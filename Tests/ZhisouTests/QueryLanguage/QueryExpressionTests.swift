import Testing

@testable import Zhisou

@Suite struct QueryExpressionTests {
  private let a = QueryExpression.words("a")
  private let b = QueryExpression.phrase("b")
  private let c = QueryExpression.prefix("c")

  @Test func `what is put together is in normal form`() {
    #expect(QueryExpression.negation(of: .not(a)) == a)
    #expect(QueryExpression.conjunction(of: [a]) == a)
    #expect(QueryExpression.conjunction(of: [.all([a, b]), c]) == .all([a, b, c]))
    #expect(QueryExpression.disjunction(of: [a, .any([b, c])]) == .any([a, b, c]))
    #expect(QueryExpression.disjunction(of: [.all([a, b]), c]) == .any([.all([a, b]), c]))
  }

  @Test func `a list of one clause is what the clause says`() {
    #expect(QueryExpression.juxtaposition(of: [.init(.optional, a)]) == a)
    #expect(QueryExpression.juxtaposition(of: [.init(.required, a)]) == a)
    #expect(QueryExpression.juxtaposition(of: [.init(.prohibited, a)]) == .not(a))
    #expect(QueryExpression.juxtaposition(of: [.init(.prohibited, .not(a))]) == a)
    #expect(QueryExpression.juxtaposition(of: [.init(.optional, .not(a))]) == .not(a))
  }

  @Test func `negations in a list are occurrences, words side by side are one run`() {
    #expect(
      QueryExpression.juxtaposition(of: [.init(.optional, .not(a)), .init(.prohibited, .not(b))])
        == .list([.init(.prohibited, a), .init(.required, b)]))
    #expect(
      QueryExpression.juxtaposition(of: [
        .init(.optional, a), .init(.optional, a), .init(.required, a),
      ])
        == .list([.init(.optional, .words("a a")), .init(.required, a)]))
  }

  @Test func `depth counts expressions inside one another`() {
    #expect(a.depth == 1 && QueryExpression.not(a).depth == 2)
    #expect(
      QueryExpression.list([.init(.optional, a), .init(.required, .all([b, .not(c)]))]).depth == 4)
  }
}
