/// Single values of YAML, as text.
enum YAMLScalar {
  /// A plain value: without a comment behind it, and empty when it stands for nothing.
  static func plain(_ text: [UInt8]) -> [UInt8] {
    var end = text.count
    for index in text.indices.dropFirst()
    where text[index] == UInt8(ascii: "#") && Bytes.isBlank(text[index - 1]) {
      end = index
      break
    }
    let value = Array(text[Bytes.trimmed(text, from: 0, to: end)])
    return value.elementsEqual("~".utf8) || value.elementsEqual("null".utf8) ? [] : value
  }

  /// A value that may be quoted.
  static func unquoted(_ text: [UInt8]) -> [UInt8] {
    let value = Array(text[Bytes.trimmed(text, from: 0, to: text.count)])
    guard let first = value.first, first == doubleQuote || first == singleQuote,
      quotedEnd(value) == value.count
    else { return value }
    return quoted(value) ?? value
  }

  /// The index behind the quote that closes the value in front of a text; nil when none does.
  static func quotedEnd(_ text: [UInt8]) -> Int? {
    guard let quote = text.first else { return nil }
    var index = 1
    while index < text.count {
      if text[index] == 0x5C, quote == doubleQuote {
        index += 2
      } else if text[index] == quote {
        let isDoubled =
          quote == singleQuote && index + 1 < text.count && text[index + 1] == singleQuote
        guard isDoubled else { return index + 1 }
        index += 2
      } else {
        index += 1
      }
    }
    return nil
  }

  /// The text of a quoted value; nil when it is not quoted as it should be.
  static func quoted(_ text: [UInt8]) -> [UInt8]? {
    guard let quote = text.first, text.count >= 2, text.last == quote else { return nil }
    let inner = text[1..<(text.count - 1)]
    var value: [UInt8] = []
    var index = inner.startIndex
    while index < inner.endIndex {
      let byte = inner[index]
      index += 1
      let isEscape = byte == 0x5C && quote == doubleQuote || byte == singleQuote && quote == byte
      guard isEscape, index < inner.endIndex else {
        value.append(byte)
        continue
      }
      switch (quote, inner[index]) {
      case (doubleQuote, UInt8(ascii: "n")): value.append(0x0A)
      case (doubleQuote, UInt8(ascii: "t")): value.append(0x09)
      case (_, let escaped): value.append(escaped)
      }
      index += 1
    }
    return value
  }

  /// The index behind the bracket that closes the list in front of a text; nil when none does.
  static func listEnd(_ text: [UInt8]) -> Int? {
    var depth = 0
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return index + 1 }
      case doubleQuote, singleQuote:
        guard isFront(text, index) else { break }
        guard let end = quotedEnd(Array(text[index...])) else { return nil }
        index += end - 1
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The items of a list in brackets.
  static func list(_ text: [UInt8]) -> [[UInt8]] {
    var items: [[UInt8]] = []
    var start = 1
    var index = 1
    while index < text.count {
      let byte = text[index]
      if byte == doubleQuote || byte == singleQuote, isFront(text, index),
        let end = quotedEnd(Array(text[index...]))
      {
        index += end
        continue
      }
      if byte == UInt8(ascii: ",") || index == text.count - 1 {
        items.append(unquoted(Array(text[start..<index])))
        start = index + 1
      }
      index += 1
    }
    return items
  }

  /// Whether a quote at `index` begins an item: an apostrophe inside a word does not.
  private static func isFront(_ text: [UInt8], _ index: Int) -> Bool {
    let before = text[..<index].last { !Bytes.isBlank($0) }
    return before == UInt8(ascii: "[") || before == UInt8(ascii: ",")
  }

  private static let doubleQuote = UInt8(ascii: "\"")
  private static let singleQuote = UInt8(ascii: "'")
}
