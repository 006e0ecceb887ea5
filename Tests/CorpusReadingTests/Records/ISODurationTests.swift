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
}
