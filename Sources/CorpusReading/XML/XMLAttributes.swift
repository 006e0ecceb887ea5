internal import CLibXML2

/// The attributes of an element while its start tag is told; not to be kept.
@safe
struct XMLAttributes {
  // Five pointers an attribute: local name, prefix, namespace, start and end of the value.
  private let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  private let count: Int

  @unsafe
  init(_ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int) {
    unsafe self.pointers = pointers
    self.count = count
  }

  /// The value of the attribute of that local name, whatever its prefix.
  subscript(name: StaticString) -> [UInt8]? {
    guard let pointers = unsafe pointers else { return nil }
    for index in 0..<count {
      guard let key = unsafe pointers[index * 5], unsafe XMLName.equals(key, name) else { continue }
      guard let start = unsafe pointers[index * 5 + 3], let end = unsafe pointers[index * 5 + 4]
      else { return [] }
      return unsafe Array(UnsafeBufferPointer(start: start, count: end - start))
    }
    return nil
  }
}

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
