internal import CLibXML2

/// Names as libxml2 gives them: zero-terminated and, where a prefix is undeclared, still with it.
enum XMLName {
  /// Calls `body` with the name without a prefix.
  @unsafe
  static func withLocal(_ name: UnsafePointer<xmlChar>, _ body: (Span<UInt8>) -> Void) {
    var start = 0
    var end = 0
    while unsafe name[end] != 0 {
      if unsafe name[end] == 0x3A { start = end + 1 }
      end += 1
    }
    let buffer = unsafe UnsafeBufferPointer(start: name + start, count: end - start)
    unsafe body(Span(_unsafeElements: buffer))
  }

  /// Whether a zero-terminated name is `other`.
  @unsafe
  static func equals(_ name: UnsafePointer<xmlChar>, _ other: StaticString) -> Bool {
    other.withUTF8Buffer { letters in
      var index = 0
      while index < letters.count, unsafe name[index] == letters[index] { index += 1 }
      return unsafe index == letters.count && name[index] == 0
    }
  }
}

extension Span<UInt8> {
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
