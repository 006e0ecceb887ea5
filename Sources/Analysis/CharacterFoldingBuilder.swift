/// Spreads the tables of the program text out into the flat ones of `CharacterFolding`.
@safe
struct CharacterFoldingBuilder {
  // Never freed: they serve until the process ends.
  let denseIDs = unsafe CharacterFoldingBuilder.zeros(UInt16.self, count: 0x1_0000)
  let codes = unsafe CharacterFoldingBuilder.zeros(UInt16.self, count: 0x1_0000)
  let wordBytes = unsafe CharacterFoldingBuilder.zeros(UInt8.self, count: 0x100)
  private(set) var wideCharacters = WideCharacterTable()
  private(set) var expansions: [FoldedCharacter] = []
  private(set) var expansionStarts = [0]
  private(set) var voicedKana: [UInt32: FoldedCharacter] = [:]

  init() {
    expansions.reserveCapacity(6144)
    expansionStarts.reserveCapacity(2048)
    addDenseCharacters()
    addASCII()
    addClasses()
    addPairs(TraditionalTable.pairs)
    // After the traditional characters, so that a form of one is folded all the way.
    addPairs(CompatibilityTable.pairs)
    addExpansions()
    addVoicedKana()
  }

  private func addDenseCharacters() {
    for block in TermKey.blocks {
      var id = block.firstID
      for scalar in block.scalars {
        unsafe denseIDs[Int(scalar)] = UInt16(id)
        id += 1
      }
    }
  }

  private func addASCII() {
    for character in " +-./_#".utf8 { unsafe codes[Int(character)] = UInt16(character) }
    for digit in UInt8(0x30)...0x39 { addASCII(digit, as: digit) }
    for letter in UInt8(0x61)...0x7A {
      addASCII(letter, as: letter)
      addASCII(letter - 0x20, as: letter)
    }
  }

  private func addASCII(_ byte: UInt8, as folded: UInt8) {
    unsafe codes[Int(byte)] = UInt16(folded)
    unsafe wordBytes[Int(byte)] = folded
  }

  private mutating func addClasses() {
    for range in CharacterFoldingBuilder.ranges(CharacterClassTable.words) {
      guard range.upperBound < 0x1_0000 else {
        wideCharacters.words.append(range)
        continue
      }
      for scalar in range { unsafe codes[Int(scalar)] = UInt16(scalar) }
    }
    for range in CharacterFoldingBuilder.ranges(CharacterClassTable.marks) {
      guard range.upperBound < 0x1_0000 else {
        wideCharacters.marks.append(range)
        continue
      }
      for scalar in range { add(.mark, for: scalar) }
    }
    for mark in UInt32(0x3099)...0x309A { add(FoldedCharacter(code: mark), for: mark) }
  }

  private mutating func addPairs(_ table: StaticString) {
    var scalars = ScalarReader(table)
    while let source = scalars.next(), let target = scalars.next() {
      add(character(of: target), for: source)
    }
    wideCharacters.sort()
  }

  private mutating func addExpansions() {
    var scalars = ScalarReader(ExpansionTable.entries)
    while let source = scalars.next() {
      while let target = scalars.next(), target != FoldedCharacter.space.code {
        expansions.append(character(of: target))
      }
      add(endExpansion(), for: source)
    }
    wideCharacters.sort()
  }

  private mutating func addVoicedKana() {
    var scalars = ScalarReader(CompatibilityTable.voicedKana)
    while let mark = scalars.next(), let kana = scalars.next(), let voiced = scalars.next() {
      voicedKana[TermKey.denseID(of: kana) << 16 | mark] = character(of: voiced)
    }
  }

  /// What the target of an entry stands for, in which `|` is a separator.
  private func character(of target: UInt32) -> FoldedCharacter {
    if target == 0x7C { return .separator }
    guard target < 0x1_0000 else { return wideCharacters.character(of: target) }
    let denseID = unsafe denseIDs[Int(target)]
    return unsafe denseID == 0
      ? FoldedCharacter(code: UInt32(codes[Int(target)]))
      : FoldedCharacter(denseID: UInt32(denseID))
  }

  /// Makes the characters since the last expansion the next one.
  private mutating func endExpansion() -> FoldedCharacter {
    expansionStarts.append(expansions.count)
    return FoldedCharacter(expansion: expansionStarts.count - 2)
  }

  private mutating func add(_ character: FoldedCharacter, for scalar: UInt32) {
    guard scalar < 0x1_0000 else {
      wideCharacters.append(character, for: scalar)
      return
    }
    var cell = character
    if character.denseID == 0, character.code > 0xFFFF {
      // A cell has 16 bits: an ideograph beyond the basic plane becomes an expansion of one.
      expansions.append(character)
      cell = endExpansion()
    }
    unsafe denseIDs[Int(scalar)] = UInt16(cell.denseID)
    unsafe codes[Int(scalar)] = cell.denseID == 0 ? UInt16(cell.code) : 0
  }

  private static func ranges(_ table: StaticString) -> [ClosedRange<UInt32>] {
    var ranges: [ClosedRange<UInt32>] = []
    var scalars = ScalarReader(table)
    var first: UInt32?
    var number: UInt32 = 0
    while let scalar = scalars.next() {
      switch scalar {
      case 0x2D:  // "-"
        first = number
        number = 0
      case 0x20:
        ranges.append((first ?? number)...number)
        first = nil
        number = 0
      default:
        number = number << 4 | (scalar < 0x40 ? scalar - 0x30 : scalar - 0x37)
      }
    }
    return ranges
  }

  private static func zeros<T: FixedWidthInteger>(
    _ type: T.Type, count: Int
  ) -> UnsafeMutablePointer<T> {
    let cells = UnsafeMutablePointer<T>.allocate(capacity: count)
    unsafe cells.initialize(repeating: 0, count: count)
    return unsafe cells
  }
}
