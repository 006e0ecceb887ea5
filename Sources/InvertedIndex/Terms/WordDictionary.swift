internal import Storage

/// The dictionary of terms that are bytes (words, codes), sorted, in front-coded blocks.
///
/// See FileFormat.md, "Word dictionary". The first word of a block is written whole, the others as
/// the length they share with the one before and the rest.
///
/// - Complexity: a look-up compares O(log blocks) first words and reads one block.
struct WordDictionary {
  let blocks: TermBlocks

  /// The longest word in bytes; the analyzer cuts longer ones.
  static let longestWord = 1 << 10

  /// What is known of a word, or `nil` when no document has it.
  func find(_ word: UnsafeRawBufferPointer) throws(ByteCursor.Fault) -> TermInfo? {
    guard let block = try unsafe block(of: word) else { return nil }
    var terms = try WordBlockCursor(self, block: block)
    while let info = try terms.next() {
      let order = unsafe terms.word.withUnsafeBytes { unsafe compare($0, word) }
      if order >= 0 { return order == 0 ? info : nil }
    }
    return nil
  }

  /// Calls `body` with every word that begins so, in ascending order.
  func forEach(
    beginningWith prefix: [UInt8], _ body: ([UInt8], TermInfo) -> Void
  ) throws(ByteCursor.Fault) {
    var block =
      try unsafe prefix.span.bytes.withUnsafeBytes { (prefix) throws(ByteCursor.Fault) in
        try unsafe self.block(of: prefix)
      } ?? 0
    while block < blocks.count {
      var terms = try WordBlockCursor(self, block: block)
      while let info = try terms.next() {
        if terms.word.starts(with: prefix) {
          body(terms.word, info)
        } else if prefix.lexicographicallyPrecedes(terms.word) {
          return
        }
      }
      block += 1
    }
  }

  /// The last block whose first word is not behind a word.
  private func block(of word: UnsafeRawBufferPointer) throws(ByteCursor.Fault) -> Int? {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      var cursor = try blocks.cursor(ofBlock: middle)
      _ = try cursor.varint()
      let first = try unsafe cursor.counted()
      if unsafe compare(first, word) <= 0 { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// Reads the words of one block in order.
  struct WordBlockCursor {
    private var cursor: ByteCursor
    private var listOffset: Int
    private var isFirst = true
    /// The word that ``next(mustAscend:)`` moved to.
    private(set) var word: [UInt8] = []

    init(_ dictionary: WordDictionary, block: Int) throws(ByteCursor.Fault) {
      cursor = try dictionary.blocks.cursor(ofBlock: block)
      listOffset = dictionary.blocks.listOffset(ofBlock: block)
    }

    /// Moves to the next word, which may have to be behind the one before.
    mutating func next(mustAscend: Bool = false) throws(ByteCursor.Fault) -> TermInfo? {
      guard cursor.remaining > 0 else { return nil }
      let shared = try cursor.varint(upTo: word.count)
      let rest = try unsafe cursor.counted()
      guard shared + rest.count <= WordDictionary.longestWord else { throw .malformed }
      if mustAscend, !isFirst {
        // What both share does not decide.
        let order = unsafe word.withUnsafeBytes {
          unsafe compare(UnsafeRawBufferPointer(rebasing: $0[shared...]), rest)
        }
        guard order < 0 else { throw .malformed }
      }
      isFirst = false
      word.removeLast(word.count - shared)
      unsafe word.append(contentsOf: rest)
      return try TermInfo.decode(&cursor, listOffset: &listOffset)
    }

    /// Compares the first word, before any is read, with one of the block before.
    func mustBegin(behind previous: [UInt8]) throws(ByteCursor.Fault) {
      var first = self
      guard try first.next() == nil || previous.lexicographicallyPrecedes(first.word) else {
        throw .malformed
      }
    }
  }

  /// Reads all words in order, or those of some blocks.
  final class Cursor {
    private let dictionary: WordDictionary
    private var block: Int
    private let end: Int
    private var terms: WordBlockCursor?

    init(_ dictionary: WordDictionary, blocks: Range<Int>? = nil) {
      self.dictionary = dictionary
      block = blocks?.lowerBound ?? 0
      end = blocks?.upperBound ?? dictionary.blocks.count
    }

    func next() throws(ByteCursor.Fault) -> (word: [UInt8], info: TermInfo)? {
      guard let info = try nextInfo(), let word = terms?.word else { return nil }
      return (word, info)
    }

    /// Moves to the next word without copying it.
    func nextInfo() throws(ByteCursor.Fault) -> TermInfo? {
      while true {
        if let info = try terms?.next(mustAscend: true) { return info }
        if block == dictionary.blocks.count { return nil }
        // The first word of a block is compared with the last one before, behind the last block too.
        let next = try WordBlockCursor(dictionary, block: block)
        if let previous = terms?.word { try next.mustBegin(behind: previous) }
        if block == end { return nil }
        terms = next
        block += 1
      }
    }
  }
}

/// Compares bytes as `memcmp` does, the shorter first: negative, zero or positive.
func compare(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
  let shared = min(left.count, right.count)
  var index = 0
  while index < shared {
    let difference = unsafe Int(left[index]) - Int(right[index])
    if difference != 0 { return difference }
    index += 1
  }
  return left.count - right.count
}

/// Writes a word dictionary from words in ascending order; the twin of ``WordDictionary``.
struct WordDictionaryWriter: ~Copyable {
  private var blocks: TermBlocksWriter
  private var previous = ByteWriter(capacity: 64)
  private var isEmpty = true
  private let field: PostingsField

  init(file: FileWriter, field: PostingsField) throws(StorageError) {
    self.field = field
    blocks = try TermBlocksWriter(file: file, kind: SectionKind.field("WBL", field))
  }

  mutating func append(_ word: UnsafeRawBufferPointer, _ info: TermInfo) throws(StorageError) {
    precondition(word.count <= WordDictionary.longestWord)
    let isFirst = isEmpty
    let shared = unsafe previous.withBytes { previous in
      let isAscending = unsafe isFirst || compare(previous, word) < 0
      precondition(isAscending)
      var count = 0
      while count < previous.count, count < word.count, unsafe previous[count] == word[count] {
        count += 1
      }
      return count
    }
    let kept = blocks.isAtBlockStart ? 0 : shared
    blocks.bytes.append(varint: kept)
    unsafe blocks.bytes.append(counted: UnsafeRawBufferPointer(rebasing: word[kept...]))
    try blocks.append(info)
    previous.removeAll()
    unsafe previous.append(word)
    isEmpty = false
  }

  mutating func finish() throws(StorageError) {
    try blocks.finish(directory: SectionKind.field("WDI", field))
  }
}
