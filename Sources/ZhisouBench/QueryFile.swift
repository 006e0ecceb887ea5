import Zhisou

/// A file of queries as the comparison harness makes it.
enum QueryFile {
  /// The tokens of each query, with single spaces between.
  static func read(_ path: String) throws -> [String] {
    try TopicFile.read(path).map { topic in
      // Behind the number: a type, a tab, runs of tokens with | between.
      let runs = topic.text.split(separator: "\t", maxSplits: 1).last ?? ""
      return runs.split(separator: "|").joined(separator: " ")
    }
  }
}
