/// Finds the cells and the end of one row of delimited text (RFC 4180, and what people write).
///
/// A quote is one only at the front of a cell, blanks before it apart. What follows the quote that
/// closes a cell belongs to the cell, as spreadsheets have it. A row ends at LF, CR or CRLF. The text
/// may come in pieces: the row remembers where it is, and counts all positions from its own front.
struct DelimitedRow {
  /// One cell: ranges of the row's bytes.
  struct Cell {
    /// Where the text begins, behind the quote if there is one.
    var start: Int
    /// The quote that closes the cell; nil for a cell without quotes.
    var close: Int?
    /// Where the cell ends: at its delimiter, or at the end of the row.
    var end: Int
    /// Whether quotes inside are doubled.
    var hasDoubled = false
  }

  /// Why `scan` has come back.
  enum Stop: Equatable {
    /// The text is at its end, the row is not.
    case needsMore
    /// The row has ended; the index behind its last byte.
    case ended(Int)
    /// A quoted cell has grown to `quoteLimit`; the index that was reached.
    case quoteIsLong(Int)
  }

  private enum State {
    case cellStart, plain, quoted, quoteInQuoted
  }

  /// Bytes of a quoted cell at which its end becomes doubtful.
  static let quoteLimit = 1 << 20

  let delimiter: UInt8
  /// The cells so far, as many as are kept.
  private(set) var cells: [Cell] = []
  /// How many cells there are in all.
  private(set) var cellCount = 0
  /// Whether there are quoted cells: only their text may hold line ends.
  private(set) var hasQuoted = false
  /// Whether a quoted cell may grow as it likes.
  var allowsLongQuotes = false

  private let cellLimit: Int
  private var state = State.cellStart
  private var cell = Cell(start: 0, close: nil, end: 0)

  init(delimiter: UInt8, cellLimit: Int) {
    self.delimiter = delimiter
    self.cellLimit = cellLimit
  }

  /// Whether the row is inside a quoted cell.
  var isInQuotes: Bool { state == .quoted }

  /// Begins the next row.
  mutating func reset() {
    cells.removeAll(keepingCapacity: true)
    cellCount = 0
    hasQuoted = false
    allowsLongQuotes = false
    state = .cellStart
    cell = Cell(start: 0, close: nil, end: 0)
  }

  /// Goes on in `text` from `start`; the row began at `origin`, which is negative when it began in
  /// an earlier piece.
  ///
  /// Complexity: O(length), eight bytes at a time.
  mutating func scan(_ text: Span<UInt8>, from start: Int, origin: Int) -> Stop {
    var index = start
    while true {
      switch state {
      case .cellStart:
        while index < text.count, text[index] == 0x20 { index += 1 }
        guard index < text.count else { return .needsMore }
        if text[index] == 0x22 {
          index += 1
          cell.start = index - origin
          hasQuoted = true
          state = .quoted
        } else {
          state = .plain
        }
      case .plain:
        let (next, hasEnded) = scanPlain(text, from: index, origin: origin)
        if hasEnded { return .ended(next) }
        guard state == .cellStart else { return .needsMore }
        index = next
      case .quoted:
        let limit = allowsLongQuotes ? text.count : origin + cell.start + Self.quoteLimit
        let end = min(text.count, limit)
        guard let quote = ByteSearch.first(0x22, in: text, from: index, to: end) else {
          return limit <= text.count && !allowsLongQuotes ? .quoteIsLong(end) : .needsMore
        }
        index = quote + 1
        state = .quoteInQuoted
      case .quoteInQuoted:
        guard index < text.count else { return .needsMore }
        if text[index] == 0x22 {
          cell.hasDoubled = true
          index += 1
          state = .quoted
        } else {
          cell.close = index - 1 - origin
          state = .plain
        }
      }
    }
  }

  /// Ends the row at the end of the text, `length` bytes from its front.
  mutating func finish(at length: Int) {
    if state == .quoteInQuoted { cell.close = length - 1 }
    endCell(at: length)
  }

  /// Finds the cells of a text that is one line; a quote that is not closed in it was never meant.
  mutating func scan(line: Span<UInt8>) {
    reset()
    allowsLongQuotes = true
    var index = 0
    while scan(line, from: index, origin: 0) == .needsMore, state == .quoted {
      index = cell.start
      state = .plain
    }
    finish(at: line.count)
  }

  private mutating func endCell(at end: Int) {
    cell.end = end
    if cellCount < cellLimit { cells.append(cell) }
    cellCount += 1
    cell = Cell(start: end + 1, close: nil, end: 0)
    state = .cellStart
  }

  /// Goes on in a cell without quotes and those behind it, up to the end of the row or of the text, or
  /// to a cell that needs a closer look.
  ///
  /// Returns the index behind what was looked at, and whether the row has ended there.
  @inline(__always)
  private mutating func scanPlain(
    _ text: Span<UInt8>, from start: Int, origin: Int
  ) -> (next: Int, hasEnded: Bool) {
    let bytes = unsafe text.bytes
    var index = start
    while index < text.count {
      let word = ByteWord.loadAny(bytes, at: index)
      // Cleaned text has no other control characters than the ends of lines and the tab.
      var breaks = ByteWord.matches(word, delimiter) | ByteWord.controls(word)
      while breaks != 0 {
        let next = index &+ ByteWord.firstMatch(breaks) &+ 1
        breaks &= breaks &- 1
        // In bounds: what fills up the last word does not match.
        let byte = unsafe text[unchecked: next &- 1]
        if byte == delimiter {
          endCell(at: next &- 1 &- origin)
          guard next < text.count, text[next] != 0x22, text[next] != 0x20 else {
            return (next, false)
          }
          state = .plain
        } else if byte == 0x0A || byte == 0x0D {
          endCell(at: next &- 1 &- origin)
          return (next, true)
        }
      }
      index &+= 8
    }
    return (text.count, false)
  }
}
