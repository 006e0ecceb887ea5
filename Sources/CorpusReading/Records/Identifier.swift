/// Identifiers that are unique wherever they stand.
enum Identifier {
  /// Whether a text is an OAI identifier (`oai:…`) or a DOI (`10.1000/…`, ISO 26324).
  static func isUniversal(_ text: Span<UInt8>) -> Bool {
    isOAI(text) || isDOI(text)
  }

  private static func isOAI(_ text: Span<UInt8>) -> Bool {
    text.count > 4 && text[0] | 0x20 == 0x6F && text[1] | 0x20 == 0x61 && text[2] | 0x20 == 0x69
      && text[3] == 0x3A
  }

  private static func isDOI(_ text: Span<UInt8>) -> Bool {
    guard text.count >= 9, text[0] == 0x31, text[1] == 0x30, text[2] == 0x2E else { return false }
    var position = 3
    while position < text.count, (0x30...0x39).contains(text[position]) { position += 1 }
    return (4...9).contains(position - 3) && position + 1 < text.count && text[position] == 0x2F
  }
}
