/// The characters of an encoding that writes most of them in two bytes: GB18030 or Big5.
///
/// The tables in the program text hold what no rule gives; they are spread out once a process, when
/// the first text of that encoding comes.
struct DoubleByteTable: Sendable {
  /// The character of a pair, by the lower fifteen bits of the pair; 0 where there is none.
  ///
  /// A surrogate stands for a character beyond the basic plane, by its place in `wide`.
  private(set) var units = [UInt16](repeating: 0, count: 0x8000)
  private(set) var wide: [UInt32] = []
  /// The characters of the basic plane that GB18030 writes in four bytes, in the order of codes.
  private(set) var quadruples: [UInt16] = []

  /// GB18030 of 2022, and so GBK and GB2312 as well.
  static let gb18030 = DoubleByteTable.makeGB18030()
  /// Big5 with the extensions of ETEN and CP950.
  static let big5 = DoubleByteTable.makeBig5()

  private static func makeBig5() -> DoubleByteTable {
    var table = DoubleByteTable()
    table.place(
      codes(of: Big5Characters.all), leads: 0xA1...0xF9,
      trails: Array(0x40...0x7E) + Array(0xA1...0xFE))
    return table
  }

  private static func makeGB18030() -> DoubleByteTable {
    var table = DoubleByteTable()
    let low = Array(0x40...0x7E) + Array(0x80...0xA0)
    let high = Array(0xA1...0xFE)
    table.place(codes(of: GB18030Characters.symbols), leads: 0xA1...0xA9, trails: high)
    table.place(codes(of: GB18030Characters.moreSymbols), leads: 0xA8...0xA9, trails: low)
    let gb2312 = codes(of: GB18030Characters.gb2312)
    table.place(gb2312, leads: 0xB0...0xF7, trails: high)
    // GBK went around GB2312 with the Han characters of Unicode 1.1 that it lacks, in their order.
    let isTaken = membership(of: gb2312)
    let others = (0x4E00...0x9FA5).filter { !isTaken[$0] }.map { UInt32($0) }
    let front = 0x20 * (low.count + high.count)
    table.place(others.prefix(front), leads: 0x81...0xA0, trails: low + high)
    table.place(
      others.dropFirst(front) + codes(of: GB18030Characters.lastHan), leads: 0xAA...0xFE,
      trails: low)
    // The three zones for characters of one's own.
    table.place(0xE000..., leads: 0xAA...0xAF, trails: high)
    table.place(0xE234..., leads: 0xF8...0xFE, trails: high)
    table.place(0xE4C6..., leads: 0xA1...0xA7, trails: low)
    table.placeQuadruples()
    table.renew(codes(of: GB18030Characters.renewed))
    return table
  }

  private static func codes(of characters: StaticString) -> [UInt32] {
    characters.description.unicodeScalars.map(\.value)
  }

  /// Which characters of the basic plane are among some.
  private static func membership(of characters: [some BinaryInteger]) -> [Bool] {
    var isMember = [Bool](repeating: false, count: 0x1_0000)
    for character in characters { isMember[Int(character)] = true }
    return isMember
  }

  /// Gives characters, in their order, to the pairs of some leads and trails.
  private mutating func place(
    _ characters: some Sequence<UInt32>, leads: ClosedRange<Int>, trails: [Int]
  ) {
    let none = UInt32(UInt8(ascii: "."))
    var characters = characters.makeIterator()
    for lead in leads {
      for trail in trails {
        guard let character = characters.next() else { return }
        if character != none { set(character, at: (lead << 8 | trail) & 0x7FFF) }
      }
    }
  }

  private mutating func set(_ character: UInt32, at index: Int) {
    if character > 0xFFFF {
      units[index] = UInt16(0xD800 + wide.count)
      wide.append(character)
    } else {
      units[index] = UInt16(character)
    }
  }

  /// Four bytes number all that is not ASCII and has no pair.
  private mutating func placeQuadruples() {
    let isTaken = Self.membership(of: units)
    quadruples = (0x80...0xFFFF).filter { !isTaken[$0] && $0 & 0xF800 != 0xD800 }.map { UInt16($0) }
  }

  /// Puts characters in the places of private ones, which stand before them.
  private mutating func renew(_ pairs: [UInt32]) {
    for index in units.indices where (0xE000...0xF8FF).contains(units[index]) {
      guard let place = pairs.firstIndex(of: UInt32(units[index])) else { continue }
      set(pairs[place + 1], at: index)
    }
  }
}
