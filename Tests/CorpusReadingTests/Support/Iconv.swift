#if canImport(Glibc)
  import Glibc
#endif

/// The C library's own conversion to UTF-8, one character at a time: the slow twin of the decoder.
@safe
final class Iconv {
  /// Whether the C library is glibc and has its tables here.
  static var isHere: Bool { Iconv("GB18030") != nil && Iconv("BIG5") != nil }

  #if canImport(Glibc)
    private let descriptor: iconv_t

    /// Nil when the C library does not know the encoding.
    init?(_ encoding: String) {
      guard let descriptor = unsafe iconv_open("UTF-8", encoding),
        Int(bitPattern: descriptor) != -1
      else { return nil }
      unsafe self.descriptor = descriptor
    }

    deinit { unsafe iconv_close(descriptor) }

    /// The characters that the bytes make exactly, nil when they make none.
    func callAsFunction(_ bytes: [UInt8]) -> [UInt8]? {
      unsafe iconv(descriptor, nil, nil, nil, nil)
      var input = bytes.map { CChar(bitPattern: $0) }
      var output = [CChar](repeating: 0, count: 16)
      var inputLeft = input.count
      var outputLeft = output.count
      let converted = unsafe input.withUnsafeMutableBufferPointer { input in
        unsafe output.withUnsafeMutableBufferPointer { output in
          var from = input.baseAddress
          var to = output.baseAddress
          return unsafe iconv(descriptor, &from, &inputLeft, &to, &outputLeft)
        }
      }
      guard converted == 0, inputLeft == 0 else { return nil }
      return output[..<(output.count - outputLeft)].map { UInt8(bitPattern: $0) }
    }
  #else
    init?(_: String) { return nil }

    func callAsFunction(_ bytes: [UInt8]) -> [UInt8]? { nil }
  #endif
}
