/// What a text says of its own encoding: in an XML declaration, or in a `meta` element of HTML.
enum EncodingLabel {
  /// How far into a text a label is looked for (HTML 5, section 13.2.3.2, has 1024).
  private static let reach = 4096

  /// The encoding that a text declares, `unknown` for one that is not read here, nil when it does
  /// not say or says no more than its bytes do.
  static func declared(in opening: Opening) -> TextEncoding? {
    guard opening.firstByte == 0x3C else { return nil }
    let end = min(opening.bytes.count, opening.start + reach)
    let front = opening.bytes[opening.start..<end].map(lowercased)
    if opening.begins(with: "<?xml"), let end = front.firstIndex(of: 0x3E),
      let name = value(of: "encoding", in: front[..<end])
    {
      return encoding(named: name)
    }
    var rest = front[...]
    while let start = find("<meta", in: rest) {
      rest = rest[start...]
      let end = rest.firstIndex(of: 0x3E) ?? rest.endIndex
      if let name = value(of: "charset", in: rest[..<end]) { return encoding(named: name) }
      rest = rest[end...]
    }
    return nil
  }

  private static func encoding(named name: String) -> TextEncoding? {
    switch name {
    case "gb2312", "gb_2312-80", "gbk", "x-gbk", "gb18030", "cp936", "windows-936", "euc-cn":
      .gb18030
    case "big5", "big5-hkscs", "cn-big5", "x-x-big5", "cp950", "windows-950": .big5
    case "shift_jis", "sjis", "euc-jp", "euc-kr", "ks_c_5601-1987": .unknown
    default: nil
    }
  }

  /// What follows a name and an equals sign, in quotes or not.
  private static func value(of name: String, in text: ArraySlice<UInt8>) -> String? {
    guard let start = find(name, in: text) else { return nil }
    var rest = text[(start + name.utf8.count)...].drop { Bytes.isBlank($0) }
    guard rest.first == 0x3D else { return nil }
    rest = rest.dropFirst().drop { Bytes.isBlank($0) || isQuote($0) }
    let value = rest.prefix { byte in
      !Bytes.isBlank(byte) && !isQuote(byte) && byte != 0x3B && byte != 0x2F && byte != 0x3F
    }
    return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
  }

  private static func find(_ word: String, in text: ArraySlice<UInt8>) -> Int? {
    text.indices.first { text[$0...].starts(with: word.utf8) }
  }

  private static func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
