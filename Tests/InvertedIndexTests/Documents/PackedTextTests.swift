import Storage
import TestSupport
import Testing

@testable import InvertedIndex

/// ``TextPacker`` and ``PackedText``: any bytes come back, text becomes shorter.
@Suite struct PackedTextTests {
  private static func packed(_ bytes: [UInt8], _ packer: TextPacker = TextPacker()) -> [UInt8] {
    var output = ByteWriter()
    unsafe bytes.withUnsafeBytes { unsafe packer.pack($0, into: &output) }
    return output.array
  }

  private static func unpacked(_ bytes: [UInt8], count: Int) -> [UInt8]? {
    var output = [UInt8](repeating: 0, count: count)
    let isWhole = unsafe bytes.withUnsafeBytes { bytes in
      unsafe output.withUnsafeMutableBytes { unsafe PackedText.unpack(bytes, into: $0) }
    }
    return isWhole ? output : nil
  }

  @Test func `every character comes back, in as many bytes as its place says`() {
    let table = Set(PlainPackedText().characters)
    let packer = TextPacker()
    for value in 0..<0x11_0000 as Range<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      let packed = Self.packed(bytes, packer)
      if Self.unpacked(packed, count: bytes.count) != bytes { Issue.record("\(scalar)") }
      switch value {
      case 0..<0x80: #expect(packed == bytes)
      case 0x80..<0x480: if packed.count != 2 { Issue.record("\(scalar)") }
      case 0x480..<0x1_0000:
        let isKnown = table.contains(scalar)
        if isKnown ? packed.count > 2 : packed.count != 3 { Issue.record("\(scalar)") }
      default: if packed.count != 8 { Issue.record("\(scalar)") }
      }
    }
  }

  @Test func `every unit of the table is found, and none stands there twice`() {
    let plain = PlainPackedText()
    #expect(plain.codes.count == PackedTextTable.characters + PackedTextTable.words)
    // As FileFormat.md has it: whoever changes the table changes the format.
    let table = Array(PackedTextTable.text.description.utf8.dropLast(2))
    #expect(unsafe table.withUnsafeBytes { unsafe Checksum.of($0) } == 0x31EF_7171)
    let known = Set(plain.characters)
    let packer = TextPacker()
    for (unit, code) in plain.codes {
      let bytes = unit.flatMap { Array(String($0).utf8) }
      #expect(bytes.count == 3 * unit.count)
      #expect(unit.allSatisfy(known.contains))
      #expect(Self.packed(bytes, packer) == code)
      #expect(Self.unpacked(code, count: bytes.count) == bytes)
    }
  }

  @Test func `text is packed as the plain way packs it`() {
    let plain = PlainPackedText()
    let packer = TextPacker()
    var generator = SeededGenerator(seed: 2)
    let others = ["1", "a", " ", "\n", "\u{0}", "é", "±", "龘", "\u{FFFF}", "𠮷", "。"]
    for length in [0, 1, 2, 3, 100, 2047, 2048, 2049, 5000] {
      var text = ""
      for _ in 0..<length {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: text.unicodeScalars += plain.words.randomElement(using: &generator) ?? []
        case 1: text += others.randomElement(using: &generator) ?? ""
        default:
          let common = plain.characters.prefix(300)
          text.unicodeScalars.append(common.randomElement(using: &generator) ?? "的")
        }
      }
      let packed = Self.packed(Array(text.utf8), packer)
      #expect(packed == plain.pack(text))
      #expect(Self.unpacked(packed, count: text.utf8.count) == Array(text.utf8))
    }
  }

  @Test func `bytes that are no text come back`() {
    var generator = SeededGenerator(seed: 1)
    // Bytes of which many are leads and continuations: overlong forms, surrogates, broken ends.
    let common: [UInt8] = [
      0xE4, 0xB8, 0x80, 0xBF, 0xC0, 0xC2, 0xE0, 0xED, 0xA0, 0xEF, 0xF0, 0xFF, 0x41, 0,
    ]
    for count in 0..<2000 {
      let bytes = (0..<(count % 40 + count / 1990 * 5000)).map { _ in
        Bool.random(using: &generator)
          ? common.randomElement(using: &generator) ?? 0
          : UInt8.random(in: .min ... .max, using: &generator)
      }
      let packed = Self.packed(bytes)
      #expect(packed.count <= 2 * bytes.count)
      #expect(Self.unpacked(packed, count: bytes.count) == bytes)
    }
  }

  @Test func `what is not the packed form of so many bytes is refused`() {
    let text = Array("磨削，方法 GB/T 1804—2000 𠮷é龘".utf8)
    let packed = Self.packed(text)
    for count in [0, 1, text.count - 1, text.count + 1, 2 * text.count] {
      #expect(Self.unpacked(packed, count: count) == nil)
    }
    for end in 0..<packed.count {
      #expect(Self.unpacked(Array(packed[..<end]), count: text.count) == nil)
    }
  }

  @Test func `bytes that were never packed are unpacked or refused`() {
    var generator = SeededGenerator(seed: 3)
    for count in 0..<3000 {
      let bytes = (0..<(count % 50)).map { _ in
        UInt8.random(in: (count % 2 == 0 ? 0 : 0xE0) ... .max, using: &generator)
      }
      // The length that they have unpacked, if any, is one of these alone.
      let lengths = (0...(6 * bytes.count)).filter { Self.unpacked(bytes, count: $0) != nil }
      #expect(lengths.count <= 1)
    }
  }
}
