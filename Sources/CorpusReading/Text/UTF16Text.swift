/// The decoding of UTF-16, in either order of bytes (Unicode 15, section 3.9).
enum UTF16Text {
  /// Appends a piece of text to `text` in UTF-8.
  ///
  /// A character cut at the end is left, unless the piece is the last one; a surrogate without its
  /// other half, and a single byte at the very end, are replaced. Complexity: O(length).
  static func decode(
    _ piece: Span<UInt8>, isBigEndian: Bool, isLast: Bool, into text: inout [UInt8]
  ) -> TextDecoder.Progress {
    var progress = TextDecoder.Progress()
    text.append(addingCapacity: piece.count / 2 * 3 + 3) { out in
      while progress.taken + 1 < piece.count {
        let unit = unit(piece, progress.taken, isBigEndian)
        if unit & 0xF800 != 0xD800 {
          out.append(character: UInt32(unit))
          progress.taken += 2
          continue
        }
        if unit < 0xDC00 {
          guard progress.taken + 3 < piece.count || isLast else { return }
          if progress.taken + 3 < piece.count {
            let next = self.unit(piece, progress.taken + 2, isBigEndian)
            if next & 0xFC00 == 0xDC00 {
              let high = UInt32(unit & 0x3FF) << 10
              out.append(character: 0x1_0000 + (high | UInt32(next & 0x3FF)))
              progress.taken += 4
              continue
            }
          }
        }
        out.append(character: 0xFFFD)
        progress.replaced += 1
        progress.taken += 2
      }
      if isLast, progress.taken < piece.count {
        out.append(character: 0xFFFD)
        progress.replaced += 1
        progress.taken += 1
      }
    }
    return progress
  }

  @inline(__always)
  private static func unit(_ piece: Span<UInt8>, _ index: Int, _ isBigEndian: Bool) -> UInt16 {
    let first = UInt16(piece[index])
    let second = UInt16(piece[index + 1])
    return isBigEndian ? first << 8 | second : second << 8 | first
  }
}
