internal import Storage

/// Terms of one field of a merged segment with their postings, on their way to being written.
///
/// Reused: it is mapped memory that pages come into as the longest lists need them.
@safe
final class TermBatch: @unchecked Sendable {
  struct Term {
    /// Bytes of a word; empty for a key.
    let word: [UInt8]
    let key: UInt32
    let count: Int
  }

  /// A batch is full with so many postings.
  static let fullSize = 1 << 17

  private let idMemory: AnonymousMemory
  private let frequencyMemory: AnonymousMemory
  var field = PostingsField.text
  /// Keys or words.
  var hasWords = false
  var endsField = false
  private(set) var terms: [Term] = []
  private(set) var postings = 0

  /// A batch with room for a list of `longestList` postings behind those that fill it.
  init(longestList: Int) throws(StorageError) {
    idMemory = try AnonymousMemory(count: (Self.fullSize + longestList) * 4)
    frequencyMemory = try AnonymousMemory(count: (Self.fullSize + longestList) * 4)
  }

  var isFull: Bool { postings >= Self.fullSize }

  var ids: UnsafeMutablePointer<UInt32> { unsafe idMemory.words(of: UInt32.self) }
  var frequencies: UnsafeMutablePointer<UInt32> { unsafe frequencyMemory.words(of: UInt32.self) }

  /// Adds a term whose `count` postings lie behind those of the term before.
  func append(key: UInt32 = 0, word: [UInt8] = [], count: Int) {
    terms.append(Term(word: word, key: key, count: count))
    postings += count
  }

  func removeAll() {
    terms.removeAll(keepingCapacity: true)
    postings = 0
    endsField = false
  }
}
