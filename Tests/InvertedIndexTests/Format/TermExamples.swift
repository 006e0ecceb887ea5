import Storage
import Testing

@testable import InvertedIndex

extension FormatExample {
  /// The terms file.
  static let termExamples = [
    FormatExample("Term entry") { bytes in
      for info in entries { info.encode(into: &bytes) }
    } read: { cursor in
      var offset = 40
      for info in entries {
        try #expect(TermInfo.decode(&cursor, listOffset: &offset) == info)
      }
      #expect(offset == 345)
    },
    FormatExample("Term blocks", sections: ["WBL0", "WDI0"]) { file in
      var writer = try TermBlocksWriter(file: file, kind: FileKind(name: "WBL0"))
      for number in 0..<34 { try writer.append(blockEntry(number)) }
      try writer.finish(directory: FileKind(name: "WDI0"))
    } read: { file in
      let blocks = try unsafe TermBlocks(
        bytes: file.section(FileKind(name: "WBL0")), directory: file.section(FileKind(name: "WDI0"))
      )
      #expect(blocks.count == 2)
      for number in 0..<2 {
        var cursor = try blocks.cursor(ofBlock: number)
        var offset = blocks.listOffset(ofBlock: number)
        for entry in (number * 32)..<min(34, number * 32 + 32) {
          try #expect(TermInfo.decode(&cursor, listOffset: &offset) == blockEntry(entry))
        }
        #expect(cursor.remaining == 0)
      }
    },
    FormatExample("Key dictionary", sections: ["KBL0", "KDI0", "KFI0", "KBU0"]) { file in
      var writer = try KeyDictionaryWriter(file: file, field: .text)
      for (key, info) in keys { try writer.append(key, info) }
      try writer.finish()
    } read: { file in
      let dictionary = try KeyDictionary(file, .text)
      for (key, info) in keys { try #expect(dictionary.find(key) == info) }
      for key: UInt32 in [0, 0x4E02, 0x4E05, 0x7FFF_FFFF] {
        try #expect(dictionary.find(key) == nil)
      }
    },
    FormatExample("Word dictionary", sections: ["WBL0", "WDI0"]) { file in
      var writer = try WordDictionaryWriter(file: file, field: .text)
      for (word, info) in words {
        try unsafe Array(word.utf8).withUnsafeBytes { try unsafe writer.append($0, info) }
      }
      try writer.finish()
    } read: { file in
      let dictionary = try WordDictionary(file, .text)
      for (word, info) in words { try #expect(dictionary.find(Array(word.utf8)) == info) }
      for word in ["", "gb", "gb/t0", "h"] { try #expect(dictionary.find(Array(word.utf8)) == nil) }
    },
  ]

  /// Once in document 5; seven times in document 300; two lists, the first at byte 40.
  private static let entries = [
    TermInfo(documentFrequency: 1, location: .single(document: 5, frequency: 1)),
    TermInfo(documentFrequency: 1, location: .single(document: 300, frequency: 7)),
    TermInfo(documentFrequency: 2, location: .list(offset: 40, count: 5)),
    TermInfo(documentFrequency: 200, location: .list(offset: 45, count: 300)),
  ]

  /// All terms in document 0, but for a list of 4 bytes as term 3 and one of 6 as term 33.
  private static func blockEntry(_ number: Int) -> TermInfo {
    switch number {
    case 3: TermInfo(documentFrequency: 3, location: .list(offset: 0, count: 4))
    case 33: TermInfo(documentFrequency: 5, location: .list(offset: 4, count: 6))
    default: TermInfo(documentFrequency: 1, location: .single(document: 0, frequency: 1))
    }
  }

  private static let keys: [(UInt32, TermInfo)] = [
    (0x4E01, TermInfo(documentFrequency: 2, location: .list(offset: 0, count: 3))),
    (0x4E04, TermInfo(documentFrequency: 1, location: .single(document: 8, frequency: 1))),
    (0x4000_4E04, TermInfo(documentFrequency: 4, location: .list(offset: 3, count: 9))),
  ]

  private static let words: [(String, TermInfo)] = [
    ("gb/t", TermInfo(documentFrequency: 3, location: .list(offset: 0, count: 4))),
    ("gb/t1804", TermInfo(documentFrequency: 1, location: .single(document: 2, frequency: 1))),
    ("h01l", TermInfo(documentFrequency: 2, location: .list(offset: 4, count: 2))),
  ]
}

extension KeyDictionary {
  /// The dictionary of a field in a file of its own.
  init(_ file: SectionFile, _ field: PostingsField) throws {
    try unsafe self.init(
      blocks: TermBlocks(
        bytes: file.section(SectionKind.field("KBL", field)),
        directory: file.section(SectionKind.field("KDI", field))),
      firstKeys: file.section(SectionKind.field("KFI", field)),
      buckets: file.section(SectionKind.field("KBU", field)))
  }
}

extension WordDictionary {
  /// The dictionary of a field in a file of its own.
  init(_ file: SectionFile, _ field: PostingsField) throws {
    try unsafe self.init(
      blocks: TermBlocks(
        bytes: file.section(SectionKind.field("WBL", field)),
        directory: file.section(SectionKind.field("WDI", field))))
  }

  func find(_ word: [UInt8]) throws -> TermInfo? {
    try unsafe word.withUnsafeBytes { try unsafe find($0) }
  }
}
