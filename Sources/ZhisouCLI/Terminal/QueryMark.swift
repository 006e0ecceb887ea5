import Zhisou

/// A query with a place in it marked by carets in the line below.
struct QueryMark {
  private static let columnsBefore = 40

  private let text: String
  private let problem: QueryProblem

  init(_ text: String, _ problem: QueryProblem) {
    self.text = text
    self.problem = problem
  }

  /// The piece of the query around the place, and the carets under it; control characters are
  /// shown as spaces.
  var lines: String {
    let scalars = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    let start = min(problem.characters.lowerBound, scalars.count)
    let end = min(max(problem.characters.upperBound, start), scalars.count)
    let first = max(0, start - Self.columnsBefore)
    let last = min(scalars.count, end + Self.columnsBefore)
    let before = Self.string(scalars[first..<start])
    let marked = Self.string(scalars[start..<end])
    let behind = Self.string(scalars[end..<last])
    let carets = String(repeating: "^", count: max(marked.displayWidth, 1))
    return "  \(before)\(marked)\(behind)\n  "
      + String(repeating: " ", count: before.displayWidth) + carets
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
