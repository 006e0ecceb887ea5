import CorpusReading
import TestSupport
import Testing

/// Files that break off or are damaged anywhere: a report, never a trap, and what is whole is read.
struct TruncationTests {
  @Test(arguments: SmallFiles.all.indices)
  func `every truncation keeps what is whole`(index: Int) {
    let file = SmallFiles.all[index]
    let bytes = Array(file.text.utf8)
    let whole = read(bytes: bytes, name: file.name)
    #expect(whole.report.format == file.format && !whole.records.isEmpty)
    for length in 0..<bytes.count {
      let (records, report) = read(bytes: Array(bytes.prefix(length)), name: file.name)
      #expect(report.records == records.count)
      guard report.format == file.format else { continue }
      if file.format == "json" {
        #expect(records == Array(whole.records.prefix(records.count)), "cut at \(length)")
        #expect(
          report.outcome == .damaged || whole.records == records || endsAtValue(bytes, length))
      } else if file.format == "csv" {
        // Of a row that breaks off its front is there, under the header as far as it goes.
        let rows = records.dropLast()
        let titles = rows.map { $0.texts(.title) }
        #expect(
          titles == whole.records.prefix(rows.count).map { $0.texts(.title) }, "cut at \(length)")
      } else {
        #expect(records.count <= 1)
      }
    }
  }

  /// Whether a document of several values is cut where one of them ends.
  private func endsAtValue(_ bytes: [UInt8], _ length: Int) -> Bool {
    let front = bytes.prefix(length).reversed().drop { $0 <= 0x20 }
    return front.isEmpty || front.first == UInt8(ascii: "}")
  }

  @Test(arguments: SmallFiles.all.indices)
  func `every changed byte gives a report`(index: Int) {
    let file = SmallFiles.all[index]
    var generator = SeededGenerator(seed: UInt64(index))
    let bytes = Array(file.text.utf8)
    let signs = Array("\"\n\r,;\t{}[]:\\`*|<#-' a".utf8) + [0, 0xFF, 0xE4]
    for position in bytes.indices {
      var changed = bytes
      changed[position] = signs.randomElement(using: &generator) ?? 0
      let (records, report) = read(bytes: changed, name: file.name)
      #expect(report.records == records.count)
      #expect(report.outcome == .read || !report.problems.isEmpty)
    }
  }
}
