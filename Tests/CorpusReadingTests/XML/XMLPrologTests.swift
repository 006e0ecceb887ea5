import Testing

@testable import CorpusReading

struct XMLPrologTests {
  /// The text without the brackets that the prolog finds, given in pieces of `size`.
  private func passed(_ text: String, size: Int) -> String {
    let bytes = Array(text.utf8)
    var prolog = XMLProlog()
    var kept: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      let piece = bytes[start..<min(start + size, bytes.count)]
      var index = 0
      let array = Array(piece)
      while let next = prolog.nextQuotedBracket(in: array.span, from: index) {
        kept += array[index..<next]
        index = next + 1
      }
      kept += array[index...]
    }
    return String(decoding: kept, as: UTF8.self)
  }

  @Test(arguments: [1, 2, 3, 100])
  func `brackets in the quoted names of a document type are found, and no others`(size: Int) {
    let type = "<!DOCTYPE a PUBLIC 'x\">y' \"<z'>"
    #expect(
      passed("\(type)\"><a b='>'>\(type)\"></a>", size: size)
        == "<!DOCTYPE a PUBLIC 'x\"y' \"z'\"><a b='>'>\(type)\"></a>")
    for text in [
      "\n<!--->\(type)--->--><r b='>'/>", "<?xml version='>'?><?p \(type)?\">?><r b='>'/>",
      "<!DOCTYPE a [<!ELEMENT a '>'>]>", "<!X '>'>", "<a>\(type)\"></a>", "<!DOCTYPE a '",
    ] {
      #expect(passed(text, size: size) == text)
    }
  }

  @Test(arguments: [1, 7, 64 << 10])
  func `a bracket in the address of a document type costs nothing`(chunk: Int) {
    var limits = ReadingLimits()
    limits.chunkBytes = chunk
    let (records, report) = read(
      "<!DOCTYPE r SYSTEM \"a>b\"><r><title>标题</title></r>", limits: limits)
    #expect(records.map { $0.texts(.title) } == [["标题"]] && report.problemCount == 0)
  }

  @Test(arguments: [1, 7, 64 << 10])
  func `a quote that is not closed costs its document only`(chunk: Int) {
    var limits = ReadingLimits()
    limits.chunkBytes = chunk
    let (records, report) = read(
      """
      <!DOCTYPE r SYSTEM "a>
      <r><title lang="zh">甲</title></r>
      <?xml version="1.0"?><r><title>乙</title></r>
      """, limits: limits)
    #expect(records.map { $0.texts(.title) } == [["乙"]])
    #expect(report.lines == ["record 1, line 1: a quote in the document type is not closed"])
  }

  @Test(arguments: [
    "<甲 乙l\"><", "<甲 乙l\">", "<甲 乙='丙>", "<a", "<!-- 甲 --><a b", "<!DOCTYPE a><a b=\"",
    "<!DOCTYPE a PUBLIC \"甲\" \"乙\"><a b=\"",
  ])
  func `a root element whose tag is broken costs its document only`(broken: String) {
    let text = broken + Patents.old(number: "1001")
    for chunk in 1...80 {
      var limits = ReadingLimits()
      limits.chunkBytes = chunk
      let (records, report) = read(text, limits: limits)
      #expect(records.map { $0.texts(.id) } == [["CN1001A"]], "\(chunk): \(report.lines)")
      #expect(report.problemCount == 1 && report.outcome == .damaged, "\(chunk): \(report.lines)")
    }
  }
}
