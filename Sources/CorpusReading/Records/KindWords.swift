/// The words that kinds are known by, in one buffer and sorted by length, so that a word is looked up
/// where it stands.
struct KindWords: Sendable {
  /// Bytes of the longest text that is looked at.
  static let longestWord = 64

  private let bytes: [UInt8]
  private let kinds: [RecordKind]
  /// For each length where its words begin, and at the end where the last one ends: in `kinds`, and in
  /// `bytes`.
  private let first: [Int]
  private let offset: [Int]

  /// Makes a table of words in small letters, each at most `longestWord` bytes.
  init(_ words: [(word: String, kind: RecordKind)]) {
    let words = words.map { (word: Array($0.word.utf8), kind: $0.kind) }
    let sorted = (0...Self.longestWord).map { length in words.filter { $0.word.count == length } }
    bytes = sorted.joined().flatMap(\.word)
    kinds = sorted.joined().map(\.kind)
    first = sorted.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    offset = sorted.enumerated().reduce(into: [0]) { ends, words in
      ends.append((ends.last ?? 0) + words.offset * words.element.count)
    }
  }

  /// The kind of a word, the case of ASCII letters aside; nil for an unknown one.
  ///
  /// Complexity: O(length × words of that length).
  func kind(of word: Span<UInt8>) -> RecordKind? {
    guard word.count <= Self.longestWord else { return nil }
    let hasCapitals = word.indices.contains { Self.isCapital(word[$0]) }
    guard hasCapitals else { return kind(ofFolded: word) }
    var folded: InlineArray<64, UInt8> = .init(repeating: 0)
    for index in word.indices {
      folded[index] = Self.isCapital(word[index]) ? word[index] | 0x20 : word[index]
    }
    return kind(ofFolded: folded.span.extracting(0..<word.count))
  }

  private func kind(ofFolded word: Span<UInt8>) -> RecordKind? {
    var start = offset[word.count]
    for index in first[word.count]..<first[word.count + 1] {
      if bytes.equals(start..<(start + word.count), word) { return kinds[index] }
      start += word.count
    }
    return nil
  }

  @inline(__always)
  private static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
}
