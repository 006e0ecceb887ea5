/// A number in a cell as the text that stands for it.
enum CellNumber {
  /// The text of a number that is stored as `text`, shown by `format`.
  ///
  /// Whole numbers are without a point or an exponent below 10^15, others as short as they can be
  /// without becoming another number. Dates are `2024-05-01`, with ` 08:00:00` behind if they have a
  /// time; times alone `08:00:00`. What is no number stays as it is.
  static func text(_ text: [UInt8], _ format: NumberFormat, from1904: Bool) -> [UInt8] {
    guard let number = number(text) else { return text }
    switch format {
    case .plain: return isPlain(text) ? text : Array(plain(number).utf8)
    case .elapsed: return elapsed(number) ?? Array(plain(number).utf8)
    case .date: return date(number, from1904: from1904) ?? Array(plain(number).utf8)
    }
  }

  /// A date in the form of ISO 8601 as the same text as one that is a number.
  static func text(ofDate text: [UInt8]) -> [UInt8] {
    guard let separator = text.firstIndex(of: 0x54) else { return text }
    var time = text[(separator + 1)...].prefix { $0 != 0x2E && $0 != 0x5A }
    if time.elementsEqual("00:00:00".utf8) || time.elementsEqual("00:00".utf8) { time = [] }
    return time.isEmpty ? Array(text[..<separator]) : text[..<separator] + [0x20] + time
  }

  private static func number(_ text: [UInt8]) -> Double? {
    let isNumber = text.allSatisfy {
      (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E || $0 | 0x20 == 0x65
    }
    guard isNumber, let number = Double(String(decoding: text, as: UTF8.self)), number.isFinite
    else { return nil }
    return number
  }

  /// Whether a text is a whole number that cannot be written shorter; its digits are kept all.
  private static func isPlain(_ text: [UInt8]) -> Bool {
    let digits = text.drop { $0 == 0x2D }
    return digits.allSatisfy { (0x30...0x39).contains($0) }
      && (digits.first != 0x30 || text == [0x30])
  }

  private static func plain(_ number: Double) -> String {
    if number.magnitude < 1e15, number == number.rounded() { return String(Int(number)) }
    return decimal(number.description)
  }

  /// A number as Swift describes it (`1.5e-05`), of as many digits as a sheet shows, without an
  /// exponent unless that takes too many zeros.
  private static func decimal(_ text: String) -> String {
    let parts = text.split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let mantissa = parts[0].drop { $0 == "-" }.split(separator: ".")
    var digits = mantissa.flatMap { $0.utf8 }.map { Int($0) - 0x30 }
    // How many digits stand before the point; fewer than none are zeros behind it.
    var whole = mantissa[0].utf8.count + exponent
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    whole -= zeros
    if round(&digits) { whole += 1 }
    guard (-20...21).contains(whole) else { return text }
    let sign = text.hasPrefix("-") ? "-" : ""
    let written = digits.map(String.init).joined()
    if whole <= 0 { return sign + "0." + String(repeating: "0", count: -whole) + written }
    if digits.count <= whole {
      return sign + written + String(repeating: "0", count: whole - digits.count)
    }
    return sign + written.prefix(whole) + "." + written.dropFirst(whole)
  }

  /// Rounds digits to the fifteen that a sheet shows, without zeros at the end; returns whether that
  /// made one more digit in front.
  private static func round(_ digits: inout [Int]) -> Bool {
    let most = 15
    var carries = digits.count > most && digits[most] >= 5
    digits = Array(digits.prefix(most))
    while carries || digits.last == 0, let last = digits.popLast() {
      if carries, last < 9 {
        digits.append(last + 1)
        carries = false
      }
    }
    if carries { digits = [1] }
    return carries
  }

  // MARK: - Days and times

  private static let secondsPerDay = 86_400

  /// The last second of the year 9999 in days since 1900.
  private static let lastDay = 2_958_466.0

  private static func date(_ number: Double, from1904: Bool) -> [UInt8]? {
    guard number >= 0, number < lastDay else { return nil }
    let seconds = Int((number * Double(secondsPerDay)).rounded())
    var (day, time) = seconds.quotientAndRemainder(dividingBy: secondsPerDay)
    guard day > 0 || (from1904 && time == 0) else { return Array(clock(time).utf8) }
    // Excel believes that there was a 29 February 1900: days before it are one less than they seem.
    if from1904 { day += 1462 } else if day < 60 { day += 1 }
    let date = calendarDate(daysSince1899: day)
    return Array((time == 0 ? date : "\(date) \(clock(time))").utf8)
  }

  private static func elapsed(_ number: Double) -> [UInt8]? {
    guard number >= 0, number < lastDay else { return nil }
    return Array(clock(Int((number * Double(secondsPerDay)).rounded())).utf8)
  }

  private static func clock(_ seconds: Int) -> String {
    "\(digits(seconds / 3600)):\(digits(seconds / 60 % 60)):\(digits(seconds % 60))"
  }

  private static func digits(_ value: Int) -> String {
    value < 10 ? "0\(value)" : "\(value)"
  }

  /// The day so many days after 30 December 1899, by the Gregorian calendar.
  ///
  /// Years begin in March here, so that the day that comes and goes is the last (Hinnant,
  /// "chrono-compatible low-level date algorithms").
  private static func calendarDate(daysSince1899 days: Int) -> String {
    let daysSinceYear0 = days + 693_899
    let era = daysSinceYear0 / 146_097
    let dayOfEra = daysSinceYear0 % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    return "\(year)-\(digits(month < 10 ? month + 3 : month - 9))-\(digits(day))"
  }
}
