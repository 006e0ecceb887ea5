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
        index = Self.nextBreak(text, from: index, delimiter)
        guard index < text.count else { return .needsMore }
        endCell(at: index - origin)
        index += 1
        if text[index - 1] != delimiter { return .ended(index) }
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

  /// The first delimiter or end of line at or behind `start`, or the end of the text.
  @inline(__always)
  private static func nextBreak(_ text: Span<UInt8>, from start: Int, _ delimiter: UInt8) -> Int {
    let bytes = unsafe text.bytes
    let count = text.count
    var index = start
    while index < count {
      if count &- index >= 8 {
        let word = ByteWord.load(bytes, at: index)
        // Cleaned text has no other control characters than the ends of lines and the tab.
        let breaks = ByteWord.matches(word, delimiter) | ByteWord.controls(word)
        if breaks == 0 {
          index &+= 8
          continue
        }
        index &+= ByteWord.firstMatch(breaks)
      }
      // In bounds by the loop's own condition.
      let byte = unsafe text[unchecked: index]
      if byte == delimiter || byte == 0x0A || byte == 0x0D { return index }
      index &+= 1
    }
    return count
  }
}
