internal import Analysis
internal import InvertedIndex

/// Tells whether texts have all of some terms.
struct TermsFinder: Sendable {
  private let analyzer: Analyzer
  private let words: [[UInt8]]
  private let keys: Set<UInt32>
  /// Characters that may stand anywhere, by dense id.
  private let characters: Set<UInt32>

  init(_ terms: [QueryTerm.Form], analyzer: Analyzer) {
    self.analyzer = analyzer
    var words: [[UInt8]] = []
    var keys: Set<UInt32> = []
    var characters: Set<UInt32> = []
    for term in terms {
      switch term {
      case .key(let key): keys.insert(key)
      case .word(let word): words.append(word)
      case .union(let range, _): characters.insert(range.lowerBound / TermKey.characterCount)
      }
    }
    self.words = words
    self.keys = keys
    self.characters = characters
  }

  /// Whether every term is in one of the texts.
  ///
  /// - Complexity: O(length of the texts).
  func areAll(in texts: [[UInt8]]) -> Bool {
    let interner = TokenInterner()
    var missing = keys
    for word in words {
      missing.insert(
        unsafe word.withUnsafeBufferPointer { unsafe interner.intern($0) }
          | TermKey.internedFlag)
    }
    var missingCharacters = characters
    var tokens = TokenBuffer(keepsRanges: false)
    for text in texts {
      tokens.removeAll()
      unsafe text.withUnsafeBufferPointer {
        unsafe analyzer.analyze($0, into: &tokens, lookingUpIn: interner)
      }
      unsafe tokens.withKeys { keys in
        for index in 0..<keys.count {
          let key = unsafe keys[index]
          missing.remove(key)
          guard !missingCharacters.isEmpty, key & TermKey.internedFlag == 0 else { continue }
          let (first, second) = TermKey.firstAndSecond(of: key)
          missingCharacters.remove(first)
          missingCharacters.remove(second)
        }
      }
      if missing.isEmpty, missingCharacters.isEmpty { return true }
    }
    return missing.isEmpty && missingCharacters.isEmpty
  }
}
