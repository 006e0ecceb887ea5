/// What words of technical text look like where they could be operators.
extension QueryText {
  /// The end of a number such as `2`, `0.5` or `.5` that begins at a place; the place when none does.
  func numberEnd(from place: Int) -> Int {
    let whole = digitsEnd(from: place)
    guard part(at: whole) == "." else { return whole }
    let end = digitsEnd(from: whole + 1)
    return end > whole + 1 ? end : whole
  }

  private func digitsEnd(from place: Int) -> Int {
    var end = place
    while let part = part(at: end), Self.digits.contains(part) { end += 1 }
    return end
  }

  /// Whether a mark inside a word is an inch mark, as in `3/4"`: one that follows a digit.
  ///
  /// The left mark “ is no inch mark.
  func isInchMark(at place: Int) -> Bool {
    scalars[place] != "\u{201C}" && scalars[place - 1].isNumber
  }

  /// Whether `^2` behind a word makes it count more; elsewhere it is an exponent.
  ///
  /// Exponents stand behind numbers (`10^5`), single Latin letters (`R^2`) and units of length
  /// (`N/mm^2`). A code that ends in a number is none.
  func takesBoost(_ word: Range<Int>) -> Bool {
    guard let last = word.last, scalars[last].isOfWord else { return false }
    let digits = scalars[word].reversed().prefix { Self.digits.contains($0.halfWidth) }
    if !digits.isEmpty {
      let before = scalars[word].dropLast(digits.count).last
      return before.map { Self.isLatin($0) } ?? false
    }
    let letters = scalars[word].reversed().prefix { Self.isLatin($0) }
    guard let first = letters.first else { return true }
    guard letters.count == 2, let second = letters.last else { return letters.count > 2 }
    let unit = String(String.UnicodeScalarView([second.halfWidth, first.halfWidth]))
    return !["mm", "cm", "dm", "km", "nm", "um", "µm", "μm", "in", "ft"].contains(unit)
  }

  /// The members of a list with commas or 、 between them, without white space around them.
  func listMembers(in range: Range<Int>) -> [Range<Int>] {
    scalars[range]
      .split(omittingEmptySubsequences: false) { $0.halfWidth == "," || $0 == "、" }
      .map { member in
        let start = member.firstIndex { !$0.isWhiteSpace } ?? member.endIndex
        let end = member.lastIndex { !$0.isWhiteSpace } ?? start - 1
        return start..<end + 1
      }
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    let half = scalar.halfWidth
    return ("a"..."z").contains(half) || ("A"..."Z").contains(half) || half == "µ" || half == "μ"
  }

  private static let digits: ClosedRange<Unicode.Scalar> = "0"..."9"
}
