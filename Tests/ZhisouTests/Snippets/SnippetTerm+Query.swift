import Analysis

@testable import Zhisou

extension SnippetTerm {
  /// The distinct terms of a query text.
  static func terms(of query: String, weight: Double = 1) -> [SnippetTerm] {
    let interner = TokenInterner()
    var tokens = TokenBuffer(keepsRanges: true)
    unsafe Array(query.utf8).withUnsafeBufferPointer {
      unsafe Analyzer.standard.analyze(query: $0, into: &tokens, interning: interner)
    }
    let keys = Set((0..<tokens.count).map { tokens[$0].key }).sorted()
    return keys.map { key in
      guard key & TermKey.internedFlag == 0 else {
        let word = unsafe interner.withBytes(of: key & ~TermKey.internedFlag) {
          unsafe Array($0)
        }
        return SnippetTerm(term: .word(word), weight: weight)
      }
      let (first, second) = TermKey.firstAndSecond(of: key)
      return SnippetTerm(term: second == 0 ? .character(first) : .pair(key), weight: weight)
    }
  }
}

extension Document {
  /// A document with sections of some texts.
  init(sections: [String]) {
    self.init(id: "1", kind: .other, date: 0, source: "a#1")
    self.sections = sections.enumerated().map { Section(name: "小节\($0)", text: $1) }
  }
}
