import Testing

@testable import CorpusReading

struct NumbersAndSymbolsTests {
  @Test(arguments: [
    ("CN-115212463-A", "CN115212463A"), ("CN 115212463 A", "CN115212463A"),
    ("cn115212463a", "CN115212463A"), ("CN115212463", "CN115212463"),
    ("US-2005004437-A1", "US2005004437A1"), ("WO2022259205A1", "WO2022259205A1"),
    ("JPH08123456A", "JPH08123456A"), ("WO 2022/259205 A1", "WO2022259205A1"),
  ])
  func `publication numbers have one form`(text: String, form: String) {
    let found = PublicationNumber.normalForm(Array(text.utf8).span)
    #expect(found == Array(form.utf8))
  }

  @Test(arguments: [
    "42", "CN123", "2015104814959", "CN201510481495.9", "ABCD1234", "CN1234ABC", "",
  ])
  func `other numbers are none`(text: String) {
    let found = PublicationNumber.normalForm(Array(text.utf8).span)
    #expect(found == nil)
  }

  @Test(arguments: [
    ("A61N    5/00    (2006.01)", "A61N5/00"), ("A61N5/00", "A61N5/00"),
    ("H01L  21/00        20060101AFI20221215BHEP", "H01L21/00"), ("C12R 1/645", "C12R1/645"),
    ("G06F 0017/60", "G06F17/60"),
  ])
  func `classification symbols have one form`(text: String, form: String) {
    let found = ClassificationSymbol.normalForm(Array(text.utf8).span)
    #expect(found == Array(form.utf8))
  }

  @Test(arguments: ["A61N", "I61N5/00", "A61N5", "a61n5/00", "A61N5/0", "A61N5/00x", "钳工技师"])
  func `other codes are none`(text: String) {
    let found = ClassificationSymbol.normalForm(Array(text.utf8).span)
    #expect(found == nil)
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
