/// Names that a folder's owner does not want read: the file `.zhisouignore` in it.
///
/// A line is a name or a pattern with `*` for any characters and `?` for one byte; a `#` begins a
/// comment. It holds in its folder and all below, for files and folders alike.
struct IgnoreList {
  static let fileName = Array(".zhisouignore".utf8)
  /// A list longer than this is read up to here.
  static let largestSize = 1 << 16

  private var patterns: [[UInt8]] = []

  /// Adds the lines of a file.
  mutating func add(_ bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) {
      let text = Array(line[line.startIndex..<(line.firstIndex(of: 0x23) ?? line.endIndex)])
      var pattern = Array(text[Bytes.trimmed(text, from: 0, to: text.count)])
      if pattern.last == 0x2F { pattern.removeLast() }
      if !pattern.isEmpty { patterns.append(pattern) }
    }
  }

  /// Whether a name is to be passed over.
  ///
  /// Complexity: O(patterns · length).
  func contains(_ name: [UInt8]) -> Bool {
    patterns.contains { Self.matches(name, $0) }
  }

  /// Matches with one step back to the last star, which is enough for names.
  private static func matches(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
    var (place, next) = (0, 0)
    var retry: (place: Int, next: Int)?
    while place < name.count {
      if next < pattern.count, pattern[next] == 0x2A {
        retry = (place, next + 1)
        next += 1
      } else if next < pattern.count, pattern[next] == 0x3F || pattern[next] == name[place] {
        place += 1
        next += 1
      } else if let last = retry {
        retry = (last.place + 1, last.next)
        (place, next) = (last.place + 1, last.next)
      } else {
        return false
      }
    }
    return pattern[next...].allSatisfy { $0 == 0x2A }
  }
}
