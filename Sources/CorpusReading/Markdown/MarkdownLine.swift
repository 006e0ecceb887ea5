/// What a line of Markdown begins or is.
enum MarkdownLine {
  /// The line without white space at its ends.
  static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let front = line.drop { Bytes.isBlank($0) }
    guard let last = front.lastIndex(where: { !Bytes.isBlank($0) }) else {
      return front[front.endIndex...]
    }
    return front[...last]
  }

  /// The columns in front of a line's first character; a tab goes to the next fourth.
  static func indentation(_ line: ArraySlice<UInt8>) -> Int {
    var columns = 0
    for byte in line {
      if byte == 0x20 {
        columns += 1
      } else if byte == 0x09 {
        columns += 4 - columns % 4
      } else {
        break
      }
    }
    return columns
  }

  /// The line without the four columns that make it code.
  static func withoutIndentation(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let blanks = line.prefix(4).prefix { $0 == 0x20 }
    return line.dropFirst(blanks.count < 4 ? blanks.count + 1 : 4)
  }

  /// The line behind the mark of a quotation; nil when there is none.
  static func withoutQuoteMark(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let text = line.drop { $0 == 0x20 }
    guard line.count - text.count < 4, text.first == UInt8(ascii: ">") else { return nil }
    let rest = text.dropFirst()
    return rest.first == 0x20 ? rest.dropFirst() : rest
  }

  /// The mark that opens or closes code; it is bare when nothing follows.
  static func fence(_ line: ArraySlice<UInt8>) -> (byte: UInt8, count: Int, isBare: Bool)? {
    let text = trimmed(line)
    guard let byte = text.first, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else {
      return nil
    }
    let count = text.prefix { $0 == byte }.count
    let rest = text.dropFirst(count)
    guard count >= 3, byte != UInt8(ascii: "`") || !rest.contains(byte) else { return nil }
    return (byte, count, rest.isEmpty)
  }

  /// The level and text of a heading that begins with `#`.
  static func heading(_ text: ArraySlice<UInt8>) -> (level: Int, text: ArraySlice<UInt8>)? {
    let level = text.prefix { $0 == UInt8(ascii: "#") }.count
    let rest = text.dropFirst(level)
    guard (1...6).contains(level), rest.first.map({ Bytes.isBlank($0) }) ?? true else { return nil }
    var words = trimmed(rest)
    let closing = words.reversed().prefix { $0 == UInt8(ascii: "#") }.count
    let front = words.dropLast(closing)
    if front.last.map({ Bytes.isBlank($0) }) ?? true { words = trimmed(front) }
    return (level, words)
  }

  /// The level that a line gives to the paragraph above it.
  static func underline(_ text: ArraySlice<UInt8>) -> Int? {
    if text.allSatisfy({ $0 == UInt8(ascii: "=") }) { return 1 }
    return text.allSatisfy { $0 == UInt8(ascii: "-") } ? 2 : nil
  }

  /// Whether a line is a rule across the page.
  static func isRule(_ text: ArraySlice<UInt8>) -> Bool {
    guard let byte = text.first, [0x2A, 0x2D, 0x5F].contains(byte) else { return false }
    let marks = text.filter { !Bytes.isBlank($0) }
    return marks.count >= 3 && marks.allSatisfy { $0 == byte }
  }

  /// The text of an item of a list; a number stays, a bullet or box does not.
  static func item(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = text.first else { return nil }
    if [0x2A, 0x2B, 0x2D].contains(first),
      text.dropFirst().first.map({ Bytes.isBlank($0) }) ?? false
    {
      let item = text.dropFirst(2).drop { Bytes.isBlank($0) }
      let isBox =
        item.count > 3 && item.first == UInt8(ascii: "[")
        && item.dropFirst(2).starts(with: [UInt8(ascii: "]"), 0x20])
      return isBox ? item.dropFirst(4) : item
    }
    let digits = text.prefix { (0x30...0x39).contains($0) }
    let rest = text.dropFirst(digits.count)
    guard (1...9).contains(digits.count), let mark = rest.first, mark == 0x2E || mark == 0x29,
      rest.dropFirst().first.map({ Bytes.isBlank($0) }) ?? false
    else { return nil }
    return text
  }

  /// Whether a line only says where a link leads: `[1]: https://…`.
  static func isDefinition(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "["), text.dropFirst().first != UInt8(ascii: "^"),
      let close = text.firstIndex(of: UInt8(ascii: "]")), close - text.startIndex > 1,
      text[(close + 1)...].first == UInt8(ascii: ":")
    else { return false }
    let target = trimmed(text[(close + 2)...])
    return !target.isEmpty && target.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") }
      && !target.prefix { $0 != 0x20 }.contains { $0 >= 0x80 }
  }

  /// Whether a line is what stands between the header of a table and its rows.
  static func isTableRule(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains(UInt8(ascii: "|")) && text.contains(UInt8(ascii: "-"))
      && text.allSatisfy { Bytes.isBlank($0) || $0 == 0x7C || $0 == 0x2D || $0 == 0x3A }
  }

  /// The cells of a table's row.
  static func cells(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var row = text.first == 0x7C ? text.dropFirst() : text
    if row.last == 0x7C, row.dropLast().last != 0x5C { row = row.dropLast() }
    var cells: [ArraySlice<UInt8>] = []
    var start = row.startIndex
    for index in row.indices where row[index] == 0x7C {
      // An escaped bar belongs to its cell.
      if index > row.startIndex, row[index - 1] == 0x5C { continue }
      cells.append(trimmed(row[start..<index]))
      start = index + 1
    }
    return cells + [trimmed(row[start...])]
  }
}
