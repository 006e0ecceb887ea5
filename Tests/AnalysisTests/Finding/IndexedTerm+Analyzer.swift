import Analysis

extension IndexedTerm {
  /// The term as tests read it: a star stands behind a character that may be in pairs.
  var text: String {
    switch self {
    case .pair(let key): TermKey.text(of: key)
    case .character(let id): TermKey.text(of: TermKey.bigram(first: id, second: 0)) + "*"
    case .word(let word): String(decoding: word, as: UTF8.self)
    }
  }

  /// The terms of a text as the analyzer gives them to an index.
  static func all(in bytes: [UInt8]) -> Set<IndexedTerm> {
    var terms = Set(tokens(of: bytes))
    for case .pair(let key) in terms {
      let (first, second) = TermKey.firstAndSecond(of: key)
      terms.formUnion([.character(first), .character(second)])
    }
    return terms
  }

  /// The tokens of a text, a character alone as one that may be in pairs.
  static func tokens(of bytes: [UInt8]) -> [IndexedTerm] {
    let interner = TokenInterner()
    var buffer = TokenBuffer(keepsRanges: true)
    unsafe bytes.withUnsafeBufferPointer {
      unsafe Analyzer.standard.analyze($0, into: &buffer, interning: interner)
    }
    return (0..<buffer.count).map { index in
      let key = buffer[index].key
      guard key & TermKey.internedFlag == 0 else {
        return .word(
          unsafe interner.withBytes(of: key & ~TermKey.internedFlag) { unsafe Array($0) })
      }
      let (first, second) = TermKey.firstAndSecond(of: key)
      return second == 0 ? .character(first) : .pair(key)
    }
  }
}
