@testable import InvertedIndex

/// Packed text made without any speed in mind, as FileFormat.md describes it: the slow twin of
/// ``TextPacker``.
///
/// By scalars: strings of characters that look the same are equal.
struct PlainPackedText {
  let characters: [Unicode.Scalar]
  let words: [[Unicode.Scalar]]
  /// The units of the table with their codes.
  private(set) var codes: [[Unicode.Scalar]: [UInt8]] = [:]

  init() {
    let text = Array(PackedTextTable.text.description.unicodeScalars)
    characters = Array(text[..<PackedTextTable.characters])
    let rest = text[PackedTextTable.characters...].prefix(2 * PackedTextTable.words)
    words = stride(from: rest.startIndex, to: rest.endIndex, by: 2).map {
      Array(rest[$0...($0 + 1)])
    }
    for (number, unit) in (characters.map { [$0] } + words).enumerated() {
      codes[unit] =
        number < 96
        ? [0x80 + UInt8(number)]
        : [0xE0 + UInt8((number - 96) / 256), UInt8((number - 96) % 256)]
    }
  }

  /// The packed form of a text, 2,048 characters at a time; a byte of one beyond U+FFFF counts as one.
  func pack(_ text: String) -> [UInt8] {
    var pieces: [(scalar: Unicode.Scalar?, code: [UInt8])] = []
    for scalar in text.unicodeScalars {
      let value = scalar.value
      switch value {
      case 0..<0x80: pieces.append((scalar, [UInt8(value)]))
      case 0x80..<0x480:
        let place = Int(value) - 0x80
        pieces.append((scalar, [0xFA + UInt8(place / 256), UInt8(place % 256)]))
      case 0x480..<0x1_0000:
        let code = codes[[scalar]] ?? [0xFE, UInt8(value / 256), UInt8(value % 256)]
        pieces.append((scalar, code))
      default: for byte in String(scalar).utf8 { pieces.append((nil, [0xFF, byte])) }
      }
    }
    var packed: [UInt8] = []
    var index = 0
    while index < pieces.count {
      if index % 2048 != 2047, index + 1 < pieces.count, let first = pieces[index].scalar,
        let second = pieces[index + 1].scalar, let code = codes[[first, second]]
      {
        packed += code
        index += 2
      } else {
        packed += pieces[index].code
        index += 1
      }
    }
    return packed
  }
}
