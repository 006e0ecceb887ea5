/// The letters in front of a standard's number, such as `GB/T`, at the beginning of a code.
struct StandardPrefix: Equatable {
  /// The length of its first part, as `GB` in `GB/T`; 0 if it has one part.
  let firstPart: Int
  /// Its whole length.
  let length: Int

  /// Bodies of Chinese national, sectoral and military standards; each also takes `/T` and `/Z`.
  private static let chinese: StaticString = """
    aq bb cb ch cj cy da db dl dy dz ej fz ga gb gc gd gf gh gm gy hb hg hj hs hy jb jc jg jr jt \
    jy ka lb ld ls ly mh mt mz nb ny qb qc qj qx rb sb sc sf sh sj sl sn sw sy tb td ty wb wh wj \
    wm ws ww xb xf yb yc yd yj ys yy yz zy gbj gjb cjj jgj jjf jjg jtg jtj ybj tsg cecs \

    """

  /// Other bodies.
  private static let foreign: StaticString = """
    ansi api asme astm aws bs din en gost iec ieee iso itu jis nf sae ul vdi \
    iec/tr iec/ts iso/iec iso/ts iso/tr \

    """

  /// Finds the prefix of a code in its normal form.
  ///
  /// - Parameters:
  ///   - code: The folded code without joiners.
  ///   - isSlashed: Whether a slash stood behind the first letter: `T/` and `Q/` with the letters
  ///     of an association or a company are prefixes, which no list can hold.
  init?(of code: Span<UInt8>, isSlashed: Bool) {
    var length = 0
    var letters: UInt64 = 0
    while length < code.count, code[length].isSmallLetter {
      letters = letters << 8 | UInt64(code[length])
      length += 1
    }
    guard (2...8).contains(length) else { return nil }
    if letters == StandardPrefix.local, let place = StandardPrefix.place(in: code) {
      self = place
    } else if let firstPart = StandardPrefix.list[letters] {
      self = StandardPrefix(firstPart: firstPart, length: length)
    } else if isSlashed, code[0] == UInt8(ascii: "t") || code[0] == UInt8(ascii: "q") {
      self = StandardPrefix(firstPart: 1, length: length)
    } else {
      return nil
    }
  }

  private init(firstPart: Int, length: Int) {
    self.firstPart = firstPart
    self.length = length
  }

  /// `DB`, the digits of a province or a city, and often `/T`: a local standard.
  private static func place(in code: Span<UInt8>) -> StandardPrefix? {
    var length = 2
    while length < code.count, code[length].isDigit { length += 1 }
    guard (4...8).contains(length) else { return nil }
    guard length < code.count, code[length] == UInt8(ascii: "t") else {
      return StandardPrefix(firstPart: 0, length: length)
    }
    return StandardPrefix(firstPart: length, length: length + 1)
  }

  private static let local = UInt64(UInt8(ascii: "d")) << 8 | UInt64(UInt8(ascii: "b"))

  /// The letters of every prefix, eight bits each, and the length of its first part.
  private static let list = entries(chinese, suffixes: "tz").merging(
    entries(foreign, suffixes: "")
  ) { first, _ in first }

  /// The names of a list, which has a space behind each, as they stand and with the suffixes of one
  /// letter that they take behind a slash.
  private static func entries(
    _ names: StaticString, suffixes: StaticString
  ) -> [UInt64: Int] {
    var entries: [UInt64: Int] = [:]
    var characters = ScalarReader(names)
    var letters: UInt64 = 0
    var length = 0
    var firstPart = 0
    while let character = characters.next() {
      switch character {
      case 0x2F:  // "/"
        firstPart = length
      case 0x20:
        entries[letters] = firstPart
        var suffix = ScalarReader(suffixes)
        while let letter = suffix.next() {
          entries[letters << 8 | UInt64(letter)] = length
        }
        (letters, length, firstPart) = (0, 0, 0)
      default:
        letters = letters << 8 | UInt64(character)
        length += 1
      }
    }
    return entries
  }
}
