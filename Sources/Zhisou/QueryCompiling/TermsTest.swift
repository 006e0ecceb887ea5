internal import Analysis

/// Tells of texts whether they have all of some terms; for one thread at a time.
final class TermsTest {
  private var finder: TermFinder
  private let count: Int

  init(_ terms: [IndexedTerm]) {
    finder = TermFinder(terms)
    count = terms.count
  }

  /// Whether every term is in one of the texts.
  ///
  /// - Complexity: O(length of the texts).
  func areAll(in texts: [[UInt8]]) -> Bool {
    var found: Set<Int> = []
    for text in texts {
      let matches = unsafe text.withUnsafeBufferPointer { unsafe finder.matches(in: $0) }
      found.formUnion(matches.map(\.term))
      if found.count == count { return true }
    }
    return false
  }
}
