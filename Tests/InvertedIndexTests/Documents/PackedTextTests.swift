import Storage
import TestSupport
import Testing

@testable import InvertedIndex

/// ``PackedText``: any bytes come back, text becomes shorter.
@Suite struct PackedTextTests {
  private static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var output = ByteWriter()
    unsafe bytes.withUnsafeBytes { unsafe PackedText.pack($0, into: &output) }
    return output.array
  }

  private static func unpacked(_ bytes: [UInt8], count: Int) -> [UInt8]? {
    var output = [UInt8](repeating: 0, count: count)
    let isWhole = unsafe bytes.withUnsafeBytes { bytes in
      unsafe output.withUnsafeMutableBytes { unsafe PackedText.unpack(bytes, into: $0) }
    }
    return isWhole ? output : nil
  }

  @Test func `every character comes back, and is no longer than before unless it is rare`() {
    for value in 0..<0x11_0000 as Range<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      let packed = Self.packed(bytes)
      if Self.unpacked(packed, count: bytes.count) != bytes { Issue.record("\(scalar)") }
      switch value {
      case 0..<0x80: #expect(packed == bytes)
      case 0x80...0x7FF, 0x2000...0x25FF, 0x3000...0x9FFF, 0xFF00...0xFFFF:
        if packed.count != 2 { Issue.record("\(scalar)") }
      default: if packed.count != 2 * bytes.count { Issue.record("\(scalar)") }
      }
    }
  }

  @Test func `bytes that are no text come back`() {
    var generator = SeededGenerator(seed: 1)
    // Bytes of which many are leads and continuations: overlong forms, surrogates, broken ends.
    let common: [UInt8] = [
      0xE4, 0xB8, 0x80, 0xBF, 0xC0, 0xC2, 0xE0, 0xED, 0xA0, 0xEF, 0xF0, 0xFF, 0x41,
    ]
    for count in 0..<2000 {
      let bytes = (0..<(count % 40)).map { _ in
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
    let text = Array("磨削，GB/T 1804—2000 𠮷é".utf8)
    let packed = Self.packed(text)
    for count in [0, 1, text.count - 1, text.count + 1, 2 * text.count] {
      #expect(Self.unpacked(packed, count: count) == nil)
    }
    for end in 0..<packed.count {
      #expect(Self.unpacked(Array(packed[..<end]), count: text.count) == nil)
    }
  }
}
