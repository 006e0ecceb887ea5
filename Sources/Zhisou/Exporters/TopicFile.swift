internal import Storage

/// Reads a file of queries: on each line a number, a tab and a text.
public enum TopicFile {
  private static let largestSize = 1 << 30

  /// The queries of a file in their order; blank lines do not count.
  ///
  /// - Throws: `.unreadablePath` or `.invalidArgument` with the line that is wrong.
  public static func read(_ path: String) throws(ZhisouError) -> [Exporter.Topic] {
    let bytes = try ZhisouError.wrapReading { () throws(StorageError) in
      try InputFile.read(path, upTo: largestSize)
    }
    var topics: [Exporter.Topic] = []
    var content = bytes[...]
    if content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
    let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (place, line) in lines.enumerated() {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if line.isEmpty { continue }
      guard let text = String(validating: line, as: UTF8.self),
        let tab = text.firstIndex(of: "\t"), tab > text.startIndex
      else {
        throw ZhisouError(
          code: .invalidArgument, path: path,
          reason: "line \(place + 1) is not a number, a tab and a text in UTF-8",
          advice: "write one query a line, such as q1<tab>磨削烧伤")
      }
      topics.append(
        Exporter.Topic(id: String(text[..<tab]), text: String(text[text.index(after: tab)...])))
    }
    return topics
  }
}
