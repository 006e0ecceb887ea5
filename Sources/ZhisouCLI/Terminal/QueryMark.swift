import Zhisou

/// A query with a place in it marked by carets in the line below.
struct QueryMark {
  private static let indent = "  "
  /// Where the window does not say how wide it is.
  private static let columns = 80

  private let text: String
  private let problem: QueryProblem
  private let columns: Int

  init(_ text: String, _ problem: QueryProblem, columns: Int? = Window.current?.columns) {
    self.text = text
    self.problem = problem
    self.columns = columns ?? Self.columns
  }

  /// The piece of the query around the place that fits the window, and the carets under it; control
  /// characters are shown as spaces.
  var lines: String {
    let scalars = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    let start = min(problem.characters.lowerBound, scalars.count)
    let end = min(max(problem.characters.upperBound, start), scalars.count)
    let room = max(columns - Self.indent.count, 2)
    let before = Self.piece(scalars[..<start].reversed(), columns: room / 2, isReversed: true)
    let marked = Self.piece(scalars[start..<end], columns: room - before.displayWidth)
    let behind = Self.piece(
      scalars[end...], columns: room - before.displayWidth - marked.displayWidth)
    let carets = String(repeating: "^", count: max(marked.displayWidth, 1))
    return "\(Self.indent)\(before)\(marked)\(behind)\n"
      + "\(Self.indent)\(String(repeating: " ", count: before.displayWidth))\(carets)"
  }

  /// As many of the first scalars as fit.
  private static func piece(
    _ scalars: some Collection<Unicode.Scalar>, columns: Int, isReversed: Bool = false
  ) -> String {
    var room = columns
    let fitting = scalars.prefix { scalar in
      room -= String(scalar).displayWidth
      return room >= 0
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: isReversed ? fitting.reversed() : Array(fitting))
    return String(view)
  }
}
