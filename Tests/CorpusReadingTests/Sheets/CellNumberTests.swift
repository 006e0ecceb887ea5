import Testing

@testable import CorpusReading

struct CellNumberTests {
  private func text(
    _ number: String, _ format: NumberFormat = .plain, from1904: Bool = false
  ) -> String {
    String(
      decoding: CellNumber.text(Array(number.utf8), format, from1904: from1904), as: UTF8.self)
  }

  @Test(arguments: [
    ("5", "5"), ("12.5", "12.5"), ("5.0", "5"), ("-3", "-3"), ("-0", "0"), ("0", "0"), ("007", "7"),
    ("0.10000000000000001", "0.1"), ("1E3", "1000"), ("1.5E-5", "0.000015"), ("1e-7", "0.0000001"),
    ("-2.5E-05", "-0.000025"), ("999999999999999", "999999999999999"),
    ("1.2E+17", "120000000000000000"),
    ("123456789012345678", "123456789012345678"), ("1.1111000000000001", "1.1111"),
    ("0.99999999999999989", "1"), ("0.30000000000000004", "0.3"), ("99.999999999999986", "100"),
    ("0.12345678901234567", "0.123456789012346"), ("1e300", "1e+300"), ("1e999", "1e999"),
    ("abc", "abc"), ("0x10", "0x10"), ("nan", "nan"),
    ("-", "-"),
  ])
  func `numbers are as short as they can be`(number: String, expected: String) {
    #expect(text(number) == expected)
  }

  @Test(arguments: [
    ("45413", "2024-05-01"), ("44197", "2021-01-01"), ("43831.0423726852", "2020-01-01 01:01:01"),
    ("1", "1900-01-01"), ("59", "1900-02-28"), ("61", "1900-03-01"), ("36585", "2000-02-29"),
    ("36586", "2000-03-01"), ("73109", "2100-02-28"), ("73110", "2100-03-01"),
    ("2958465.99998", "9999-12-31 23:59:58"), ("0.5", "12:00:00"), ("0", "00:00:00"),
    ("45413.999999", "2024-05-02"), ("-1", "-1"), ("2958466", "2958466"), ("1e300", "1e+300"),
  ])
  func `days count from 1900`(number: String, expected: String) {
    #expect(text(number, .date) == expected)
  }

  @Test(arguments: [
    ("42735", "2021-01-01"), ("0", "1904-01-01"), ("0.25", "06:00:00"),
    ("1.25", "1904-01-02 06:00:00"),
  ])
  func `days may count from 1904`(number: String, expected: String) {
    #expect(text(number, .date, from1904: true) == expected)
  }

  @Test func `every day is the one after the day before`() {
    var expected = (year: 1900, month: 3, day: 1)
    for day in 61..<200_000 {
      func digits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
      let date = "\(expected.year)-\(digits(expected.month))-\(digits(expected.day))"
      guard text("\(day)", .date) == date else {
        Issue.record("day \(day) is not \(date)")
        return
      }
      let isLeap = expected.year % 4 == 0 && (expected.year % 100 != 0 || expected.year % 400 == 0)
      let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][expected.month - 1]
      expected.day += 1
      if expected.day > days { (expected.day, expected.month) = (1, expected.month + 1) }
      if expected.month > 12 { (expected.month, expected.year) = (1, expected.year + 1) }
    }
  }

  @Test func `times may go beyond a day`() {
    #expect(text("10.6320601851852", .elapsed) == "255:10:10")
    #expect(text("0.5", .elapsed) == "12:00:00" && text("-0.5", .elapsed) == "-0.5")
  }

  @Test(arguments: [
    ("2021-01-01", "2021-01-01"), ("2021-01-01T10:10:10", "2021-01-01 10:10:10"),
    ("2021-01-01T00:00:00.000Z", "2021-01-01"), ("10:10:10", "10:10:10"), ("T", ""),
  ])
  func `dates of ISO 8601 are written like others`(date: String, expected: String) {
    let text = String(decoding: CellNumber.text(ofDate: Array(date.utf8)), as: UTF8.self)
    #expect(text == expected)
  }

  @Test(arguments: [
    ("General", NumberFormat.plain), ("0.00", .plain), ("#,##0.00_);[Red]\\(#,##0.00\\)", .plain),
    ("\"$\"#,##0_d", .plain), ("0.0\"days\"", .plain), ("\\d0", .plain), ("0.00E+00", .plain),
    ("0;yyyy", .plain), ("@", .plain), ("[$-804]0", .plain), ("*d0", .plain), ("", .plain),
    ("yyyy\"年\"m\"月\"d\"日\"", .date), ("[DBNum1][$-804]yyyy\"年\"m\"月\";@", .date), ("h:mm", .date),
    ("yyyy\\-mm\\-dd", .date), ("mmm-yy", .date), ("上午/下午h", .date), ("[h]:mm:ss", .elapsed),
    ("[mm]:ss", .elapsed), ("\"", .plain), ("[", .plain), ("\\", .plain),
  ])
  func `a format is one of dates by its letters`(code: String, expected: NumberFormat) {
    #expect(NumberFormat(code: code) == expected)
  }

  @Test func `formats without a definition are known by their numbers`() {
    let dates = (0...60).filter { NumberFormat(builtIn: $0) == .date }
    #expect(dates == Array(14...22) + Array(27...36) + [45, 47] + Array(50...58))
    #expect(NumberFormat(builtIn: 46) == .elapsed && NumberFormat(builtIn: 164) == .plain)
  }

  @Test(arguments: [
    ("ABC_x000D_\nDEF", "ABC\nDEF"), ("a_x000D_b", "a\nb"), ("a_x000A_b", "a\nb"),
    ("a_x0001_b", "a b"),
    ("_x005F_x000D_", "_x000D_"), ("a_x0000_b", "ab"), ("_xD83D__xDE00_", "😀"),
    ("_xD83D_a", "\u{FFFD}a"),
    ("_xDE00_", "\u{FFFD}"), ("_xFFFF_", "\u{FFFD}"), ("_x00G0_", "_x00G0_"), ("_x000D", "_x000D"),
    ("竹_x7F16_", "竹编"), ("_", "_"), ("", ""), ("_xD83D_", "\u{FFFD}"),
  ])
  func `characters that XML cannot hold are decoded`(text: String, expected: String) {
    var bytes = Array("前_x0041_".utf8) + Array(text.utf8)
    EscapedCharacters.decode(&bytes, from: 10)
    #expect(String(decoding: bytes, as: UTF8.self) == "前_x0041_" + expected)
  }
}
