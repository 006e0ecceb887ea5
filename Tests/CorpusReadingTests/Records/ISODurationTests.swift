import TestSupport
import Testing

@testable import CorpusReading

@Suite struct ISODurationTests {
  @Test(arguments: [
    ("PT48H", "48 h"), ("PT1H30M", "1 h 30 min"), ("P1M", "1 mo"), ("PT02M25S", "02 min 25 s"),
    ("P2DT0H", "2 d"), ("48学时", "48学时"), ("P", "P"), ("PT", "PT"), ("PT5", "PT5"), ("PX", "PX"),
    ("PT0S", "PT0S"),
  ])
  func `durations are written as people read them`(text: String, expected: String) {
    var bytes = Array("前\(text)后".utf8)
    let range = ISODuration.readable(3..<(3 + text.utf8.count), in: &bytes)
    #expect(String(decoding: bytes[range], as: UTF8.self) == expected)
    #expect(bytes.starts(with: "前\(text)后".utf8) && (text != expected || range.lowerBound == 3))
  }
  /// The twin: a duration as parts of numbers and letters.
  private func slowReadable(_ text: String) -> String {
    guard text.hasPrefix("P"), text.count > 2 else { return text }
    let dates: [Character: String] = ["Y": "a", "M": "mo", "W": "wk", "D": "d"]
    let times: [Character: String] = ["H": "h", "M": "min", "S": "s"]
    var parts: [String] = []
    var units = dates
    var rest = text.dropFirst()
    while let first = rest.first {
      if first == "T" {
        units = times
        rest = rest.dropFirst()
        continue
      }
      let number = rest.prefix { "0123456789.".contains($0) }
      rest = rest.dropFirst(number.count)
      guard !number.isEmpty, let letter = rest.popFirst(), let unit = units[letter] else {
        return text
      }
      if number.contains(where: { !"0.".contains($0) }) { parts.append("\(number) \(unit)") }
    }
    return parts.isEmpty ? text : parts.joined(separator: " ")
  }

  @Test(arguments: 0..<20)
  func `any text is read as the twin reads it`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces = ["P", "T", "1", "0", "25", ".5", "Y", "M", "W", "D", "H", "S", "x", "1H", "2M"]
    for _ in 0..<500 {
      let length = Int.random(in: 0...7, using: &generator)
      let parts = (0..<length).compactMap { _ in pieces.randomElement(using: &generator) }
      let text = "P" + parts.joined()
      var bytes = Array(text.utf8)
      let range = ISODuration.readable(0..<bytes.count, in: &bytes)
      #expect(String(decoding: bytes[range], as: UTF8.self) == slowReadable(text), "\(text)")
    }
  }
}
