/// Follows the brackets of a JSON text that comes in pieces: where values open, where they close.
///
/// It looks only at what it needs to tell the ends of values, and leaves the rest to
/// `JSONScanner`. What is wrong it says once, and then goes on as well as it can until it is told
/// that the damage is dealt with: a string ends with its line, a bracket closes the nearest of its kind.
struct JSONStructure {
  /// Why `next` has come back.
  enum Event: Equatable {
    /// The text is at its end.
    case needsMore
    /// A bracket has opened; its index.
    case opened(Int)
    /// A bracket has closed; the index behind it. More than one level may have closed.
    case closed(Int)
    /// A string or another scalar begins; its index.
    case scalar(Int)
    /// The text is no JSON from here on: `error` says why.
    case failed
  }

  private enum State {
    case between, string, escape, scalar
  }

  /// Levels up to this one are told of; what lies deeper is passed over.
  var surface = 0
  /// What is wrong, until `recover` is called; its position counts from the front of `line`.
  private(set) var error: JSONError?
  /// The line, from 1.
  private(set) var line = 1
  /// Blanks in front of the first token of the line.
  private(set) var indentation = 0
  /// Whether the last token told of is the first on its line.
  private(set) var isFirstOnLine = true
  /// Whether the bracket that closed last had nothing in it.
  private(set) var closedEmpty = false
  /// The last string on the surface, if it is short: a key, when a bracket opens behind it.
  private(set) var key: [UInt8] = []

  /// For every level whether it is an object.
  private var levels: [Bool] = []
  /// Levels beyond the limit.
  private var overflow = 0
  private let depthLimit: Int
  private var state = State.between
  /// The last token: a bracket, a comma, a colon, or a quote for any scalar.
  private var last: UInt8 = 0
  private var isKeyKept = false
  private var toleratesNext = false
  /// Bytes before this piece.
  private var offset = 0
  private var lineStart = 0
  private var tokenEnd = -1

  private static let longestKey = 64

  /// Makes one that lets so many levels open.
  init(depthLimit: Int) {
    self.depthLimit = depthLimit
  }

  /// Levels that are open.
  var depth: Int { levels.count + overflow }

  /// Whether the innermost level is an object.
  var isInObject: Bool { levels.last ?? false }

  /// The position of an index of this piece in its line.
  func column(_ index: Int) -> Int { offset + index - lineStart }

  /// Takes what was wrong as dealt with; whatever token comes next is right.
  mutating func recover() {
    error = nil
    toleratesNext = true
  }

  /// Takes the object that has just opened as one of level `depth`, whatever was open before.
  mutating func restart(at depth: Int) {
    overflow = 0
    levels.removeLast(levels.count - depth)
    levels.append(true)
    recover()
  }

  /// Takes the end of a piece of `count` bytes.
  mutating func endPiece(_ count: Int) {
    offset += count
  }

  /// Goes on in `text` from `index` to the next event.
  ///
  /// Complexity: O(length), in strings eight bytes at a time.
  mutating func next(_ text: Span<UInt8>, _ index: inout Int) -> Event {
    while index < text.count {
      switch state {
      case .between:
        if let event = readToken(text, &index) { return event }
      case .string:
        if readString(text, &index) { return .failed }
      case .escape:
        // A newline is no part of an escape: it ends the string.
        if text[index] != 0x0A { index += 1 }
        state = .string
      case .scalar:
        while index < text.count, Self.isScalar(text[index]) { index += 1 }
        if index < text.count {
          state = .between
          endToken(index - 1)
        }
      }
    }
    return .needsMore
  }

  /// Reads one token or its front; returns what there is to tell.
  private mutating func readToken(_ text: Span<UInt8>, _ index: inout Int) -> Event? {
    let byte = text[index]
    switch byte {
    case 0x20, 0x09, 0x0D:
      index += 1
    case 0x0A:
      index += 1
      line += 1
      lineStart = offset + index
    case 0x2C, 0x3A:
      beginToken(index)
      last = byte
      endToken(index)
      index += 1
    case 0x7B, 0x5B:
      beginToken(index)
      if !isWanted(byte), fail(.unexpected(byte, at: column(index))) { return .failed }
      if depth >= depthLimit, fail(.tooDeep(depthLimit)) { return .failed }
      let isTold = depth <= surface
      open(byte)
      endToken(index)
      index += 1
      if isTold { return .opened(index - 1) }
    case 0x7D, 0x5D:
      beginToken(index)
      if overflow == 0, levels.last != (byte == 0x7D),
        fail(.unexpected(byte, at: column(index)))
      {
        return .failed
      }
      let closes = close(byte)
      endToken(index)
      index += 1
      if closes, depth <= surface { return .closed(index) }
    default:
      beginToken(index)
      last = 0x22
      state = byte == 0x22 ? .string : .scalar
      isKeyKept = depth <= surface
      if isKeyKept { key.removeAll(keepingCapacity: true) }
      if byte == 0x22 { index += 1 }
      if isKeyKept { return .scalar(byte == 0x22 ? index - 1 : index) }
    }
    return nil
  }

  /// Reads a string on to its end or that of the text; returns whether it fails.
  private mutating func readString(_ text: Span<UInt8>, _ index: inout Int) -> Bool {
    let end = JSONScanner.nextSpecial(text, from: index)
    if isKeyKept { keepKey(text.extracting(index..<end)) }
    index = end
    guard end < text.count else { return false }
    switch text[end] {
    case 0x22:
      endToken(end)
      state = .between
      index += 1
    case 0x5C:
      state = .escape
      index += 1
    case 0x0A:
      endToken(end)
      state = .between
      return fail(.controlCharacter(at: column(end)))
    default:
      index += 1
    }
    return false
  }

  private mutating func keepKey(_ part: Span<UInt8>) {
    if key.count + part.count <= Self.longestKey {
      key.append(part)
    } else {
      key.removeAll(keepingCapacity: true)
      isKeyKept = false
    }
  }

  /// Whether an object or array may stand here.
  private func isWanted(_ byte: UInt8) -> Bool {
    guard let isObject = levels.last, overflow == 0 else { return true }
    return isObject ? last == 0x3A : last == 0x5B || last == 0x2C
  }

  private mutating func open(_ byte: UInt8) {
    last = byte
    toleratesNext = false
    if levels.count < depthLimit { levels.append(byte == 0x7B) } else { overflow += 1 }
  }

  /// Closes the nearest level of the bracket's kind; returns whether there is one.
  private mutating func close(_ byte: UInt8) -> Bool {
    closedEmpty = last == 0x7B || last == 0x5B
    toleratesNext = false
    if overflow > 0 {
      overflow -= 1
      last = 0x22
      return true
    }
    guard let level = levels.lastIndex(of: byte == 0x7D) else { return false }
    levels.removeLast(levels.count - level)
    last = 0x22
    return true
  }

  /// Notes what is wrong, if it is the first thing; returns whether it is.
  private mutating func fail(_ error: JSONError) -> Bool {
    guard self.error == nil, !toleratesNext else { return false }
    self.error = error
    return true
  }

  @inline(__always)
  private mutating func beginToken(_ index: Int) {
    isFirstOnLine = tokenEnd < lineStart
    if isFirstOnLine { indentation = offset + index - lineStart }
  }

  @inline(__always)
  private mutating func endToken(_ index: Int) {
    tokenEnd = offset + index
  }

  private static func isScalar(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, 0x22, 0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D: false
    default: true
    }
  }
}
