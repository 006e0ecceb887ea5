internal import CLibXML2

/// The attributes of an element while its start tag is told; not to be kept.
@safe
struct XMLAttributes {
  // Five pointers an attribute: local name, prefix, namespace, start and end of the value.
  private let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  private let count: Int

  /// Pointers an attribute.
  static let stride = 5

  @unsafe
  init(_ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int) {
    unsafe self.pointers = pointers
    self.count = count
  }

  /// Calls `body` with the local name and the value of each attribute.
  func forEach(_ body: (Span<UInt8>, [UInt8]) -> Void) {
    guard let pointers = unsafe pointers else { return }
    for index in 0..<count {
      guard let key = unsafe pointers[index * Self.stride] else { continue }
      var value: [UInt8] = []
      if let start = unsafe pointers[index * Self.stride + 3],
        let end = unsafe pointers[index * Self.stride + 4]
      {
        unsafe value = Array(UnsafeBufferPointer(start: start, count: end - start))
      }
      unsafe XMLName.withLocal(key) { body($0, value) }
    }
  }

  /// The value of the attribute of that local name, whatever its prefix.
  subscript(name: StaticString) -> [UInt8]? {
    unsafe bytes(of: name).map { unsafe Array($0) }
  }

  /// What `body` makes of the value of the attribute of that local name; nil when there is none.
  @inline(__always)
  func withValue<R>(_ name: StaticString, _ body: (Span<UInt8>) -> R?) -> R? {
    guard let bytes = unsafe bytes(of: name) else { return nil }
    return unsafe body(Span(_unsafeElements: bytes))
  }

  /// Whether there is an attribute of that local name.
  func has(_ name: StaticString) -> Bool {
    unsafe bytes(of: name) != nil
  }

  /// Whether the attribute of that local name has a value; nil when there is none.
  func has(_ name: StaticString, _ value: StaticString) -> Bool? {
    guard let bytes = unsafe bytes(of: name) else { return nil }
    return unsafe Span(_unsafeElements: bytes).equals(value)
  }

  private func bytes(of name: StaticString) -> UnsafeBufferPointer<xmlChar>? {
    guard let pointers = unsafe pointers else { return nil }
    for index in 0..<count {
      guard let key = unsafe pointers[index * Self.stride], unsafe XMLName.equals(key, name) else {
        continue
      }
      guard let start = unsafe pointers[index * Self.stride + 3],
        let end = unsafe pointers[index * Self.stride + 4]
      else { return unsafe UnsafeBufferPointer(start: nil, count: 0) }
      return unsafe UnsafeBufferPointer(start: start, count: end - start)
    }
    return nil
  }
}
