import Testing

@testable import CorpusReading

struct XMLReferenceTests {
  @Test(arguments: [
    ("&lt;a", "<", 4), ("&gt;", ">", 4), ("&amp;amp;", "&", 5), ("&quot;", "\"", 6),
    ("&apos;", "'", 6),
    ("&#65;", "A", 5), ("&#x4E2D;", "中", 8), ("&#x4e2d;", "中", 8), ("&#0020013;", "中", 10),
    ("&#9;", "\t", 4), ("&#x10FFFF;", "\u{10FFFF}", 10),
  ])
  func `a reference stands for a character`(text: String, character: Unicode.Scalar, end: Int) {
    let reference = XMLReference(in: Array(text.utf8).span, at: 0)
    #expect(reference?.character == character)
    #expect(reference?.end == end)
  }

  @Test(arguments: [
    "&", "&;", "&lt", "& lt;", "&LT;", "&nbsp;", "&#;", "&#x;", "&#0;", "&#8;", "&#xD800;",
    "&#xFFFE;", "&#x110000;",
    "&#99999999999;", "&#6A;", "&#-1;", "&#X41;", "&a lot of other text;",
  ])
  func `other references are left alone`(text: String) {
    #expect(XMLReference(in: Array(text.utf8).span, at: 0) == nil)
  }
}
