import Zhisou

/// Which records stand in which file, and in which blocks they are made.
struct GenerationPlan: Sendable {
  /// The formats that a corpus can have.
  enum Format: String, CaseIterable, Sendable {
    /// JSON, a record a line, in gzip.
    case jsonlGzip = "jsonl.gz"
    /// JSON, a record a line.
    case jsonl
    /// The patents as the patent office's XML, a document each, in zip; the rest as `jsonl.gz`.
    case cnipa
  }

  /// Records that are made and packed at a time; they are all in one file.
  struct Block: Equatable, Sendable {
    let kind: DocumentKind
    /// Numbers of the records among those of their kind, from 0.
    let records: Range<Int>
    /// The path of the file below the corpus.
    let file: String
    /// Whether the file ends with this block.
    let isLast: Bool
  }

  let counts: [(kind: DocumentKind, count: Int)]
  let format: Format
  /// Records of a file at most.
  let part: Int

  /// About a megabyte of text.
  private static let blockRecords = 1024

  /// The folder that the records of a kind stand in, as the reader knows it.
  static func folder(of kind: DocumentKind) -> String {
    switch kind {
    case .patent: "patents"
    case .course: "courses"
    case .innovation: "innovations"
    case .knowledge: "knowledge"
    case .craftsman: "craftsmen"
    case .other: "others"
    }
  }

  /// How a kind's files are packed.
  func packing(of kind: DocumentKind) -> CompressedText.Packing {
    switch format {
    case .jsonlGzip: .gzip
    case .jsonl: .plain
    case .cnipa: kind == .patent ? .zip : .gzip
    }
  }

  /// All blocks in the order of the files; they are not all in memory.
  var blocks: some Sequence<Block> {
    counts.lazy.flatMap { kind, count in
      let part = packing(of: kind) == .zip ? min(part, PartFile.mostEntries) : part
      return stride(from: 0, to: count, by: part).lazy.flatMap { start in
        let end = min(start + part, count)
        let file = file(of: kind, start / part)
        return stride(from: start, to: end, by: Self.blockRecords).lazy.map { first in
          let last = min(first + Self.blockRecords, end)
          return Block(kind: kind, records: first..<last, file: file, isLast: last == end)
        }
      }
    }
  }

  private func file(of kind: DocumentKind, _ part: Int) -> String {
    let folder = Self.folder(of: kind)
    let digits = String(part + 1)
    let number = String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
    let ending =
      switch packing(of: kind) {
      case .plain: "jsonl"
      case .gzip: "jsonl.gz"
      case .zip: "zip"
      }
    return "\(folder)/\(folder)-\(number).\(ending)"
  }
}
