/// Writes JSON (RFC 8259), keys in the order given, so that the same values give the same bytes.
public struct JSONText: Sendable {
  /// A value to be written.
  public indirect enum Value: Sendable {
    /// A text.
    case string(String)
    /// A whole number.
    case integer(Int)
    /// A number; infinities and NaN become null.
    case number(Double)
    /// A score, with the digits that give the same `Float` back.
    case score(Float)
    /// True or false.
    case bool(Bool)
    /// A list.
    case array([Value])
    /// Names and values, in this order.
    case object([(String, Value)])
    /// Nothing.
    case null
  }

  /// The text of a value on one line.
  public static func line(_ value: Value) -> String {
    var text = ""
    append(value, to: &text)
    return text
  }

  /// A text between quotes, on one line whatever is in it.
  static func quoted(_ text: String) -> String {
    line(.string(text))
  }

  private static func append(_ value: Value, to text: inout String) {
    switch value {
    case .string(let string): append(quoted: string, to: &text)
    case .integer(let number): text += String(number)
    case .number(let number): text += number.isFinite ? "\(number)" : "null"
    case .score(let number): text += number.isFinite ? "\(number)" : "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .null: text += "null"
    case .array(let values):
      text += "["
      for (place, value) in values.enumerated() {
        if place > 0 { text += "," }
        append(value, to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (place, member) in members.enumerated() {
        if place > 0 { text += "," }
        append(quoted: member.0, to: &text)
        text += ":"
        append(member.1, to: &text)
      }
      text += "}"
    }
  }

  private static func append(quoted string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      // Line separators end a line for some readers of JSON lines.
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
