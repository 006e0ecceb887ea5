import TestSupport
import Testing

@testable import CorpusReading

/// Also against twins that make an array of what they find.
struct NumbersAndSymbolsTests {
  /// The normal form of a text between others, which must stay as they are.
  private func form(
    of text: [UInt8], _ normalize: (Range<Int>, inout [UInt8]) -> Range<Int>?
  ) -> [UInt8]? {
    let (before, after) = (Array("前 1".utf8), Array("2/后".utf8))
    var bytes = before + text + after
    let range = before.count..<(before.count + text.count)
    let form = normalize(range, &bytes)
    #expect(bytes.starts(with: before) && bytes[range.upperBound...].starts(with: after))
    if form == nil { #expect(bytes == before + text + after) }
    return form.map { Array(bytes[$0]) }
  }

  private func publicationNumber(_ text: [UInt8]) -> [UInt8]? {
    form(of: text) { PublicationNumber.normalForm(of: $0, in: &$1) }
  }

  private func classificationSymbol(_ text: [UInt8]) -> [UInt8]? {
    form(of: text) { ClassificationSymbol.normalize($0, in: &$1) }
  }

  @Test(arguments: [
    ("CN-115212463-A", "CN115212463A"), ("CN 115212463 A", "CN115212463A"),
    ("cn115212463a", "CN115212463A"), ("CN115212463", "CN115212463"),
    ("US-2005004437-A1", "US2005004437A1"), ("WO2022259205A1", "WO2022259205A1"),
    ("JPH08123456A", "JPH08123456A"), ("WO 2022/259205 A1", "WO2022259205A1"),
  ])
  func `publication numbers have one form`(text: String, form: String) {
    #expect(publicationNumber(Array(text.utf8)) == Array(form.utf8))
  }

  @Test(arguments: [
    "42", "CN123", "2015104814959", "CN201510481495.9", "ABCD1234", "CN1234ABC", "",
  ])
  func `other numbers are none`(text: String) {
    #expect(publicationNumber(Array(text.utf8)) == nil)
  }

  @Test(arguments: [
    ("A61N    5/00    (2006.01)", "A61N5/00"), ("A61N5/00", "A61N5/00"),
    ("H01L  21/00        20060101AFI20221215BHEP", "H01L21/00"), ("C12R 1/645", "C12R1/645"),
    ("G06F 0017/60", "G06F17/60"),
  ])
  func `classification symbols have one form`(text: String, form: String) {
    #expect(classificationSymbol(Array(text.utf8)) == Array(form.utf8))
  }

  @Test(arguments: ["A61N", "I61N5/00", "A61N5", "a61n5/00", "A61N5/0", "A61N5/00x", "钳工技师"])
  func `other codes are none`(text: String) {
    #expect(classificationSymbol(Array(text.utf8)) == nil)
  }

  /// The twin of publication numbers.
  private func slowNumber(_ text: String) -> String? {
    guard (6...32).contains(text.utf8.count) else { return nil }
    let form = text.filter { !"- /".contains($0) }.uppercased()
    return form.wholeMatch(of: /[A-Z]{2,3}[0-9]{4,}([A-Z][0-9]?)?/) == nil ? nil : form
  }

  /// The twin of classification symbols.
  private func slowSymbol(_ text: String) -> String? {
    let symbol = /([A-H][0-9]{2}[A-Z]) *([0-9]{1,4}) *\/ *([0-9]{2,6})([ (].*)?/
    guard text.utf8.count >= 6, let match = text.wholeMatch(of: symbol) else { return nil }
    let group = match.2.drop { $0 == "0" }
    return "\(match.1)\(group.isEmpty ? "0" : group)/\(match.3)"
  }

  @Test(arguments: 0..<40)
  func `any text has the form that the twins give it`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let numbers = ["CN", "U", "s", "D", "1", "23", "456", "-", " ", "/", "A", "a1", "中", "."]
    let symbols = ["H01L", "A61", "N", " ", "0", "12", "345", "/", "/00", "(", "(2006.01)", "x"]
    for _ in 0..<500 {
      let length = Int.random(in: 0...8, using: &generator)
      let number = (0..<length).compactMap { _ in numbers.randomElement(using: &generator) }
        .joined()
      #expect(publicationNumber(Array(number.utf8)) == slowNumber(number).map { Array($0.utf8) })
      let parts = (0..<length).compactMap { _ in symbols.randomElement(using: &generator) }
      let symbol = ["", "G06F", "B23Q1/"].randomElement(using: &generator)! + parts.joined()
      #expect(classificationSymbol(Array(symbol.utf8)) == slowSymbol(symbol).map { Array($0.utf8) })
    }
  }

  private func isUniversal(_ text: String) -> Bool {
    Identifier.isUniversal(Array(text.utf8).span)
  }

  @Test func `identifiers that are unique everywhere`() {
    for text in ["oai:example.org:1", "10.1000/xyz"] {
      #expect(isUniversal(text))
    }
    for text in ["oai", "10.1/x", "10.1000", "10.1000/", "42"] {
      #expect(!isUniversal(text))
    }
  }
}
