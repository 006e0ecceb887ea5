import Analysis
import CorpusReading

/// What a run of the fuzzer aims at; its name is in `ZHISOU_FUZZ_TARGET`.
///
/// The first bytes that a format is told by are put in front of the input, so that every input gets to
/// the code in question. Besides not trapping, a reader must give the same records however its input
/// is cut into chunks.
enum FuzzTarget: String, CaseIterable {
  case gzip, zip, encoding, json, csv, xml, html, text, analyzer

  func run(_ input: UnsafeBufferPointer<UInt8>) {
    switch self {
    case .analyzer: unsafe analyze(input)
    case .gzip: unsafe read(Self.bytes(input, after: [0x1F, 0x8B, 8]), name: "a.gz")
    case .zip: unsafe read(SmallZip.bytes(from: [UInt8](input)), name: "a.zip")
    case .encoding: unsafe read([UInt8](input), name: "a.txt")
    case .json:
      unsafe read(
        [input.first.map { $0 & 1 == 0 ? 0x7B : 0x5B } ?? 0x7B] + input.dropFirst(), name: "a.json")
    case .csv: unsafe read(Array("编号,标题\n".utf8) + input, name: "a.csv")
    case .xml: unsafe read([0x3C] + input, name: "a.xml")
    case .html: unsafe read(Array("<html>".utf8) + input, name: "a.html")
    case .text: unsafe read(Array("---\n".utf8) + input, name: "a.md")
    }
  }

  /// The input behind the first bytes of its format, unless it has them.
  private static func bytes(_ input: UnsafeBufferPointer<UInt8>, after mark: [UInt8]) -> [UInt8] {
    unsafe input.starts(with: mark) ? [UInt8](input) : mark + input
  }

  /// Reads bytes as a file in chunks of several sizes and compares what comes out.
  private func read(_ bytes: [UInt8], name: String) {
    let whole = Self.records(of: bytes, name: name, chunkBytes: 64 << 10)
    for size in [1, 7, 61] where bytes.count < 4096 {
      precondition(Self.records(of: bytes, name: name, chunkBytes: size) == whole)
    }
  }

  private static func records(of bytes: [UInt8], name: String, chunkBytes: Int) -> [Int] {
    var limits = ReadingLimits()
    limits.chunkBytes = chunkBytes
    limits.fieldBytes = 1 << 16
    limits.recordBytes = 1 << 18
    limits.lineBytes = 1 << 18
    limits.ratioFreeBytes = 1 << 20
    var hashes: [Int] = []
    let report = CorpusReader(limits: limits).read(bytes: bytes, name: name) { record in
      var hasher = Hasher()
      for value in record.values {
        hasher.combine(value.field.rawValue)
        hasher.combine(record.bytes[value.name])
        hasher.combine(record.bytes[value.text])
        precondition(String(validating: record.bytes[value.text], as: UTF8.self) != nil)
      }
      hasher.combine(record.date)
      hasher.combine(record.entry)
      hashes.append(hasher.finalize())
    }
    precondition(report.records == hashes.count)
    return hashes
  }

  /// Analyzes bytes as clean text; ranges must lie in it, and keys not depend on keeping them.
  private func analyze(_ input: UnsafeBufferPointer<UInt8>) {
    var text = unsafe Array(String(decoding: input, as: UTF8.self).utf8)
    unsafe text.withUnsafeMutableBufferPointer { text in
      let text = UnsafeBufferPointer(text)
      let interner = TokenInterner()
      var kept = TokenBuffer(keepsRanges: true)
      unsafe Analyzer.standard.analyze(text, into: &kept, interning: interner)
      var bare = TokenBuffer(keepsRanges: false)
      unsafe Analyzer.standard.analyze(text, into: &bare, interning: interner)
      precondition(kept.count == bare.count && kept.positions == bare.positions)
      unsafe bare.withKeys { keys in
        for index in 0..<kept.count {
          let token = kept[index]
          precondition(unsafe token.key == keys[index])
          precondition(token.start < token.end && token.end <= text.count)
        }
      }
    }
  }
}
