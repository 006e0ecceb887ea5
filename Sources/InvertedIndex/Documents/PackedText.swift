internal import Storage

/// Bytes that are mostly Chinese text in UTF-8, with two bytes for a character in place of three.
///
/// See FileFormat.md, "Packed text". Any bytes can be packed and come back as they were. What is
/// deflated is then shorter by a quarter, which makes deflating as much faster and its result smaller
/// by a tenth.
@safe
enum PackedText {
  /// In front of a byte that stands for itself.
  private static let escape: UInt8 = 0xFF

  /// The pages of 256 characters that have a first byte of their own, in the order of these bytes from
  /// 0x80 on: ideographs, marks and kana, rare ideographs, full width, symbols, Latin to Arabic.
  private static let pages: [ClosedRange<UInt32>] = [
    0x4E...0x9F, 0x30...0x33, 0x34...0x4D, 0xFF...0xFF, 0x20...0x25, 0x00...0x07,
  ]

  /// For each page its first byte, or 0; and for each first byte its page.
  private static let tables: (leads: [UInt8], pages: [UInt8]) = {
    var leads = [UInt8](repeating: 0, count: 256)
    var ordered = [UInt8](repeating: 0, count: 256)
    var lead = 0x80
    for page in pages.joined() {
      leads[Int(page)] = UInt8(lead)
      ordered[lead] = UInt8(page)
      lead += 1
    }
    return (leads, ordered)
  }()

  /// Appends the packed form of some bytes, at most twice as many.
  static func pack(_ bytes: UnsafeRawBufferPointer, into output: inout ByteWriter) {
    guard let source = unsafe bytes.bindMemory(to: UInt8.self).baseAddress else { return }
    unsafe output.append(upTo: 2 &* bytes.count) { space in
      unsafe tables.leads.withUnsafeBufferPointer { leads in
        guard let start = unsafe space.bindMemory(to: UInt8.self).baseAddress,
          let leads = leads.baseAddress
        else { return 0 }
        return unsafe pack(source, count: bytes.count, leads: leads, to: start) - start
      }
    }
  }

  private static func pack(
    _ source: UnsafePointer<UInt8>, count: Int, leads: UnsafePointer<UInt8>,
    to start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    var next = unsafe start
    var index = 0
    while index < count {
      let first = unsafe source[index]
      if first < 0x80 {
        unsafe next.pointee = first
        unsafe next += 1
        index &+= 1
        continue
      }
      let (scalar, length) = unsafe character(source + index, count &- index, first)
      let lead = unsafe leads[Int(scalar &>> 8)]
      if length > 0, lead != 0 {
        unsafe next[0] = lead
        unsafe next[1] = UInt8(truncatingIfNeeded: scalar)
        index &+= length
      } else {
        unsafe next[0] = escape
        unsafe next[1] = first
        index &+= 1
      }
      unsafe next += 2
    }
    return unsafe next
  }

  /// The character of two or three bytes at a place, in the shortest form; else of no length.
  @inline(__always)
  private static func character(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ first: UInt8
  ) -> (scalar: UInt32, length: Int) {
    guard count >= 2, unsafe bytes[1] & 0xC0 == 0x80 else { return (0, 0) }
    let second = unsafe UInt32(bytes[1] & 0x3F)
    if first & 0xF0 == 0xE0 {
      guard count >= 3, unsafe bytes[2] & 0xC0 == 0x80 else { return (0, 0) }
      let scalar = unsafe UInt32(first & 0x0F) &<< 12 | second &<< 6 | UInt32(bytes[2] & 0x3F)
      return scalar < 0x800 ? (0, 0) : (scalar, 3)
    }
    guard first & 0xE0 == 0xC0, first >= 0xC2 else { return (0, 0) }
    return (UInt32(first & 0x1F) &<< 6 | second, 2)
  }

  /// Fills `output` with what was packed.
  ///
  /// - Returns: whether the bytes are the packed form of exactly so many.
  static func unpack(
    _ bytes: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> Bool {
    let pages = tables.pages
    var index = 0
    var written = 0
    while index < bytes.count {
      let first = unsafe bytes[index]
      if first < 0x80 {
        guard written < output.count else { return false }
        unsafe output[written] = first
        written &+= 1
        index &+= 1
        continue
      }
      guard index &+ 1 < bytes.count else { return false }
      let second = unsafe bytes[index &+ 1]
      index &+= 2
      let scalar = UInt32(pages[Int(first)]) &<< 8 | UInt32(second)
      let length = first == escape ? 1 : scalar < 0x800 ? 2 : 3
      guard length <= output.count &- written else { return false }
      switch length {
      case 1: unsafe output[written] = second
      case 2:
        unsafe output[written] = 0xC0 | UInt8(truncatingIfNeeded: scalar &>> 6)
        unsafe output[written &+ 1] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
      default:
        unsafe output[written] = 0xE0 | UInt8(truncatingIfNeeded: scalar &>> 12)
        unsafe output[written &+ 1] = 0x80 | UInt8(truncatingIfNeeded: (scalar &>> 6) & 0x3F)
        unsafe output[written &+ 2] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
      }
      written &+= length
    }
    return written == output.count
  }
}
