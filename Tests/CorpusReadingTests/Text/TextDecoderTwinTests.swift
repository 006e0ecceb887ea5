import TestSupport
import Testing

@testable import CorpusReading

/// The decoder against the tables of the C library.
@Suite(.enabled(if: Iconv.isHere, "the C library is not glibc, or lacks its tables"))
struct TextDecoderTwinTests {
  /// Codes in which we differ from glibc 2.36, with what we make of them.
  private static let exceptions: [TextEncoding: [[UInt8]: UInt32]] = [
    .gb18030: gb18030Exceptions, .big5: big5Exceptions,
  ]

  private static let gb18030Exceptions: [[UInt8]: UInt32] = {
    // The euro sign of Windows' GBK, which GB18030 does not have there.
    var codes: [[UInt8]: UInt32] = [[0x80]: 0x20AC]
    // Four bytes that the edition of 2000 gave to characters which later editions write in two.
    // glibc refuses them or gives the private character; old programs mean the character.
    codes[[0x81, 0x35, 0xF4, 0x37]] = 0x1E3F
    for (number, character) in (0x9FB4...0x9FBB).enumerated() {
      codes[quadruple(from: [0x82, 0x35, 0x90, 0x37], number)] = UInt32(character)
    }
    for (number, character) in (0xFE10...0xFE19).enumerated() {
      codes[quadruple(from: [0x84, 0x31, 0x82, 0x36], number)] = UInt32(character)
    }
    return codes
  }()

  /// The rows of ETEN, which glibc's Big5 leaves to private characters; those that its Big5-HKSCS
  /// has are compared with that.
  private static let big5Exceptions: [[UInt8]: UInt32] = {
    guard let iconv = Iconv("BIG5-HKSCS") else { return [:] }
    // No character of Big5.
    var codes: [[UInt8]: UInt32] = [[0x80]: 0xFFFD, [0xFF]: 0xFFFD]
    for pair in pairs where (0xC6A1...0xC8FE).contains(Int(pair[0]) << 8 | Int(pair[1])) {
      codes[pair] = iconv(pair).flatMap {
        String(decoding: $0, as: UTF8.self).unicodeScalars.first?.value
      }
      // What neither of the two has.
      if codes[pair] == nil { codes[pair] = 0xFFFD }
    }
    // ETEN's second places for what Big5 has elsewhere.
    for (trail, character) in [
      0xCF: 0x5EF4, 0xD3: 0x65E0, 0xD5: 0x7676, 0xD7: 0x96B6, 0xDE: 0x3003, 0xDF: 0x4EDD,
    ] {
      codes[[0xC6, UInt8(trail)]] = UInt32(character)
    }
    return codes
  }()

  private static func quadruple(from start: [UInt8], _ number: Int) -> [UInt8] {
    let last = Int(start[3]) - 0x30 + number
    return [start[0], start[1], start[2] + UInt8(last / 10), 0x30 + UInt8(last % 10)]
  }

  private static let pairs = (0x80...0xFF).flatMap { lead in
    (0x00...0xFF).map { [UInt8(lead), UInt8($0)] }
  }

  /// The encoding as glibc names it.
  private static func iconv(_ encoding: TextEncoding) throws -> Iconv {
    let name = encoding == .gb18030 ? "GB18030" : "BIG5"
    return try #require(Iconv(name))
  }

  /// The character that bytes make exactly, nil when they make none.
  private static func character(
    _ bytes: [UInt8], _ encoding: TextEncoding, _ iconv: Iconv
  ) -> [UInt8]? {
    if let exception = exceptions[encoding]?[bytes] {
      return exception == 0xFFFD ? nil : Unicode.Scalar(exception).map { Array(String($0).utf8) }
    }
    return iconv(bytes).flatMap { character in
      String(decoding: character, as: UTF8.self).unicodeScalars.count == 1 ? character : nil
    }
  }

  @Test(arguments: [TextEncoding.gb18030, .big5])
  func `all codes of one and two bytes are glibc's`(encoding: TextEncoding) throws {
    let iconv = try Self.iconv(encoding)
    var differences: [[UInt8]] = []
    for bytes in (0...0xFF).map({ [UInt8($0)] }) + Self.pairs {
      let ours = decoded(bytes, encoding)
      let theirs = Self.character(bytes, encoding, iconv)
      // A lead byte that may be one character and an ASCII one are two.
      let isOne = ours.replaced == 0 && ours.text.unicodeScalars.count == 1
      if (isOne ? Array(ours.text.utf8) : nil) != theirs { differences.append(bytes) }
    }
    #expect(differences == [])
  }

  @Test func `all codes of four bytes are glibc's`() throws {
    let iconv = try Self.iconv(.gb18030)
    var differences: [[UInt8]] = []
    var generator = SeededGenerator(seed: 18030)
    // The basic plane whole with what follows it, then a sample of all.
    var numbers = Array(0..<50_400)
    numbers += (0..<20_000).map { _ in Int.random(in: 0..<1_587_600, using: &generator) }
    numbers += [188_999, 189_000, 189_000 + 0xF_FFFF, 189_000 + 0x10_0000, 1_587_599]
    for number in numbers {
      let bytes = [
        UInt8(0x81 + number / 12_600), UInt8(0x30 + number / 1260 % 10),
        UInt8(0x81 + number / 10 % 126), UInt8(0x30 + number % 10),
      ]
      let ours = decoded(bytes, .gb18030)
      let theirs = Self.character(bytes, .gb18030, iconv)
      if (ours.replaced == 0 ? Array(ours.text.utf8) : nil) != theirs { differences.append(bytes) }
    }
    #expect(differences == [])
  }

  @Test(arguments: [TextEncoding.gb18030, .big5])
  func `damaged text is as its characters are, in chunks of any size`(encoding: TextEncoding) throws
  {
    let iconv = try Self.iconv(encoding)
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<1500 {
      let bytes = Self.damaged(using: &generator)
      let expected = Self.slowly(bytes, encoding, iconv)
      let whole = decoded(bytes, encoding)
      #expect(whole == expected)
      let cuts = (0..<4).map { _ in Int.random(in: 0...bytes.count, using: &generator) }.sorted()
      #expect(decoded(bytes, encoding, cuts: cuts) == expected)
    }
  }

  /// Some bytes of which many are characters.
  private static func damaged(using generator: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0..<40, using: &generator) {
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: bytes.append(UInt8.random(in: 0...0xFF, using: &generator))
      case 1: bytes += Array("ascii text, \"0\"".utf8)
      case 2:
        bytes.append(UInt8.random(in: 0x81...0x84, using: &generator))
        bytes.append(UInt8.random(in: 0x30...0x39, using: &generator))
        bytes.append(UInt8.random(in: 0x81...0xFE, using: &generator))
        bytes.append(UInt8.random(in: 0x30...0x39, using: &generator))
      default:
        bytes.append(UInt8.random(in: 0xA1...0xF9, using: &generator))
        bytes.append(UInt8.random(in: 0x40...0xFE, using: &generator))
      }
    }
    return bytes
  }

  /// Decodes by asking for each character in turn.
  private static func slowly(
    _ bytes: [UInt8], _ encoding: TextEncoding, _ iconv: Iconv
  ) -> Decoded {
    var text: [UInt8] = []
    var replaced = 0
    var index = 0
    while index < bytes.count {
      let lengths = [1, 2, 4].filter { index + $0 <= bytes.count }
      let found = lengths.lazy.compactMap { length in
        character(Array(bytes[index..<(index + length)]), encoding, iconv).map { ($0, length) }
      }.first
      if let (character, length) = found {
        text += character
        index += length
      } else {
        text += Array("\u{FFFD}".utf8)
        replaced += 1
        index += formLength(bytes[index...], encoding)
      }
    }
    return Decoded(text: String(decoding: text, as: UTF8.self), replaced: replaced)
  }

  /// The bytes of a code that has the right form and stands for nothing, else one.
  private static func formLength(_ rest: ArraySlice<UInt8>, _ encoding: TextEncoding) -> Int {
    let bytes = Array(rest.prefix(4))
    guard bytes.count >= 2, (0x81...0xFE).contains(bytes[0]) else { return 1 }
    if encoding == .big5 {
      return (0x40...0x7E).contains(bytes[1]) || (0xA1...0xFE).contains(bytes[1]) ? 2 : 1
    }
    let digits: ClosedRange<UInt8> = 0x30...0x39
    return bytes.count == 4 && digits.contains(bytes[1]) && (0x81...0xFE).contains(bytes[2])
      && digits.contains(bytes[3]) ? 4 : 1
  }
}
