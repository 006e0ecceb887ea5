/// The names of entries as text: labels, never paths to open.
enum EntryName {
  /// The text of an entry's name.
  ///
  /// A field for the name in UTF-8 says it best, then the flag for UTF-8. Without either, names are
  /// in the encoding of whoever packed them: UTF-8 when they are valid, else GB18030. What cannot be
  /// shown on one line is written `\xHH`.
  static func text(of header: ZipHeader) -> String {
    if let name = header.unicodeName { return CorpusFile.shown(name) }
    if header.hasUTF8Name || isUTF8(header.name) { return CorpusFile.shown(header.name) }
    return CorpusFile.shown(legacy(header.name))
  }

  /// A name in GB18030, turned into UTF-8; as it is when it is none.
  private static func legacy(_ name: [UInt8]) -> [UInt8] {
    var decoder = TextDecoder(.gb18030)
    let text = decoder.decode(name.span, isLast: true) { $0.array }
    return decoder.replaced == 0 ? text : name
  }

  private static func isUTF8(_ name: [UInt8]) -> Bool {
    var index = 0
    while index < name.count {
      guard case .valid(let length) = UTF8Sequence.at(index, in: name.span) else { return false }
      index += length
    }
    return true
  }
}
