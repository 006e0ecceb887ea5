/// The text of a page as it is read aloud: a line for each block, white space drawn together.
struct HTMLText {
  private let limit: Int
  private var text: [UInt8] = []
  private var lineStart = 0
  /// Where `main` and `article` elements have their text.
  private var mainRanges: [Range<Int>] = []
  private var mainStart = 0
  private var mainDepth = 0
  private var preformattedDepth = 0
  /// The text of the first `h1`, which is not in `text`.
  private(set) var heading: [UInt8] = []
  private var headingState = HeadingState.none

  private enum HeadingState {
    case none, inside, done
  }

  /// Collects `limit` bytes at most.
  init(limit: Int) {
    self.limit = limit
  }

  mutating func begin(_ tag: HTMLTag) {
    switch tag {
    case .main:
      endLine()
      if mainDepth == 0 { mainStart = text.count }
      mainDepth += 1
    case .heading:
      endLine()
      if headingState == .none { headingState = .inside }
    case .preformatted:
      endLine()
      preformattedDepth += 1
    case .block, .lineBreak:
      endLine()
    case .cell:
      mark()
    default:
      break
    }
  }

  mutating func end(_ tag: HTMLTag) {
    switch tag {
    case .main:
      endLine()
      if mainDepth > 0 { mainDepth -= 1 }
      if mainDepth == 0 { mainRanges.append(mainStart..<text.count) }
    case .heading:
      endLine()
      if headingState == .inside {
        headingState = .done
        WrappedText.join(&heading, from: 0)
      }
    case .preformatted:
      endLine()
      if preformattedDepth > 0 { preformattedDepth -= 1 }
    case .block: endLine()
    case .cell: mark()
    default: break
    }
  }

  mutating func append(_ run: Span<UInt8>) {
    if headingState == .inside {
      if heading.count + run.count <= limit { heading.append(run) }
      return
    }
    guard text.count + run.count <= limit else { return }
    guard preformattedDepth > 0 else {
      text.append(run)
      return
    }
    var start = 0
    while let end = LineSearch.newline(in: run, from: start) {
      text.append(run.extracting(start..<end))
      endLine()
      start = end + 1
    }
    text.append(run.extracting(start..<run.count))
  }

  /// Ends the last line.
  mutating func end() {
    endLine()
    if headingState == .inside { end(.heading) }
  }

  /// The text of the main part, if there is one and it holds most of the page; else all of it.
  var body: [UInt8] {
    guard mainRanges.count == 1, mainRanges[0].count * 2 > text.count else { return text }
    return Array(text[mainRanges[0]])
  }

  private mutating func mark() {
    if headingState != .inside, text.count < limit { text.append(WrappedText.gap) }
  }

  private mutating func endLine() {
    if headingState == .inside {
      heading.append(WrappedText.gap)
      return
    }
    WrappedText.join(&text, from: lineStart)
    if text.count > lineStart { text.append(0x0A) }
    lineStart = text.count
  }
}
