internal import Analysis
internal import InvertedIndex
internal import Storage

/// Inverts runs of token lines, each run a range of a file's bytes.
final class TokenLineWorker: RunWorker, @unchecked Sendable {
  typealias Batch = Range<Int>

  private let file: MappedFile
  private let analyzer: Analyzer
  private let runBuilder: RunBuilder
  private var tokens = TokenBuffer(keepsRanges: false)

  init(
    _ file: MappedFile, _ segments: NewSegments, memory: BuildingMemory, analyzer: Analyzer
  ) throws(ZhisouError) {
    self.file = file
    self.analyzer = analyzer
    runBuilder = try RunBuilder(segments, memory: memory)
  }

  func begin(run: Int) {
    runBuilder.begin(run: run)
  }

  func add(_ lines: Range<Int>) throws(ZhisouError) {
    let bytes = unsafe file.bytes.bindMemory(to: UInt8.self)
    var start = lines.lowerBound
    while start < lines.upperBound {
      let rest = unsafe bytes[start..<lines.upperBound]
      let end = unsafe rest.firstIndex(of: UInt8(ascii: "\n")) ?? lines.upperBound
      unsafe try add(UnsafeBufferPointer<UInt8>(rebasing: bytes[start..<end]))
      start = end + 1
    }
    file.releasePages(in: lines)
  }

  func endRun(isWholeInput: Bool) throws(ZhisouError) {
    try runBuilder.end(isWholeInput: isWholeInput)
  }

  private func add(_ line: UnsafeBufferPointer<UInt8>) throws(ZhisouError) {
    let tab = unsafe line.firstIndex(of: UInt8(ascii: "\t")) ?? 0
    tokens.removeAll()
    unsafe analyzer.analyze(
      UnsafeBufferPointer<UInt8>(rebasing: line[min(tab + 1, line.count)...]), into: &tokens,
      interning: runBuilder.interner)
    try runBuilder.add { () throws(StorageError) in
      unsafe tokens.withKeys { unsafe runBuilder.builder.append($0, to: .text) }
      try unsafe runBuilder.builder.endDocument(
        DocumentEntry(
          kind: DocumentKind.other.rawValue, hasUniqueIdentifier: false, date: 0,
          length: UInt32(tokens.positions),
          identifier: UnsafeRawBufferPointer(UnsafeBufferPointer<UInt8>(rebasing: line[..<tab])),
          sourceName: UnsafeRawBufferPointer(start: nil, count: 0), sourceOrdinal: 1,
          stored: UnsafeRawBufferPointer(start: nil, count: 0)))
    }
  }
}
