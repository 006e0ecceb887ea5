/// A problem as the lexer and the parser note it: without words, at a place counted in scalars.
struct QueryMistake: Error, Hashable {
  let code: QueryProblem.Code
  let range: Range<Int>
  /// Names that may have been meant.
  let nearest: [String]

  init(_ code: QueryProblem.Code, _ range: Range<Int>, nearest: [String] = []) {
    self.code = code
    self.range = range
    self.nearest = nearest
  }
}
