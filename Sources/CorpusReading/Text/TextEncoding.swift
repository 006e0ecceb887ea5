/// The encoding of a text.
enum TextEncoding: String, Sendable {
  /// UTF-8, and so ASCII.
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// GB18030, and so GBK and GB2312.
  case gb18030
  /// Big5 as it is written in Taiwan.
  case big5
  case utf32 = "utf-32"
  /// Not text, or text in an encoding we cannot tell.
  case unknown

  /// The name in reports.
  var name: String { rawValue }

  /// What to say of a text that cannot be read.
  var unsupportedReason: String? {
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .gb18030, .big5: nil
    case .utf32: "encoding not supported: UTF-32; save the file as UTF-8"
    case .unknown: "not text, or text in an encoding that is not known"
    }
  }
}
