import Zhisou

/// A line of text whose parts may look different, and which knows how many columns it takes.
///
/// It has no control characters: white space is a blank, and whatever else could steer a terminal is
/// written out, as `\x1B`.
struct StyledText {
  /// What a part of the text is.
  enum Style {
    case plain, strong, hit, faint
  }

  /// A grapheme cluster, which is never taken apart.
  private struct Cell {
    let character: Character
    let style: Style
    let width: Int

    init(_ character: Character, _ style: Style) {
      self.character = character
      self.style = style
      width = character.displayWidth
    }
  }

  private var cells: [Cell]

  private init(cells: some Sequence<Cell>) {
    self.cells = Array(cells)
  }

  init(_ text: String = "", _ style: Style = .plain) {
    cells = text.flatMap { $0.visible }.map { Cell($0, style) }
  }

  /// A text with its hits, which are put between 【 and 】 where they cannot look different.
  init(_ text: MarkedText, _ style: Style = .plain, brackets: Bool) {
    cells = []
    var hits = text.hitsInUTF8.makeIterator()
    var hit = hits.next()
    var place = 0
    var isInside = false
    for character in text.text {
      while let current = hit, current.upperBound <= place {
        hit = hits.next()
      }
      let isHit = hit.map { $0.contains(place) } ?? false
      if isHit != isInside, brackets { cells.append(Cell(isHit ? "【" : "】", .plain)) }
      isInside = isHit
      cells += character.visible.map { Cell($0, isHit ? .hit : style) }
      place += character.utf8.count
    }
    if isInside, brackets { cells.append(Cell("】", .plain)) }
  }

  /// How many columns it takes.
  var width: Int { cells.reduce(0) { $0 + $1.width } }

  static func + (left: StyledText, right: StyledText) -> StyledText {
    StyledText(cells: left.cells + right.cells)
  }

  /// The text with blanks behind it, up to a number of columns.
  func padded(to columns: Int) -> StyledText {
    self + StyledText(String(repeating: " ", count: max(columns - width, 0)))
  }

  /// The text without blanks at its end.
  var trimmed: StyledText {
    StyledText(cells: cells[..<(Self.end(of: cells[...]))])
  }
}

extension StyledText {
  /// As much of the text as fits, with an ellipsis where something is left out.
  func cut(to columns: Int) -> StyledText {
    guard width > columns else { return self }
    var room = columns - 1
    let head = cells.prefix { cell in
      room -= cell.width
      return room >= 0
    }
    return columns > 0 ? StyledText(cells: head + [Cell("…", head.last?.style ?? .plain)]) : .init()
  }

  /// The text in lines that fit.
  ///
  /// A line ends at a blank, or beside a wide character unless that would part a punctuation mark
  /// from what it belongs to; inside a word only where the word is longer than a line.
  func wrapped(to columns: Int) -> [StyledText] {
    var lines: [StyledText] = []
    var start = cells.firstIndex { $0.character != " " } ?? cells.count
    while start < cells.count {
      let end = endOfLine(from: start, columns: columns)
      lines.append(StyledText(cells: cells[start..<Self.end(of: cells[start..<end])]))
      start = cells[end...].firstIndex { $0.character != " " } ?? cells.count
    }
    return lines
  }

  private func endOfLine(from start: Int, columns: Int) -> Int {
    var end = start
    var lastBorder = start
    var room = columns
    while end < cells.count, cells[end].width <= room {
      room -= cells[end].width
      end += 1
      if isBorder(end) { lastBorder = end }
    }
    if end == start { return start + 1 }
    return end == cells.count || lastBorder == start ? end : lastBorder
  }

  /// Whether a line may end in front of a cell.
  private func isBorder(_ place: Int) -> Bool {
    guard place < cells.count else { return true }
    let (before, behind) = (cells[place - 1], cells[place])
    if before.character == " " || behind.character == " " { return true }
    if Self.opening.contains(before.character) || Self.closing.contains(behind.character) {
      return false
    }
    return before.width == 2 || behind.width == 2
  }

  /// What never begins a line.
  private static let closing = Set("，。、；：！？）】》」』〉〕％…—～”’．,.;:!?)]}%")
  /// What never ends one.
  private static let opening = Set("（【《「『〈〔“‘([{")

  private static func end(of cells: ArraySlice<Cell>) -> Int {
    (cells.lastIndex { $0.character != " " }).map { $0 + 1 } ?? cells.startIndex
  }
}

extension StyledText {
  /// The text, with escape sequences only where it is coloured.
  func text(isColoured: Bool) -> String {
    var text = ""
    var style = Style.plain
    for cell in cells {
      if isColoured, cell.style != style {
        text += cell.style.sequence
        style = cell.style
      }
      text.append(cell.character)
    }
    return style == .plain ? text : text + Style.plain.sequence
  }
}

extension StyledText.Style {
  /// The escape sequence that leaves what was and begins this (ECMA-48, select graphic rendition).
  fileprivate var sequence: String {
    switch self {
    case .plain: "\u{1B}[0m"
    case .strong: "\u{1B}[0;1m"
    case .hit: "\u{1B}[0;1;31m"
    case .faint: "\u{1B}[0;2m"
    }
  }
}
