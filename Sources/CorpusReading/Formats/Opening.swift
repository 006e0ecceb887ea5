/// The first bytes of a file, by which its format is told.
///
/// The name only breaks ties between formats that both could read the bytes.
struct Opening {
  /// Some bytes from the front, as they are; the byte order mark included.
  let bytes: [UInt8]
  /// Whether these are all the bytes there are.
  let isWhole: Bool
  /// The index of the first byte behind byte order marks and white space.
  let start: Int
  /// The file's name without folders, or that of the entry of a container; may be empty.
  let name: FileName

  init(bytes: [UInt8], isWhole: Bool, name: FileName = FileName("")) {
    self.bytes = bytes
    self.isWhole = isWhole
    self.name = name
    var index = 0
    while index + 2 < bytes.count, bytes[index] == 0xEF, bytes[index + 1] == 0xBB,
      bytes[index + 2] == 0xBF
    {
      index += 3
    }
    while index < bytes.count, Bytes.isBlank(bytes[index]) { index += 1 }
    start = index
  }

  /// Takes what is in the window of a reader, which has been filled.
  init(of reader: ByteReader, name: FileName = FileName(""), limits: ReadingLimits) {
    self = reader.withWindow(limit: limits.openingBytes) { window in
      Opening(bytes: window.array, isWhole: window.count < limits.openingBytes, name: name)
    }
  }

  /// The text as a parser will be given it: clean, without byte order marks.
  var text: [UInt8] {
    var cleaner = TextCleaner()
    cleaner.clean(bytes.span, isLast: isWhole)
    return cleaner.text
  }

  /// The first byte that is not white space.
  var firstByte: UInt8? {
    start < bytes.count ? bytes[start] : nil
  }

  /// Whether the text begins with a word; the case of ASCII letters does not matter.
  func begins(with word: String) -> Bool {
    let front = bytes[start...].prefix(word.utf8.count)
    return front.elementsEqual(word.utf8) {
      ((0x41...0x5A).contains($0) ? $0 | 0x20 : $0) == $1
    }
  }

  /// Whether bytes stand at an offset from the very front.
  func has(_ signature: [UInt8], at offset: Int) -> Bool {
    bytes.count >= offset + signature.count
      && bytes[offset..<(offset + signature.count)].elementsEqual(signature)
  }

  /// Whether bytes stand anywhere in front.
  func contains(_ word: String) -> Bool {
    Bytes.contains(bytes, Array(word.utf8))
  }
}
