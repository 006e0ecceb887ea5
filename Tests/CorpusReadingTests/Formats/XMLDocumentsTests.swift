import CorpusReading
import Testing

struct XMLDocumentsTests {
  @Test func `documents in a row are records`() {
    let text =
      Patents.old(number: "1001") + "\u{FEFF}" + Patents.new(number: "1002") + "\n"
      + Patents.old(number: "1003")
    let (records, report) = read(text)
    #expect(records.map { $0.texts(.id) } == [["CN1001A"], ["CN1002A"], ["CN1003A"]])
    #expect(records.map(\.ordinal) == [1, 2, 3] && report.problemCount == 0)
  }

  @Test func `a damaged document costs itself`() {
    let broken = Patents.old(number: "1002").replacing("</abstract>", with: "</abstrakt>")
    let (records, report) = read(Patents.old(number: "1001") + broken + Patents.old(number: "1003"))
    #expect(records.map { $0.texts(.id) } == [["CN1001A"], ["CN1003A"]])
    #expect(report.outcome == .damaged && report.problemCount == 1)
    let line = Patents.old().split(separator: "\n", omittingEmptySubsequences: false).count - 1
    #expect(report.problems[0].place.hasPrefix("record 2, line "))
    #expect(report.problems[0].place.hasSuffix(" \(line + 16)"), "\(report.lines)")
  }

  @Test func `a document that was cut off costs itself`() {
    let cut = String(Patents.old(number: "1002").prefix(900))
    let (records, report) = read(Patents.old(number: "1001") + cut + Patents.old(number: "1003"))
    #expect(records.map { $0.texts(.id) } == [["CN1001A"], ["CN1003A"]])
    #expect(report.problemCount == 1 && report.outcome == .damaged)
    let last = read(Patents.old(number: "1001") + cut)
    #expect(last.records.count == 1 && last.report.outcome == .damaged)
  }

  @Test func `a declaration inside a section or comment is text`() throws {
    let (records, report) = read(
      Patents.old(extra: "<![CDATA[<?xml version=\"1.0\"?>]]><!-- <?xml x -->"))
    #expect(report.problemCount == 0)
    #expect(try #require(records.first).texts(.title) == ["一种香料<?xml version=\"1.0\"?>"])
  }

  @Test func `sections and references join to one text`() throws {
    let (records, _) = read(
      Patents.old(extra: "<![CDATA[一<二]]]]><![CDATA[>三&四]]>&#x4E94;&amp;<b>六</b>"))
    #expect(try #require(records.first).texts(.title) == ["一种香料一<二]]>三&四五&六"])
  }

  @Test func `vocabularies that are not read are named`() {
    for text in ["<us-patent-grant><a/></us-patent-grant>", "<us:us-patent-grant/>"] {
      let (records, report) = read(text)
      #expect(records.isEmpty && report.outcome == .unsupported && report.format == "xml")
      #expect(report.lines == [": a patent of the USPTO is not supported"])
    }
    let mixed = read(Patents.old() + "<?xml version=\"1.0\"?><other/>")
    #expect(mixed.records.count == 1 && mixed.report.outcome == .damaged)
  }

  @Test(arguments: [
    "<!DOCTYPE r [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;\">]>",
    "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
    "<!DOCTYPE r [<!ENTITY % p SYSTEM \"file:///etc/hostname\"> %p;]>",
  ])
  func `documents that declare entities are refused`(doctype: String) {
    let text = Patents.new(extra: "&x;&b;", doctype: doctype)
    let (records, report) = read(text + Patents.old())
    #expect(records.map { $0.texts(.id) } == [["CN104223352A"]])
    #expect(report.outcome == .damaged && report.lines[0].contains("declares entities"))
  }

  @Test func `depth and length of one tag are bounded`() {
    let deep = String(repeating: "<b>", count: 1000)
    #expect(read(Patents.old(extra: deep)).report.lines[0].contains("256 deep"))
    let long = "<b a=\"\(String(repeating: "x", count: 3_000_000))\"/>"
    #expect(read(Patents.old(extra: long)).report.lines[0].contains("longer than 1024 KiB"))
  }

  @Test(arguments: [
    "a<5", "&#xD800;", "&#0;", "&#xFFFE;", "</wrong>", "<b>", "<b a=1/>",
  ])
  func `what is not well-formed is damage`(extra: String) {
    let (records, report) = read(Patents.old(extra: extra) + Patents.old(number: "1003"))
    #expect(records.map { $0.texts(.id) } == [["CN1003A"]])
    #expect(report.outcome == .damaged && report.problemCount == 1, "\(report.lines)")
  }

  @Test func `undeclared prefixes do no harm`() throws {
    let (records, report) = read(Patents.old(extra: "<exch:b>甲</exch:b>"))
    #expect(report.problemCount == 0 && records[0].texts(.title) == ["一种香料甲"])
    let root =
      "<x:cn-patent-document><x:application-body><x:claims><x:claim><x:claim-text>甲"
      + "</x:claim-text></x:claim></x:claims></x:application-body></x:cn-patent-document>"
    #expect(read(root).records.map { $0.texts(.claims) } == [["甲"]])
  }

  @Test func `the encoding a document declares does not count`() throws {
    for label in ["GBK", "UTF-16", "x-none", "gb2312"] {
      let text = Patents.old().replacing("encoding=\"UTF-8\"", with: "encoding=\"\(label)\"")
      #expect(try #require(read(text).records.first).texts(.title) == ["一种香料"])
    }
  }

  @Test func `web pages are no XML`() {
    #expect(read("<!DOCTYPE html><html></html>").report.format == "html")
    #expect(read(" <HTML>").report.format == "html")
  }
}
