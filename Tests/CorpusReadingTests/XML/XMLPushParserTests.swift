import TestSupport
import Testing

@testable import CorpusReading

struct XMLPushParserTests {
  /// Writes down what a parser tells, text in one piece.
  private final class Transcript: XMLEvents {
    private var bytes: [UInt8] = []
    var words: String { String(decoding: bytes, as: UTF8.self) }

    func startElement(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
      bytes += Array("(".utf8) + name.array
      attributes.forEach { bytes += Array("|".utf8) + $0.array + Array("=".utf8) + $1 }
      bytes += Array(")".utf8)
    }

    func endElement() { bytes += Array("(/)".utf8) }

    func characters(_ text: Span<UInt8>) { bytes.append(text) }
  }

  /// Pieces of content and what is told of them.
  private static let pieces: [(xml: String, told: String)] = [
    ("中文，没有标记的一段正文。", "中文，没有标记的一段正文。"), ("plain text; and more", "plain text; and more"),
    ("\n", "\n"), ("\r\n", "\n"), ("\r甲", "\n甲"), ("第一行\r\n\r\n第二行", "第一行\n\n第二行"),
    ("[0001]乙[]]", "[0001]乙[]]"), ("丙]", "丙]"), ("> -->", "> -->"), ("\u{7F}", "\u{7F}"),
    ("&lt;&amp;", "<&"), ("&#x4E2D;&#20013;", "中中"), ("&#13;", "\r"), ("<b/>", "(b)(/)"),
    ("<b x='甲>\"乙'>丁</b>", "(b|x=甲>\"乙)丁(/)"), ("<b\n>\n</b\n>", "(b)\n(/)"),
    ("<子>戊</子>", "(子)戊(/)"), ("<!-- 己>; ]]> \n-->", ""), ("<?庚 辛>;?>", ""),
    ("<![CDATA[壬&<癸>]];\n]]>", "壬&<癸>]];\n"), ("<![CDATA[]]>", ""),
  ]

  private func parse(_ xml: String, chunk: Int) -> (told: String, failure: XMLPushParser.Failure?) {
    let transcript = Transcript()
    let bytes = Array(xml.utf8)
    guard let parser = XMLPushParser(limits: ReadingLimits(), events: transcript) else {
      return ("", nil)
    }
    do throws(XMLPushParser.Failure) {
      for start in stride(from: 0, to: bytes.count, by: chunk) {
        try parser.feed(bytes.span.extracting(start..<min(start + chunk, bytes.count)))
      }
      try parser.finish()
      return (transcript.words, nil)
    } catch {
      return (transcript.words, error)
    }
  }

  @Test func `content is told as it stands, in chunks of any size`() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      var xml = "<?xml version=\"1.0\"?>\n<!-- 序 > -->\n<r t=\"根\">"
      var told = "(r|t=根)"
      for _ in 0..<Int.random(in: 0..<30, using: &generator) {
        let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
        // A bracket before `>` would make an end of a section of the two.
        guard !(told.hasSuffix("]") && piece.told.hasPrefix(">")) else { continue }
        xml += piece.xml
        told += piece.told
      }
      let chunk = Int.random(in: 1...40, using: &generator)
      for chunk in [xml.utf8.count, chunk] {
        let whole = parse(xml + "</r>\n", chunk: chunk)
        #expect(whole.told == told + "(/)", "\(xml), chunks of \(chunk)")
        #expect(whole.failure == nil, "\(xml), chunks of \(chunk)")
        let broken = parse(xml + "</s>", chunk: chunk)
        let line = xml.utf8.count { $0 == 0x0A } + 1
        #expect(broken.failure?.line == line, "\(xml), chunks of \(chunk)")
        #expect(broken.failure?.reason.contains("r line 3 and s") == true)
      }
    }
  }

  /// Content that is told apart here, that is left to libxml2, and that is wrong.
  private static let tags = [
    "<a>", "</a>", "<b x=\"1\">", "</b>", "<b/>", "<c  x='1' y=\"<2>\"/>", "<p:b p:y='甲'>",
    "</p:b>",
    "<b x='1' x='2'/>", "<b p:x='1' q:x='2'/>", "<b x='1'y='2'/>", "<b x=1/>", "<b x/>",
    "<b x ='1'/>",
    "<b x='&lt;'/>", "<b x='1\t\n2'/>", "<a xmlns='u'>", "<a xmlns:p='u'>", "<p:q:r/>", "<:a/>",
    "<a:/>", "<a\n x='1'\n>", "</a\n>", "</a x='1'>", "<a / >", "< a/>", "<1/>", "<子>", "</子>",
    "&lt;", "&#20013;", "&#0;", "&#xD800;", "&#x10FFFF;", "&u;", "&#;", "& ", "]]>", "<!-- <a> -->",
    "<![CDATA[<a>]]>", "<?a <b>?>", "乙", "\n", "\r", "]", "<b xml:space='keep'/>",
  ]

  @Test func `tags are told as libxml2 tells them`() {
    // A type of attributes makes that all of them are left to it.
    let type = "<!DOCTYPE root [<!ATTLIST z z NMTOKEN #IMPLIED>]>"
    var generator = SeededGenerator(seed: 12)
    var wholes = 0
    for _ in 0..<4000 {
      var open: [String] = []
      var xml = "<root>"
      for _ in 0..<Int.random(in: 0..<12, using: &generator) {
        // Mostly the right end, so that documents come to theirs.
        let ends = Int.random(in: 0..<3, using: &generator) > 0
        if ends, let name = open.popLast() {
          xml += "</\(name)>"
        } else {
          let tag = Self.tags[Int.random(in: 0..<Self.tags.count, using: &generator)]
          xml += tag
          if let name = tag.wholeMatch(of: #/<([a-z:子]+)[^\/]*>/#)?.1 { open.append(String(name)) }
        }
      }
      while let name = open.popLast() { xml += "</\(name)>" }
      xml += "</root>\n"
      let chunk = Int.random(in: 1...xml.utf8.count, using: &generator)
      let (told, failure) = parse(xml, chunk: chunk)
      let twin = parse(type + xml, chunk: type.utf8.count + xml.utf8.count)
      #expect(told == twin.told, "\(xml), chunks of \(chunk)")
      #expect(failure == twin.failure, "\(xml), chunks of \(chunk)")
      if failure == nil { wholes += 1 }
    }
    #expect(wholes > 400)
  }

  @Test func `attributes have the values that a document type gives them`() {
    let type = "<!DOCTYPE r [<!ATTLIST b x CDATA '1' y NMTOKEN #IMPLIED>]>"
    let (told, failure) = parse(type + "<r><b/><b y=' 2 '/></r>", chunk: 100)
    #expect(told == "(r)(b|x=1)(/)(b|y=2|x=1)(/)(/)")
    #expect(failure == nil)
  }

  @Test func `the end of a section outside of one is damage`() {
    let xml = "<r>甲]\n乙]]>丙</r>"
    for chunk in 1...xml.utf8.count {
      #expect(parse(xml, chunk: chunk).failure?.line == 2, "chunks of \(chunk)")
    }
  }

  @Test func `a document type is not cut`() {
    let xml = "<!DOCTYPE r [<!-- it's; 甲]> --> <!ELEMENT r ANY>]>\n<r>乙</r>"
    #expect(parse(xml, chunk: xml.utf8.count).told == "(r)乙(/)")
    #expect(parse(xml, chunk: xml.utf8.count).failure == nil)
  }

  @Test func `a parser that is stopped by text tells no more`() {
    final class Stopper: XMLEvents {
      weak var parser: XMLPushParser?
      private(set) var events = 0

      func startElement(_ name: Span<UInt8>, _ attributes: XMLAttributes) {}
      func endElement() { events += 1 }
      func characters(_ text: Span<UInt8>) {
        events += 1
        parser?.stop("enough")
      }
    }
    let stopper = Stopper()
    let parser = XMLPushParser(limits: ReadingLimits(), events: stopper)
    stopper.parser = parser
    let bytes = Array("<r>\n甲<b>乙</b>\n</r>".utf8)
    #expect(throws: XMLPushParser.Failure(reason: "enough", line: 2)) {
      try parser?.feed(bytes.span)
    }
    #expect(stopper.events == 1)
  }
}
