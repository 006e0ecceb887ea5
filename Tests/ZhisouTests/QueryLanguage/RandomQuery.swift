import TestSupport

@testable import Zhisou

/// Random queries: trees in normal form, and texts.
struct RandomQuery {
  var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  // MARK: Trees

  /// A tree in normal form of at most so many levels.
  mutating func tree(depth: Int) -> QueryExpression {
    guard depth > 1 else { return leaf() }
    switch number(below: 10) {
    case 0:
      return .field(pick([.title, .person, .code, .source, .ipc, .id]), tree(depth: depth - 1))
    case 1: return .field(.date, dates(depth: depth - 1))
    case 2: return .field(.kind, .words(pick(["patent", "专利", "课程，成果", "other、PATENT"])))
    case 3: return .boosted(tree(depth: depth - 1), pick([2, 0.5, 0.001, 1000, 3.25, 1]))
    case 4: return .negation(of: tree(depth: depth - 1))
    case 5: return .conjunction(of: trees(depth: depth - 1))
    case 6: return .disjunction(of: trees(depth: depth - 1))
    case 7...8:
      return .juxtaposition(
        of: trees(depth: depth - 1).map {
          QueryExpression.Clause(pick([.optional, .optional, .required, .prohibited]), $0)
        })
    default: return leaf()
    }
  }

  private mutating func trees(depth: Int) -> [QueryExpression] {
    (0..<number(below: 3) + 2).map { _ in tree(depth: depth) }
  }

  private mutating func leaf() -> QueryExpression {
    switch number(below: 8) {
    case 0: .everything
    case 1...2: .phrase(words())
    case 3:
      .prefix(
        String(words().unicodeScalars.filter { !$0.isWhiteSpace })
          + pick(["L", "磨", "9", "e\u{301}"]))
    default: .words(words())
    }
  }

  private mutating func dates(depth: Int) -> QueryExpression {
    let texts = ["2019", "2019-05", "2019年5月3日", "20190531", "２０１９"]
    guard depth > 1 else { return .words(pick(texts)) }
    switch number(below: 6) {
    case 0: return .range(from: pick(texts), through: nil)
    case 1: return .range(from: nil, through: pick(texts))
    case 2: return .range(from: "2018.1.1", through: pick(texts))
    case 3: return .negation(of: dates(depth: depth - 1))
    case 4: return .disjunction(of: [dates(depth: depth - 1), .phrase("2019")])
    default: return .boosted(dates(depth: depth - 1), 2)
    }
  }

  /// Words that are not blank, without white space at their ends.
  private mutating func words() -> String {
    let text = text(of: Self.pieces, upTo: 5)
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.firstIndex(where: { !$0.isWhiteSpace }),
      let last = scalars.lastIndex(where: { !$0.isWhiteSpace })
    else { return "砂轮" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }

  // MARK: Texts

  /// Pieces of queries in any order.
  mutating func soup() -> String {
    text(of: Self.pieces, upTo: 14)
  }

  /// Random bytes read as UTF-8.
  mutating func noise() -> String {
    let bytes = (0..<number(below: 40)).map { _ in UInt8.random(in: 0...255, using: &generator) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A query with some of its characters dropped, doubled or changed.
  mutating func mutation(of query: String) -> String {
    var scalars = Array(query.unicodeScalars)
    for _ in 0...number(below: 4) where !scalars.isEmpty {
      let place = number(below: scalars.count)
      switch number(below: 4) {
      case 0: scalars.remove(at: place)
      case 1: scalars.insert(scalars[place], at: place)
      case 2: scalars.swapAt(place, number(below: scalars.count))
      default: scalars.insert(contentsOf: pick(Self.pieces).unicodeScalars, at: place)
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[number(below: elements.count)]
  }

  private mutating func number(below bound: Int) -> Int {
    Int.random(in: 0..<bound, using: &generator)
  }

  private mutating func text(of pieces: [String], upTo count: Int) -> String {
    (0...number(below: count)).map { _ in pick(pieces) }.joined()
  }

  private static let pieces = [
    " ", " ", " ", " ", "\u{3000}", "\n", "磨削", "砂轮", "a", "ab", "H01L", "mm", "5", "2019", "２",
    "½", "(", ")", "（",
    "）", "\"", "“", "”", "＂", ":", "：", "+", "-", "＋", "－", "—", "*", "＊", "^", "＾", "^2", ".",
    "..", "\\", "＼", "/", ",",
    "，", "、", "？", "AND", "OR", "NOT", "ＡＮＤ", " AND ", " OR ", " NOT ", "and", "title:", "标题：",
    "tilte:", "date:",
    "date:2019", "kind:patent", "kind:", "person:", "source:", "\0", "\u{301}", "\u{202E}", "👩‍🔧",
    "é", "𬭎", "=", "µm",
    "//", "::", "%", "()", "^0.5",
  ]
}
