/// The tokens of one text or of several, in storage that is reused from text to text.
///
/// Ingestion needs the keys alone. Queries and highlighting also need to know where each token
/// stands, which costs another 32 bytes a token.
@safe
package struct TokenBuffer: ~Copyable {
  /// Whether tokens keep their ranges in the text, and whether they are extras.
  package let keepsRanges: Bool
  /// The number of tokens.
  package private(set) var count = 0
  private var keys: UnsafeMutablePointer<UInt32>
  private var capacity: Int
  private var extras = 0
  private var tokens: [Token] = []

  package init(keepsRanges: Bool) {
    self.keepsRanges = keepsRanges
    capacity = 1024
    unsafe keys = .allocate(capacity: capacity)
  }

  deinit {
    unsafe keys.deallocate()
  }

  /// The number of tokens that are not extras: the length of the text for ranking.
  package var positions: Int { count - extras }

  /// Forgets all tokens and keeps the storage.
  package mutating func removeAll() {
    count = 0
    extras = 0
    tokens.removeAll(keepingCapacity: true)
  }

  /// Lends the keys of all tokens in their order.
  package func withKeys<R>(_ body: (UnsafeBufferPointer<UInt32>) throws -> R) rethrows -> R {
    try unsafe body(UnsafeBufferPointer(start: keys, count: count))
  }

  /// One token with its range; only a buffer that keeps ranges can tell.
  package subscript(index: Int) -> Token {
    precondition(keepsRanges, "This buffer keeps no ranges.")
    return tokens[index]
  }

  /// Adds a token.
  mutating func append(_ key: UInt32, from start: Int, to end: Int, isExtra: Bool = false) {
    reserve(1)
    unsafe keys[count] = key
    count &+= 1
    if isExtra { extras &+= 1 }
    if keepsRanges {
      tokens.append(Token(key: key, start: start, end: end, isExtra: isExtra))
    }
  }

  /// Whether a key is among the tokens from an index on.
  func contains(_ key: UInt32, from index: Int) -> Bool {
    var index = index
    while index < count {
      if unsafe keys[index] == key { return true }
      index &+= 1
    }
    return false
  }

  /// Lends room for `maximum` more keys; `body` returns how many it wrote.
  ///
  /// For buffers without ranges, whose keys then cost one store each.
  mutating func appendKeys(
    atMost maximum: Int, _ body: (UnsafeMutablePointer<UInt32>) -> Int
  ) {
    reserve(maximum)
    unsafe count &+= body(keys + count)
  }

  private mutating func reserve(_ more: Int) {
    guard capacity &- count < more else { return }
    let grown = max(capacity * 2, count + more)
    let moved = UnsafeMutablePointer<UInt32>.allocate(capacity: grown)
    unsafe moved.moveInitialize(from: keys, count: count)
    unsafe keys.deallocate()
    unsafe keys = moved
    capacity = grown
  }
}
