internal import Storage

/// The names of a segment's files.
///
/// Numbers are never used twice, so a name means one content.
package struct SegmentFiles: Sendable {
  package let number: UInt64

  package var terms: String { name("terms") }
  package var postings: String { name("postings") }
  package var columns: String { name("columns") }
  package var documents: String { name("documents") }
  package var all: [String] { [terms, postings, columns, documents] }

  private static let prefix = "segment-"

  private func name(_ part: String) -> String {
    let digits = String(number)
    return Self.prefix + String(repeating: "0", count: max(0, 6 - digits.count)) + digits + "."
      + part
  }

  /// Whether a name is one that a segment's file could have.
  static func isSegmentFile(_ name: String) -> Bool {
    let digits = name.dropFirst(prefix.count).prefix { $0 != "." }
    guard name.hasPrefix(prefix), let number = UInt64(digits) else { return false }
    return SegmentFiles(number: number).all.contains(name)
  }
}
