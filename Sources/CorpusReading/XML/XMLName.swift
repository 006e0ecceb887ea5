internal import CLibXML2

/// Names as they stand in a text or as libxml2 gives them.
///
/// They end at what no name has: in a text at `=` or a blank, from libxml2 at a zero. Where a prefix is
/// undeclared, libxml2 gives them with it.
enum XMLName {
  /// Calls `body` with the name without a prefix.
  @unsafe
  static func withLocal(_ name: UnsafePointer<xmlChar>, _ body: (Span<UInt8>) -> Void) {
    var start = 0
    var end = 0
    while unsafe !isEnd(name[end]) {
      if unsafe name[end] == 0x3A { start = end + 1 }
      end += 1
    }
    let buffer = unsafe UnsafeBufferPointer(start: name + start, count: end - start)
    unsafe body(Span(_unsafeElements: buffer))
  }

  /// Whether a name is `other`.
  @unsafe
  static func equals(_ name: UnsafePointer<xmlChar>, _ other: StaticString) -> Bool {
    other.withUTF8Buffer { letters in
      var index = 0
      while index < letters.count, unsafe name[index] == letters[index] { index += 1 }
      return unsafe index == letters.count && isEnd(name[index])
    }
  }

  /// Whether a name is the one of `count` bytes at `other`.
  @unsafe
  static func equal(
    _ name: UnsafePointer<xmlChar>, _ other: UnsafePointer<xmlChar>, count: Int
  ) -> Bool {
    var index = 0
    while index < count, unsafe name[index] == other[index] { index += 1 }
    return unsafe index == count && isEnd(name[index])
  }

  @inline(__always)
  private static func isEnd(_ byte: xmlChar) -> Bool {
    byte <= 0x20 || byte == 0x3D
  }
}

extension Span<UInt8> {
  /// Whether the bytes begin with those of a word.
  func hasPrefix(_ word: StaticString) -> Bool {
    count >= word.utf8CodeUnitCount && extracting(0..<word.utf8CodeUnitCount).equals(word)
  }

  /// Whether the bytes are those of a word.
  func equals(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { letters in
      var index = 0
      while index < count, unsafe self[index] == letters[index] { index += 1 }
      return index == count
    }
  }
}
