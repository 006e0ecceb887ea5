internal import Storage

/// The lines of a TREC file: columns with white space between them.
struct TRECTable {
  /// A line that has something on it.
  struct Row {
    /// The number of the line in the file, from 1.
    let line: Int
    /// The columns, as many as were asked for.
    let columns: [ArraySlice<UInt8>]
  }

  /// What the file is called in messages.
  let path: String
  /// What a line should look like.
  let example: String
  private let bytes: ArraySlice<UInt8>

  private static let largestSize = 1 << 32

  /// Reads a file.
  ///
  /// - Throws: `.unreadablePath`.
  init(path: String, example: String) throws(ZhisouError) {
    let bytes = try ZhisouError.wrapReading { () throws(StorageError) in
      try InputFile.read(path, upTo: Self.largestSize)
    }
    self.init(bytes: bytes, path: path, example: example)
  }

  init(bytes: [UInt8], path: String, example: String) {
    self.path = path
    self.example = example
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
  }

  /// Calls `body` with every line that is not blank.
  ///
  /// - Throws: `.invalidArgument` with the line that has more or fewer columns than `count`.
  func forEachRow(
    ofColumns count: Int, _ body: (Row) throws(ZhisouError) -> Void
  ) throws(ZhisouError) {
    var line = 0
    var start = bytes.startIndex
    var columns: [ArraySlice<UInt8>] = []
    while start < bytes.endIndex {
      line += 1
      columns.removeAll(keepingCapacity: true)
      let end = readLine(from: start, into: &columns)
      if !columns.isEmpty {
        guard columns.count == count else {
          throw error(line, "has \(columns.count) columns, not \(count)")
        }
        try body(Row(line: line, columns: columns))
      }
      start = end + 1
    }
  }

  /// The text of a column.
  func text(_ column: ArraySlice<UInt8>, _ line: Int) throws(ZhisouError) -> String {
    guard let text = String(validating: column, as: UTF8.self) else {
      throw error(line, "is not UTF-8")
    }
    return text
  }

  /// What is wrong with a line.
  func error(_ line: Int, _ reason: Message) -> ZhisouError {
    ZhisouError(
      code: .invalidArgument, path: path, reason: "line \(line) \(reason)",
      advice: "write lines such as \(example)")
  }

  /// - Returns: where the line ends.
  private func readLine(from start: Int, into columns: inout [ArraySlice<UInt8>]) -> Int {
    var position = start
    while position < bytes.endIndex, bytes[position] != UInt8(ascii: "\n") {
      if Self.isSpace(bytes[position]) {
        position += 1
        continue
      }
      let begin = position
      while position < bytes.endIndex, !Self.isSpace(bytes[position]) { position += 1 }
      columns.append(bytes[begin..<position])
    }
    return position
  }

  /// What C's `isspace` takes for white space.
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }
}
