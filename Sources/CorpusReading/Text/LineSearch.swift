/// The search for the ends of lines.
enum LineSearch {
  /// The index of the first newline at or behind `start`.
  static func newline(in text: Span<UInt8>, from start: Int) -> Int? {
    ByteSearch.first(0x0A, in: text, from: start, to: text.count)
  }

  /// How many newlines there are.
  static func count(in text: Span<UInt8>) -> Int {
    var count = 0
    var start = 0
    while let end = newline(in: text, from: start) {
      count += 1
      start = end + 1
    }
    return count
  }

  /// The end of the line at `start` and the front of the next: a line ends at LF, CR or CRLF.
  static func line(in text: Span<UInt8>, from start: Int) -> (end: Int, next: Int) {
    let newline = newline(in: text, from: start) ?? text.count
    let end = ByteSearch.first(0x0D, in: text, from: start, to: newline) ?? newline
    guard end < text.count else { return (end, end) }
    let isPair = text[end] == 0x0D && end + 1 < text.count && text[end + 1] == 0x0A
    return (end, end + (isPair ? 2 : 1))
  }

  /// How many ends of lines there are: LF, CR or CRLF.
  static func countAnyEnd(in text: Span<UInt8>) -> Int {
    var count = count(in: text)
    var start = 0
    while let end = ByteSearch.first(0x0D, in: text, from: start, to: text.count) {
      if end + 1 == text.count || text[end + 1] != 0x0A { count += 1 }
      start = end + 1
    }
    return count
  }
}
