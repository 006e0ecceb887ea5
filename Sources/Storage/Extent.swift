/// A range of bytes in a file: the only kind of pointer the format has.
package struct Extent: Equatable, Sendable {
  /// Bytes from the start of the file.
  package let offset: Int
  /// Length in bytes.
  package let count: Int

  package init(offset: Int, count: Int) {
    self.offset = offset
    self.count = count
  }

  /// The first byte behind the range.
  package var end: Int { offset + count }
}
