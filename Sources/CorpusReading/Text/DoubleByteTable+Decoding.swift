extension DoubleByteTable {
  /// What stands at a place of a text.
  private enum Step {
    case character(UInt32, length: Int)
    /// So many bytes that are no character; U+FFFD stands for them together.
    case malformed(length: Int)
    /// The text ends inside a character.
    case cut
  }

  /// Appends a piece of text to `text` in UTF-8.
  ///
  /// A character cut at the end is left, unless the piece is the last one. A byte that begins no
  /// character is replaced alone, a code of the right form that stands for nothing as a whole.
  /// Complexity: O(length), about 2 ns a byte for Chinese and less for ASCII.
  func decode(
    _ piece: Span<UInt8>, isLast: Bool, into text: inout [UInt8]
  ) -> TextDecoder.Progress {
    var progress = TextDecoder.Progress()
    text.append(addingCapacity: 3 * piece.count) { out in
      progress = decode(piece, isLast: isLast, into: &out)
    }
    return progress
  }

  private func decode(
    _ piece: Span<UInt8>, isLast: Bool, into out: inout OutputSpan<UInt8>
  ) -> TextDecoder.Progress {
    let bytes = unsafe piece.bytes
    let units = units.span
    let count = piece.count
    var index = 0
    var replaced = 0
    while index < count {
      if count &- index >= 8 {
        let word = ByteWord.load(bytes, at: index)
        if word & ByteWord.all(0x80) == 0 {
          out.append(word: word)
          index &+= 8
          continue
        }
      }
      let lead = piece[index]
      if lead < 0x80 {
        out.append(lead)
        index &+= 1
        continue
      }
      if index &+ 1 < count {
        let unit = units[(Int(lead) & 0x7F) &<< 8 | Int(piece[index &+ 1])]
        if unit >= 0x800, unit & 0xF800 != 0xD800 {
          out.append(triple: unit)
          index &+= 2
          continue
        }
      }
      switch step(piece, index) {
      case .character(let character, let length):
        out.append(character: character)
        index &+= length
      case .malformed(let length):
        out.append(character: 0xFFFD)
        replaced &+= 1
        index &+= length
      case .cut where isLast:
        out.append(character: 0xFFFD)
        replaced &+= 1
        index &+= 1
      case .cut:
        return TextDecoder.Progress(taken: index, replaced: replaced)
      }
    }
    return TextDecoder.Progress(taken: index, replaced: replaced)
  }

  /// What stands at a place where no pair of the common kind does.
  private func step(_ piece: Span<UInt8>, _ index: Int) -> Step {
    let lead = piece[index]
    guard (0x81...0xFE).contains(lead) else {
      // The Windows form of GBK has the euro sign there.
      return lead == 0x80 && isGB18030 ? .character(0x20AC, length: 1) : .malformed(length: 1)
    }
    guard index + 1 < piece.count else { return .cut }
    let trail = piece[index + 1]
    let unit = units[(Int(lead) & 0x7F) << 8 | Int(trail)]
    if unit != 0 {
      let isWide = unit & 0xF800 == 0xD800
      return .character(isWide ? wide[Int(unit - 0xD800)] : UInt32(unit), length: 2)
    }
    if isGB18030, Self.isDigit(trail) { return quadruple(piece, index) }
    return .malformed(length: Self.isTrail(trail) ? 2 : 1)
  }

  /// What stands at a lead and a digit of GB18030.
  private func quadruple(_ piece: Span<UInt8>, _ index: Int) -> Step {
    guard index + 2 < piece.count else { return .cut }
    guard (0x81...0xFE).contains(piece[index + 2]) else { return .malformed(length: 1) }
    guard index + 3 < piece.count else { return .cut }
    guard Self.isDigit(piece[index + 3]) else { return .malformed(length: 1) }
    let upper = (Int(piece[index]) - 0x81) * 10 + Int(piece[index + 1]) - 0x30
    let lower = (Int(piece[index + 2]) - 0x81) * 10 + Int(piece[index + 3]) - 0x30
    let number = upper * 1260 + lower
    if number < quadruples.count {
      return .character(UInt32(quadruples[number]), length: 4)
    }
    // The planes beyond the basic one begin at 90308130.
    let wide = number - 189_000
    guard (0..<0x10_0000).contains(wide) else { return .malformed(length: 4) }
    return .character(UInt32(0x1_0000 + wide), length: 4)
  }

  private var isGB18030: Bool { !quadruples.isEmpty }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isTrail(_ byte: UInt8) -> Bool {
    (0x40...0x7E).contains(byte) || byte >= 0xA1 && byte != 0xFF
  }
}
