internal import Analysis

/// Tells of one text after another whether it has a phrase; for one thread at a time.
final class PhraseTest {
  private var finder: PhraseFinder

  init(_ phrase: Phrase) {
    finder = PhraseFinder(phrase)
  }

  /// - Complexity: O(length of the text).
  func isIn(_ text: [UInt8]) -> Bool {
    unsafe text.withUnsafeBufferPointer { unsafe finder.isIn($0) }
  }
}
