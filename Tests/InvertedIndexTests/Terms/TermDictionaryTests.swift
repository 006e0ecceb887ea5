import Storage
import TestSupport
import Testing

@testable import InvertedIndex

/// The two dictionaries against Swift's.
@Suite struct TermDictionaryTests {
  private static let sizes = [0, 1, 2, 31, 32, 33, 64, 65, 1000, 100_000]

  /// Entries of all kinds, lists one behind the other.
  private static func infos(
    _ count: Int, using generator: inout SeededGenerator
  ) -> [TermInfo] {
    var end = 0
    return (0..<count).map { _ in
      switch Int.random(in: 0..<4, using: &generator) {
      case 0:
        return TermInfo(
          documentFrequency: 1,
          location: .single(
            document: .random(in: 0 ... .max, using: &generator),
            frequency: .random(in: 2 ... .max, using: &generator)))
      case 1:
        return TermInfo(
          documentFrequency: 1,
          location: .single(document: .random(in: 0..<900, using: &generator), frequency: 1))
      default:
        let length = Int.random(in: 1...3000, using: &generator)
        defer { end += length }
        return TermInfo(
          documentFrequency: .random(in: 2 ... .max, using: &generator),
          location: .list(offset: end, count: length))
      }
    }
  }

  private static func keys(_ count: Int, using generator: inout SeededGenerator) -> [UInt32] {
    var keys: Set<UInt32> = count > 1 ? [0, 0x7FFF_FFFF] : []
    while keys.count < count {
      // Some crowd together, so that buckets differ in size.
      let isCrowded = Bool.random(using: &generator)
      keys.insert(.random(in: 0..<(isCrowded ? 1 << 20 : 1 << 31), using: &generator))
    }
    return keys.sorted()
  }

  private static func words(_ count: Int, using generator: inout SeededGenerator) -> [[UInt8]] {
    var words: Set<[UInt8]> = []
    while words.count < count {
      let length = Int.random(in: 0...12, using: &generator)
      words.insert((0..<length).map { _ in .random(in: 0x61...0x64, using: &generator) })
      if words.count % 100 == 50, words.count < count {
        words.insert(.init(repeating: .random(in: 0 ... .max, using: &generator), count: 1024))
      }
    }
    return words.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func dictionary(
    of keys: [UInt32], _ infos: [TermInfo]
  ) throws -> (SectionFile, KeyDictionary) {
    let file = try ScratchFile.make { file in
      var writer = try KeyDictionaryWriter(file: file, field: .text)
      for (key, info) in zip(keys, infos) { try writer.append(key, info) }
      try writer.finish()
    }
    return (file, try KeyDictionary(file, .text))
  }

  @Test(arguments: sizes)
  func `keys are found, others are not`(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let keys = Self.keys(count, using: &generator)
    let infos = Self.infos(count, using: &generator)
    let (file, dictionary) = try Self.dictionary(of: keys, infos)
    let twin = Dictionary(uniqueKeysWithValues: zip(keys, infos))
    try withExtendedLifetime(file) {
      let step = max(1, count / 2000)
      for place in stride(from: 0, to: count, by: step) {
        for key in [keys[place], keys[place] &+ 1, keys[place] &- 1] {
          try #expect(dictionary.find(key) == twin[key])
        }
      }
      for key: UInt32 in [0, 1, 0x7FFF_FFFF, 0x8000_0000, .max] {
        try #expect(dictionary.find(key) == twin[key])
      }
      var cursor = KeyDictionary.Cursor(dictionary)
      for (key, info) in zip(keys, infos) {
        let term = try cursor.next()
        if term?.key != key || term?.info != info { Issue.record("key \(key)") }
      }
      try #expect(cursor.next() == nil)
    }
  }

  @Test(arguments: [0, 1, 33, 1000])
  func `ranges of keys come in order`(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let keys = Self.keys(count, using: &generator)
    let (file, dictionary) = try Self.dictionary(
      of: keys, Self.infos(count, using: &generator))
    try withExtendedLifetime(file) {
      var ranges: [Range<UInt32>] = [
        0..<0, 0..<1, 0..<0x8000_0000, 0..<UInt32.max, 0x7FFF_FFFF..<0x8000_0000,
        0x8000_0000..<UInt32.max,
      ]
      for _ in 0..<200 {
        let edges = (0..<2).map { _ in
          (keys.randomElement(using: &generator) ?? 5) &+ .random(in: 0...1, using: &generator)
        }
        ranges.append(min(edges[0], edges[1])..<max(edges[0], edges[1]))
      }
      for range in ranges {
        var found: [UInt32] = []
        try dictionary.forEach(in: range) { key, _ in found.append(key) }
        #expect(found == keys.filter { range.contains($0) })
      }
    }
  }

  @Test(arguments: sizes)
  func `words are found, others are not`(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let words = Self.words(count, using: &generator)
    let infos = Self.infos(count, using: &generator)
    let file = try ScratchFile.make { file in
      var writer = try WordDictionaryWriter(file: file, field: .text)
      for (word, info) in zip(words, infos) {
        try unsafe word.withUnsafeBytes { try unsafe writer.append($0, info) }
      }
      try writer.finish()
    }
    let dictionary = try WordDictionary(file, .text)
    let twin = Dictionary(uniqueKeysWithValues: zip(words, infos))
    try withExtendedLifetime(file) {
      let step = max(1, count / 1000)
      for place in stride(from: 0, to: count, by: step) {
        let word = words[place]
        for other in [word, word + [0], word + [0x61], Array(word.dropLast()), word.reversed()] {
          try #expect(dictionary.find(other) == twin[other])
        }
      }
      let others: [[UInt8]] = [[], [0], [0xFF], .init(repeating: 0x61, count: 2000)]
      for word in others {
        try #expect(dictionary.find(word) == twin[word])
      }
      let cursor = WordDictionary.Cursor(dictionary)
      for (word, info) in zip(words, infos) {
        let term = try cursor.next()
        if term?.word != word || term?.info != info { Issue.record("word \(word)") }
      }
      try #expect(cursor.next() == nil)
    }
  }

  @Test func `blocks read by parts give all terms, and what is out of order between them throws`()
    throws
  {
    let keys = (0..<100).map { UInt32($0 * 5) }
    let words = (0..<100).map { Array("w\($0 + 100)".utf8) }
    var generator = SeededGenerator(seed: 5)
    let infos = Self.infos(100, using: &generator)
    let file = try ScratchFile.make { file in
      var keyWriter = try KeyDictionaryWriter(file: file, field: .text)
      for (key, info) in zip(keys, infos) { try keyWriter.append(key, info) }
      try keyWriter.finish()
      var wordWriter = try WordDictionaryWriter(file: file, field: .text)
      for (word, info) in zip(words, infos) {
        try unsafe word.withUnsafeBytes { try unsafe wordWriter.append($0, info) }
      }
      try wordWriter.finish()
    }
    func keysRead(_ blocks: Range<Int>, of dictionary: KeyDictionary) throws -> [UInt32] {
      var cursor = KeyDictionary.Cursor(dictionary, blocks: blocks)
      var found: [UInt32] = []
      while let term = try cursor.next() { found.append(term.key) }
      return found
    }
    func wordsRead(_ blocks: Range<Int>, of dictionary: WordDictionary) throws -> [[UInt8]] {
      let cursor = WordDictionary.Cursor(dictionary, blocks: blocks)
      var found: [[UInt8]] = []
      while let term = try cursor.next() { found.append(term.word) }
      return found
    }
    let (keyDictionary, wordDictionary) = (
      try KeyDictionary(file, .text), try WordDictionary(file, .text)
    )
    for cut in 0...4 {
      try #expect(
        keysRead(0..<cut, of: keyDictionary) + keysRead(cut..<4, of: keyDictionary) == keys)
      try #expect(
        wordsRead(0..<cut, of: wordDictionary) + wordsRead(cut..<4, of: wordDictionary) == words)
    }
    // The first key of block 2 is not behind block 1 any more, nor the first word.
    let names = ["KBL0", "KDI0", "KFI0", "KBU0", "WBL0", "WDI0"]
    var sections = try names.map { (name: $0, bytes: try file.copy($0)) }
    sections[2].bytes[2 * 4] = 4
    sections[2].bytes[2 * 4 + 1] = 0
    let place = try #require(sections[4].bytes.firstRange(of: Array("w164".utf8))?.lowerBound)
    sections[4].bytes[place + 1] = UInt8(ascii: "0")
    let damaged = try ScratchFile.make(sections)
    let (badKeys, badWords) = (
      try KeyDictionary(damaged, .text), try WordDictionary(damaged, .text)
    )
    #expect(throws: ByteCursor.Fault.self) { try keysRead(0..<4, of: badKeys) }
    #expect(throws: ByteCursor.Fault.self) { try keysRead(0..<2, of: badKeys) }
    #expect(throws: Never.self) { try keysRead(0..<1, of: badKeys) }
    #expect(throws: ByteCursor.Fault.self) { try wordsRead(0..<4, of: badWords) }
    #expect(throws: ByteCursor.Fault.self) { try wordsRead(0..<2, of: badWords) }
    #expect(throws: Never.self) { try wordsRead(0..<1, of: badWords) }
  }

  @Test func `words compare as memcmp does`() {
    func order(_ left: [UInt8], _ right: [UInt8]) -> Int {
      unsafe left.withUnsafeBytes { left in
        unsafe right.withUnsafeBytes { right in unsafe compare(left, right).signum() }
      }
    }
    #expect(order([], []) == 0 && order([1], [1]) == 0)
    #expect(order([], [0]) == -1 && order([1, 2], [1]) == 1)
    #expect(order([0x80], [0x7F, 9]) == 1 && order([1, 0xFF], [2]) == -1)
  }
}
