/// Tags of HTML and addresses in angle brackets inside Markdown.
///
/// Only names that HTML has are tags: `<版本>` and `<TEMPLATE>` are words.
enum MarkdownTag {
  /// Whether what stands between angle brackets is a tag or an address.
  static func isTag(_ inside: ArraySlice<UInt8>) -> Bool {
    inside.count <= longest && (isAddress(inside) || names.contains(name(of: inside)))
  }

  /// What a tag leaves behind: an address itself, a blank where it divides words, else nothing.
  static func words(of inside: ArraySlice<UInt8>) -> [UInt8] {
    if isAddress(inside) { return Array(inside) }
    return dividing.contains(name(of: inside)) ? [WrappedText.gap] : []
  }

  /// Bytes of a tag.
  private static let longest = 2048

  private static func isAddress(_ inside: ArraySlice<UInt8>) -> Bool {
    guard inside.allSatisfy({ $0 > 0x20 }), let first = inside.first, first | 0x20 >= 0x61 else {
      return false
    }
    return inside.contains(UInt8(ascii: ":")) || inside.contains(UInt8(ascii: "@"))
  }

  private static func name(of inside: ArraySlice<UInt8>) -> String {
    let front = inside.first == UInt8(ascii: "/") ? inside.dropFirst() : inside
    let letters = front.prefix { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }
    let isWhole =
      front.dropFirst(letters.count).first.map { Bytes.isBlank($0) || $0 == 0x2F } ?? true
    return isWhole ? String(decoding: letters, as: UTF8.self).lowercased() : ""
  }

  private static let dividing: Set<String> = {
    let names = """
      address article aside blockquote br caption center dd details dir div dl dt figcaption figure \
      footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table tbody \
      td tfoot th thead tr ul
      """
    return Set(names.split(separator: " ").map(String.init))
  }()

  /// Names that nobody writes for a word of the text in brackets; `template` and `title` are not here.
  private static let names: Set<String> = {
    let names = """
      a abbr audio b bdi bdo big body button cite code col colgroup del dfn em embed font head html i \
      iframe img input ins kbd label mark meta noscript picture q rp rt ruby s samp script small span \
      strike strong style sub sup svg tt u var video wbr
      """
    return dividing.union(names.split(separator: " ").map(String.init))
  }()
}
