import Dispatch
import Synchronization
import Zhisou

/// Makes the blocks of a plan on several threads and writes them in order.
struct CorpusGenerator {
  /// What was made.
  struct Report {
    var records = 0
    var files = 0
    /// Bytes of text before packing.
    var textBytes = 0
    /// Bytes of the files.
    var fileBytes = 0
  }

  let model: CorpusModel
  let plan: GenerationPlan
  /// The folder of the corpus.
  let folder: String
  let threads: Int

  /// Bytes of text that a block has about.
  private static let blockBytes = 2 << 20

  /// Writes all files.
  ///
  /// Memory: a few blocks for each thread, whatever the number of records.
  func run() throws(ZhisouError) -> Report {
    var report = Report()
    var blocks = plan.blocks.makeIterator()
    var file: PartFile?
    while true {
      let batch = (0..<threads).compactMap { _ in blocks.next() }
      if batch.isEmpty { return report }
      for (block, text) in zip(batch, pack(batch)) {
        let open =
          if let file { file } else {
            try PartFile(path: "\(folder)/\(block.file)", packing: plan.packing(of: block.kind))
          }
        try open.append(text)
        file = open
        report.records += block.records.count
        report.textBytes += text.textBytes
        guard block.isLast else { continue }
        try open.commit()
        report.files += 1
        report.fileBytes += open.bytes
        file = nil
      }
    }
  }

  /// The packed texts of blocks, each made on a thread of its own.
  private func pack(_ batch: [GenerationPlan.Block]) -> [CompressedText] {
    guard batch.count > 1 else { return batch.map(pack) }
    let results = Mutex([CompressedText?](repeating: nil, count: batch.count))
    DispatchQueue.concurrentPerform(iterations: batch.count) { place in
      let packed = pack(batch[place])
      results.withLock { $0[place] = packed }
    }
    return results.withLock { $0.compactMap { $0 } }
  }

  private func pack(_ block: GenerationPlan.Block) -> CompressedText {
    let writer = RecordWriter(model: model, capacity: Self.blockBytes)
    let packing = plan.packing(of: block.kind)
    guard packing == .zip else {
      for record in block.records { writer.appendLine(block.kind, record) }
      return unsafe writer.text.withBytes {
        unsafe packing == .gzip ? CompressedText(gzip: $0) : CompressedText(plain: $0)
      }
    }
    let entries = block.records.map { record in
      let start = writer.text.count
      let name = writer.appendPatentDocument(record)
      return CompressedText.Entry(name: name, text: start..<writer.text.count)
    }
    return unsafe writer.text.withBytes { unsafe CompressedText(zip: entries, of: $0) }
  }
}
