import Testing

@testable import CorpusReading

@Suite struct VCardTests {
  private static func card(_ lines: String...) -> VCard {
    VCard(Array((["BEGIN:VCARD"] + lines + ["END:VCARD"]).joined(separator: "\r\n").utf8))
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func `names, organisations and telephones are told`() {
    let card = Self.card(
      "item1.FN;CHARSET=UTF-8:荀铁衡", "ORG:砺锋\\;技师学院;机加工系", "TEL;TYPE=WORK:1", "tel:2", "N:忽;略")
    #expect(Self.text(card.name) == "荀铁衡" && Self.text(card.organisation) == "砺锋;技师学院")
    #expect(card.telephones == [[0x31], [0x32]])
  }

  @Test func `without a formatted name the parts stand in, and lines may be folded`() {
    #expect(Self.text(Self.card("FN:", "N:Bibeau;Robert").name) == "Bibeau Robert")
    #expect(Self.text(Self.card("N:荀;铁衡;;;").name) == "荀铁衡")
    #expect(
      Self.text(Self.card("ORG:Bulletin des com", " munications").organisation)
        == "Bulletin des communications")
    #expect(Self.card("nothing").name.isEmpty)
  }
}
