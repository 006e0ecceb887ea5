/// Durations by ISO 8601, such as `PT48H`, in the form people read.
enum ISODuration {
  /// `48 h`, `1 h 30 min`; the text itself when it is no such duration.
  ///
  /// Complexity: O(length).
  static func readable(_ text: [UInt8]) -> [UInt8] {
    guard text.first == 0x50, text.count > 2 else { return text }
    var parts: [String] = []
    var number = ""
    var isTime = false
    for byte in text.dropFirst() {
      switch byte {
      case 0x30...0x39, 0x2E:
        number.unicodeScalars.append(Unicode.Scalar(byte))
      case 0x54 where number.isEmpty:
        isTime = true
      default:
        guard !number.isEmpty, let unit = unit(byte, isTime) else { return text }
        if number.contains(where: { $0 != "0" && $0 != "." }) { parts.append("\(number) \(unit)") }
        number = ""
      }
    }
    guard number.isEmpty, !parts.isEmpty else { return text }
    return Array(parts.joined(separator: " ").utf8)
  }

  private static func unit(_ letter: UInt8, _ isTime: Bool) -> String? {
    switch (letter, isTime) {
    case (0x59, false): "a"
    case (0x4D, false): "mo"
    case (0x57, false): "wk"
    case (0x44, false): "d"
    case (0x48, true): "h"
    case (0x4D, true): "min"
    case (0x53, true): "s"
    default: nil
    }
  }
}
