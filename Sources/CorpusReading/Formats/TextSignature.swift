/// Kinds of text that are known by how they begin and not read yet.
enum TextSignature {
  /// The signature of a text, nil when a format may read it.
  static func of(_ opening: Opening) -> FileSignature? {
    if isJSONDocument(opening) {
      return FileSignature(
        name: "json",
        reason: "a JSON document over several lines is not supported yet: write one object a line")
    }
    return nil
  }

  /// Whether JSON is one array of objects, or one object spread over lines.
  private static func isJSONDocument(_ opening: Opening) -> Bool {
    guard let first = opening.firstByte, first == 0x7B || first == 0x5B else { return false }
    let text = opening.bytes[opening.start...]
    let behind = text.dropFirst()
    let blanks = behind.prefix { Bytes.isBlank($0) }
    guard let next = behind.dropFirst(blanks.count).first else { return false }
    if first == 0x5B { return next == 0x7B || blanks.contains(0x0A) }
    if blanks.contains(0x0A) { return true }
    // An object whose first line ends at a comma goes on in the next.
    guard let newline = text.firstIndex(of: 0x0A) else { return false }
    let line = text[..<newline]
    return line.last { !Bytes.isBlank($0) } == 0x2C
  }
}
