internal import Storage

/// How a dictionary block writes what it knows of a term; see FileFormat.md, "Term entry".
///
/// The first varint is the document frequency; 0 and 1 both stand for a single document, whose
/// posting follows in place of a pointer: 0 with frequency 1, 1 with the frequency given. Other
/// terms give the length of their list; lists follow one another, so that a block notes only where
/// its first one begins.
extension TermInfo {
  func encode(into output: inout ByteWriter) {
    switch location {
    case .single(let document, let frequency):
      output.append(varint: frequency == 1 ? 0 : 1)
      output.append(varint: UInt64(document))
      if frequency != 1 { output.append(varint: UInt64(frequency)) }
    case .list(_, let count):
      output.append(varint: UInt64(documentFrequency))
      output.append(varint: count)
    }
  }

  /// Reads an entry and moves `listOffset` behind its list.
  @inline(__always)
  static func decode(
    _ cursor: inout ByteCursor, listOffset: inout Int
  ) throws(ByteCursor.Fault) -> TermInfo {
    let head = try cursor.varint(upTo: Int(UInt32.max))
    guard head > 1 else {
      let document = try cursor.varint(upTo: Int(UInt32.max))
      let frequency = head == 0 ? 1 : try cursor.varint(upTo: Int(UInt32.max))
      return TermInfo(
        documentFrequency: 1,
        location: .single(
          document: UInt32(truncatingIfNeeded: document),
          frequency: UInt32(truncatingIfNeeded: frequency)))
    }
    let count = try cursor.varint(upTo: Int(UInt32.max))
    defer { listOffset &+= count }
    return TermInfo(
      documentFrequency: UInt32(truncatingIfNeeded: head),
      location: .list(offset: listOffset, count: count))
  }
}
