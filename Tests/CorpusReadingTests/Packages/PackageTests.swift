import CorpusReading
import Testing

struct PackageTests {
  private func report(_ zip: Zip) -> FileReport { read(bytes: zip.bytes).report }

  private static func package(_ target: String, root: String) -> Zip {
    Zip(
      Zip.Entry("[Content_Types].xml", "<Types/>"),
      Zip.Entry("_rels/.rels", OfficeParts.relationship("officeDocument", target)),
      Zip.Entry("main.xml", "<?xml version=\"1.0\"?><x:\(root) xmlns:x=\"y\"><x:a/></x:\(root)>"))
  }

  @Test(arguments: [
    ("presentation", "pptx", "a PowerPoint presentation (PPTX) is not supported yet"),
    (
      "VisioDocument", "office", "an Office document with root <VisioDocument> is not supported yet"
    ),
  ])
  func `what is not read is named`(root: String, format: String, reason: String) {
    for target in ["main.xml", "/main.xml", "./MAIN.xml", "a/../main.xml", "main%2Exml#a"] {
      let report = report(Self.package(target, root: root))
      #expect(report.format == format && report.lines == [": \(reason)"], "\(target)")
      #expect(report.outcome == .unsupported)
    }
  }

  @Test(arguments: [
    ("application/epub+zip", "epub"), ("application/vnd.oasis.opendocument.text", "odt"),
    ("application/vnd.oasis.opendocument.spreadsheet\n", "ods"),
    ("application/vnd.oasis.opendocument.presentation", "odf"),
  ])
  func `what says its type is named`(type: String, format: String) {
    let report = report(Zip(Zip.Entry("mimetype", type, method: 0), Zip.Entry("a", "{}")))
    #expect(report.format == format && report.outcome == .unsupported)
    #expect(report.problemCount == 1)
  }

  @Test func `course packages and binary workbooks are named`() {
    #expect(report(Zip(Zip.Entry("imsmanifest.xml", "<manifest/>"))).format == "imscc")
    #expect(report(Self.package("xl/workbook.bin", root: "a")).format == "xlsb")
  }

  @Test func `a bundle with the mark of a package is only a bundle`() {
    let record = "{\"title\":\"x\"}"
    let zips = [
      Zip(Zip.Entry("mimetype", record), Zip.Entry("a", record)),
      Zip(
        Zip.Entry("_rels/.rels", OfficeParts.relationship("other", "a")), Zip.Entry("a", record)),
      Zip(Zip.Entry("b/imsmanifest.xml", record)),
    ]
    for zip in zips {
      let (records, report) = read(bytes: zip.bytes)
      #expect(!records.isEmpty && report.format == "zip")
    }
  }

  @Test(arguments: [
    ("../../../etc/passwd", "_rels/.rels: the document is said to be outside of its file"),
    ("http://127.0.0.1:9/x", "_rels/.rels: the document is said to be outside of its file"),
    (
      "main.xml\" TargetMode=\"External",
      "_rels/.rels: the document is said to be outside of its file"
    ),
    ("missing.xml", "missing.xml: the document has no such part"),
  ])
  func `a document that is not in its file is damaged`(target: String, line: String) {
    let report = report(Self.package(target, root: "document"))
    #expect(report.lines == [line] && report.outcome == .damaged && report.format == "office")
  }

  @Test func `relationships that are no XML make a document damaged`() {
    let report = report(Self.package("<", root: "document"))
    #expect(report.problemCount == 1 && report.outcome == .damaged && report.format == "office")
    #expect(report.lines[0].hasPrefix("_rels/.rels, line 1: not well-formed XML"))
  }

  @Test func `a document type is refused before anything is expanded`() {
    var zip = Self.package("main.xml", root: "document")
    zip.entries[2].content = Array("<!DOCTYPE a [<!ENTITY b \"c\">]><document>&b;</document>".utf8)
    #expect(
      report(zip).lines == [
        "main.xml, line 1: the document declares a document type, which is not allowed here"
      ])
    zip.entries[2].flags = 1
    #expect(
      report(zip).lines == ["main.xml: encrypted: unpack it with its password first"])
  }
}
