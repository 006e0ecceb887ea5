/// The name and organisation of a vCard (RFC 6350), as course metadata carries them.
struct VCard {
  /// The formatted name, or family and given name; empty when it says none.
  private(set) var name: [UInt8] = []
  /// The organisation without its units.
  private(set) var organisation: [UInt8] = []
  /// Its telephone and fax numbers.
  private(set) var telephones: [[UInt8]] = []

  /// Reads a card; lines that are none of the wanted properties count for nothing.
  ///
  /// Complexity: O(length).
  init(_ text: [UInt8]) {
    var familyAndGiven: [UInt8] = []
    for line in Self.unfolded(text) {
      guard let colon = line.firstIndex(of: 0x3A) else { continue }
      let value = line[(colon + 1)...]
      switch Self.property(line[..<colon]) {
      case "FN": name = Self.unescaped(value)
      case "N":
        let parts = Self.components(value).prefix(2)
        let isChinese = parts.allSatisfy { ($0.first ?? 0xE3) >= 0xE3 }
        familyAndGiven = Array(
          parts.filter { !$0.isEmpty }.joined(separator: isChinese ? [] : [0x20]))
      case "ORG": organisation = Self.components(value).first ?? []
      case "TEL": telephones.append(Self.unescaped(value))
      default: break
      }
    }
    if name.isEmpty { name = familyAndGiven }
  }

  /// The lines of the card; one that begins with white space goes on with the one before.
  private static func unfolded(_ text: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let isProperty = line.contains(0x3A) || lines.isEmpty
      if !isProperty, line.first == 0x20 || line.first == 0x09 {
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(Array(line.drop { $0 == 0x20 || $0 == 0x09 }))
      }
    }
    return lines
  }

  /// The name of a property in capitals, without its group and parameters.
  private static func property(_ head: ArraySlice<UInt8>) -> String {
    let name = head.prefix { $0 != 0x3B }
    let plain = name.lastIndex(of: 0x2E).map { name[($0 + 1)...] } ?? name
    return String(decoding: plain, as: UTF8.self).uppercased()
  }

  /// The parts between semicolons that no backslash protects, trimmed.
  private static func components(_ value: ArraySlice<UInt8>) -> [[UInt8]] {
    var parts: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in value {
      if byte == 0x3B, !isEscaped {
        parts.append([])
      } else {
        parts[parts.count - 1].append(byte)
      }
      isEscaped = byte == 0x5C && !isEscaped
    }
    return parts.map { unescaped($0[...]) }
  }

  private static func unescaped(_ value: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    var isEscaped = false
    for byte in value {
      if byte == 0x5C, !isEscaped {
        isEscaped = true
        continue
      }
      text.append(isEscaped && byte | 0x20 == 0x6E ? 0x20 : byte)
      isEscaped = false
    }
    return Array(text[Bytes.trimmed(text, from: 0, to: text.count)])
  }
}
