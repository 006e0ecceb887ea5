internal import Analysis

/// Tells whether texts have a word or a code, in its normal form, that begins so.
struct WordPrefixFinder: Sendable {
  private let analyzer: Analyzer
  private let prefix: [UInt8]

  init(_ prefix: [UInt8], analyzer: Analyzer) {
    self.prefix = prefix
    self.analyzer = analyzer
  }

  /// - Complexity: O(length of the texts).
  func isInOne(of texts: [[UInt8]]) -> Bool {
    let interner = TokenInterner()
    var tokens = TokenBuffer(keepsRanges: false)
    for text in texts {
      tokens.removeAll()
      unsafe text.withUnsafeBufferPointer {
        unsafe analyzer.analyze($0, into: &tokens, interning: interner)
      }
    }
    return (0..<UInt32(interner.count)).contains { id in
      unsafe interner.withBytes(of: id) { unsafe $0.starts(with: prefix) }
    }
  }
}
