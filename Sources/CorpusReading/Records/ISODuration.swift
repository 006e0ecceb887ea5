/// Durations by ISO 8601, such as `PT48H`, in the form people read.
enum ISODuration {
  /// The range of `48 h`, `1 h 30 min`, appended to the bytes; the text itself when it is no such
  /// duration.
  ///
  /// Complexity: O(length).
  static func readable(_ text: Range<Int>, in bytes: inout [UInt8]) -> Range<Int> {
    guard text.count > 2, bytes[text.lowerBound] == 0x50 else { return text }
    let start = bytes.count
    let isWhole = appendParts(of: (text.lowerBound + 1)..<text.upperBound, to: &bytes)
    guard isWhole, bytes.count > start else {
      bytes.removeLast(bytes.count - start)
      return text
    }
    return start..<bytes.count
  }

  /// Appends the parts that are not zero, a blank between them; false when there is something else.
  private static func appendParts(of text: Range<Int>, to bytes: inout [UInt8]) -> Bool {
    let start = bytes.count
    var number = text.lowerBound
    var isTime = false
    for index in text {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39, 0x2E:
        continue
      case 0x54 where number == index:
        isTime = true
      default:
        guard number < index, let unit = unit(byte, isTime) else { return false }
        let digits = number..<index
        if digits.contains(where: { bytes[$0] != 0x30 && bytes[$0] != 0x2E }) {
          if bytes.count > start { bytes.append(0x20) }
          for digit in digits { bytes.append(bytes[digit]) }
          bytes.append(0x20)
          bytes.append(contentsOf: unit.utf8)
        }
      }
      number = index + 1
    }
    return number == text.upperBound
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
