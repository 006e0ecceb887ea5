import Testing

@testable import CorpusReading

struct CalendarDateTests {
  @Test(arguments: [
    ("20230512", 20_230_512), ("2023-05-12", 20_230_512), ("2023/5/12", 20_230_512),
    ("2023.5.12", 20_230_512), ("2023年5月12日", 20_230_512), ("2023年5月", 20_230_500),
    ("2023-05", 20_230_500), ("202305", 20_230_500), ("2023", 20_230_000), ("2023年", 20_230_000),
    ("2023-05-12T18:24:57Z", 20_230_512), ("2023-08-16 18:24:57", 20_230_816),
    ("20230512 08:00", 20_230_512), ("20230512T080000Z", 20_230_512),
    ("20230512182457", 20_230_512), ("2024-02-29", 20_240_229), ("2000-02-29", 20_000_229),
    ("2023年5月12", 20_230_512),
  ])
  func `reads dates as people write them`(text: String, day: UInt32) {
    let date = CalendarDate(Array(text.utf8).span)
    #expect(date == .day(day))
  }

  @Test(arguments: ["00000000", "0000", "0000-00-00"])
  func `zeros are no date`(text: String) {
    let date = CalendarDate(Array(text.utf8).span)
    #expect(date == .none)
  }

  @Test(arguments: [
    "20230230", "2023-13-01", "2023-00-05", "1900-02-29", "abc", "12", "2023-5-12x", "２０２３",
    "2023-05-12-07", "123456789", "20230512 x", "99999999", "", "-",
  ])
  func `what no calendar has is invalid`(text: String) {
    let date = CalendarDate(Array(text.utf8).span)
    #expect(date == .invalid)
  }
}
