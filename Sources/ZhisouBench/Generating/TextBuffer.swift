/// A growing buffer of UTF-8 text that is written at its end.
@safe
final class TextBuffer {
  private(set) var count = 0
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    unsafe base = .allocate(capacity: self.capacity)
  }

  deinit {
    unsafe base.deallocate()
  }

  func append(_ byte: UInt8) {
    unsafe append(upTo: 1) { end in
      unsafe end.pointee = byte
      return 1
    }
  }

  func append(_ text: String) {
    var text = text
    text.withUTF8 { unsafe append($0) }
  }

  func append(_ phrase: Phrase) {
    unsafe phrase.bytes.withUnsafeBufferPointer { unsafe append($0) }
  }

  /// Appends a number in decimal, with zeros in front up to so many digits.
  func append(_ number: Int, digits: Int = 1) {
    var rest = UInt(number)
    var digit = 1
    var power: UInt = 10
    while digit < digits || rest >= power {
      digit += 1
      let (next, isTooLarge) = power.multipliedReportingOverflow(by: 10)
      if isTooLarge { break }
      power = next
    }
    unsafe append(upTo: 20) { end in
      for place in stride(from: digit - 1, through: 0, by: -1) {
        unsafe end[place] = UInt8(0x30 + rest % 10)
        rest /= 10
      }
      return digit
    }
  }

  /// Appends once more what stands at a range.
  func append(copyOf range: Range<Int>) {
    unsafe append(upTo: range.count) { end in
      unsafe end.update(from: base + range.lowerBound, count: range.count)
      return range.count
    }
  }

  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    unsafe append(upTo: bytes.count) { end in
      unsafe end.update(from: source, count: bytes.count)
      return bytes.count
    }
  }

  /// Makes room for `size` bytes at the end, lets `fill` write there, and counts what it says.
  @inline(__always)
  func append(upTo size: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Int) {
    if count &+ size > capacity { grow(by: size) }
    count &+= unsafe fill(base + count)
  }

  @inline(never)
  private func grow(by size: Int) {
    let larger = max(capacity * 2, count + size)
    let storage = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe storage.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = storage
    capacity = larger
  }

  /// Lends the bytes.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    unsafe body(UnsafeRawBufferPointer(start: base, count: count))
  }
}

/// A piece of text as bytes, ready to be copied.
struct Phrase: Sendable, ExpressibleByStringLiteral {
  let bytes: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  init(stringLiteral text: StaticString) {
    self.init("\(text)")
  }

  /// The words of a text, which blanks separate.
  static func list(_ text: String) -> [Phrase] {
    text.split(whereSeparator: \.isWhitespace).map { Phrase(String($0)) }
  }
}
