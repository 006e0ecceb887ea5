/// Turns text into tokens, the same way for documents and for queries.
///
/// Its name and version are stamped into an index, so that no index is ever searched with other
/// tokens than it was built from.
package struct Analyzer: Sendable {
  /// The analyzer of Chinese technical text: folded characters, bigrams, words and codes.
  package static let standard = Analyzer(name: "zhisou", version: 2, method: .standard)

  /// Takes text that is already tokens with single spaces between them, as benchmarks have it.
  ///
  /// A token of one or two characters with dense ids is that key; any other is interned as it is.
  package static let whitespace = Analyzer(name: "whitespace", version: 1, method: .whitespace)

  package let name: String
  package let version: UInt32
  private let method: Method

  private enum Method {
    case standard, whitespace
  }

  private init(name: String, version: UInt32, method: Method) {
    self.name = name
    self.version = version
    self.method = method
  }

  /// Adds the tokens of a text, and interns those that are new.
  ///
  /// - Parameters:
  ///   - text: UTF-8; bytes that are not well-formed separate words and runs.
  ///   - tokens: What the tokens are added to; ranges are offsets into `text`.
  ///   - interner: What gives words, codes and rare ideographs their ids.
  /// - Complexity: O(length).
  package func analyze(
    _ text: UnsafeBufferPointer<UInt8>, into tokens: inout TokenBuffer,
    interning interner: TokenInterner
  ) {
    unsafe analyze(
      text, into: &tokens, Vocabulary(interner: interner, grows: true, hasCharacters: true))
  }

  /// Adds the tokens of a query, and interns those that are new.
  ///
  /// They are those of a document with that text, but for the single characters that a document has
  /// beside its rare bigrams.
  package func analyze(
    query: UnsafeBufferPointer<UInt8>, into tokens: inout TokenBuffer,
    interning interner: TokenInterner
  ) {
    unsafe analyze(
      query, into: &tokens, Vocabulary(interner: interner, grows: true, hasCharacters: false))
  }

  /// Adds the tokens of a text, without the interned ones that are not known yet.
  ///
  /// For finding the few words of a query in long texts. Tokens that are left out count as no
  /// positions either.
  package func analyze(
    _ text: UnsafeBufferPointer<UInt8>, into tokens: inout TokenBuffer,
    lookingUpIn interner: TokenInterner
  ) {
    unsafe analyze(
      text, into: &tokens, Vocabulary(interner: interner, grows: false, hasCharacters: true))
  }

  /// The scalar that a scalar is folded to; itself if it is folded to several or to none.
  package static func foldedScalar(_ scalar: UInt32) -> UInt32 {
    CharacterFolding.shared.scalar(of: scalar)
  }

  private func analyze(
    _ text: UnsafeBufferPointer<UInt8>, into tokens: inout TokenBuffer, _ vocabulary: Vocabulary
  ) {
    switch method {
    case .standard:
      var tokenizer = TextTokenizer(vocabulary: vocabulary)
      unsafe tokenizer.tokenize(text, into: &tokens)
    case .whitespace:
      unsafe WhitespaceTokenizer(vocabulary: vocabulary).tokenize(text, into: &tokens)
    }
  }
}
