internal import CLibXML2

/// The attributes of one tag, laid out as libxml2 does it.
///
/// The pointers are good as long as the text they lead into.
@safe
final class XMLAttributeList {
  private let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>
  private var count = 0

  /// Attributes that a tag has at most.
  private static let capacity = 16

  init() {
    unsafe pointers = .allocate(capacity: Self.capacity * XMLAttributes.stride)
    unsafe pointers.initialize(repeating: nil, count: Self.capacity * XMLAttributes.stride)
  }

  deinit {
    unsafe pointers.deallocate()
  }

  /// The attributes as they are told.
  var attributes: XMLAttributes { unsafe XMLAttributes(pointers, count: count) }

  func removeAll() { count = 0 }

  /// Adds an attribute; false when there are too many, or when there is one of that name.
  func append(_ text: Span<UInt8>, _ name: Range<Int>, value: Range<Int>) -> Bool {
    let isNew = unsafe text.withUnsafeBufferPointer { bytes in
      guard count < Self.capacity, let base = bytes.baseAddress else { return false }
      let start = unsafe base + name.lowerBound
      for index in 0..<count {
        if let other = unsafe pointers[index * XMLAttributes.stride],
          unsafe XMLName.equal(other, start, count: name.count)
        {
          return false
        }
      }
      let place = unsafe pointers + count * XMLAttributes.stride
      unsafe place[0] = start
      unsafe place[3] = base + value.lowerBound
      unsafe place[4] = base + value.upperBound
      return true
    }
    if isNew { count += 1 }
    return isNew
  }
}
