/// What a number format makes of a number, as far as it matters for its text.
enum NumberFormat: Equatable {
  case plain
  /// A day, perhaps with a time.
  case date
  /// A length of time, as hours beyond a day (`[h]:mm`).
  case elapsed

  /// The format of a number that is known without being defined.
  ///
  /// 14 to 22 and 45 to 47 everywhere, 27 to 36 and 50 to 58 in Chinese, Japanese and Korean.
  init(builtIn number: Int) {
    switch number {
    case 46: self = .elapsed
    case 14...22, 27...36, 45...47, 50...58: self = .date
    default: self = .plain
    }
  }

  /// The format of a code such as `yyyy"年"m"月"d"日";@`.
  ///
  /// What is in quotes, in brackets, behind a backslash, and the character by whose width a blank is
  /// made, are no part of it; only the form of positive numbers, which comes first, counts.
  init(code: String) {
    self = .plain
    var scalars = code.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar {
      case "\"":
        while let next = scalars.next(), next != "\"" {}
      case "\\", "_", "*":
        _ = scalars.next()
      case "[":
        var inside = ""
        while let next = scalars.next(), next != "]" { inside.unicodeScalars.append(next) }
        // Hours, minutes or seconds that do not end at a day.
        if !inside.isEmpty, inside.allSatisfy({ "hHmMsS".contains($0) }) {
          self = .elapsed
          return
        }
      case ";":
        return
      case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S":
        self = .date
      default:
        break
      }
    }
  }
}
