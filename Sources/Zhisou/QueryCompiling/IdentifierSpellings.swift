/// The identifiers that a text may stand for.
enum IdentifierSpellings {
  /// The text itself, in capitals, without the spaces and hyphens of a publication number, and, for
  /// a number without a kind code, with every one.
  static func all(of text: String) -> [[UInt8]] {
    let capitals = text.uppercasedASCII
    let compact = String(capitals.unicodeScalars.filter { $0 != " " && $0 != "-" })
    var spellings: [String] = [text]
    for spelling in [capitals, compact] where !spellings.contains(spelling) {
      spellings.append(spelling)
    }
    if isNumberWithoutKind(compact) {
      for letter in "ABCSUY" {
        spellings.append("\(compact)\(letter)")
        for digit in 1...9 { spellings.append("\(compact)\(letter)\(digit)") }
      }
    }
    return spellings.map { Array($0.utf8) }
  }

  /// Two letters and at least six digits.
  private static func isNumberWithoutKind(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst(2)
    return digits.count >= 6 && digits.allSatisfy { (0x30...0x39).contains($0) }
      && text.utf8.prefix(2).allSatisfy { (0x41...0x5A).contains($0) }
  }
}
