import Testing

@testable import CorpusReading

struct XMLPlainTagTests {
  /// The parts of the tag at the front of a text as words, nil when it is not plain.
  private func words(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    let list = XMLAttributeList()
    guard let tag = XMLPlainTag(in: bytes.span, at: 0, list) else { return nil }
    let name = String(decoding: bytes[tag.name], as: UTF8.self)
    let local = String(decoding: bytes[tag.localName], as: UTF8.self)
    var words = "\(tag.kind) \(name) \(local) \(tag.end) \(tag.lines)"
    list.attributes.forEach { words += " \($0.string)=\(String(decoding: $1, as: UTF8.self))" }
    return words
  }

  @Test(arguments: [
    ("<a>", "start a a 3 0"), ("</a>", "end a a 4 0"), ("<a/>", "empty a a 4 0"),
    ("<w:t>甲</w:t>", "start w:t t 5 0"), ("</w:t >", "end w:t t 7 0"),
    ("<_a-1.b />", "empty _a-1.b _a-1.b 10 0"),
    ("<c r=\"A1\" t='s'>", "start c c 16 0 r=A1 t=s"), ("<a\n b='/>甲'\n>", "start a a 15 2 b=/>甲"),
    ("<a b=''/>", "empty a a 9 0 b="), ("<a w:b='1'>", "start a a 11 0 b=1"),
    ("<xml a='1'>", "start xml xml 11 0 a=1"),
  ])
  func `a plain tag is taken apart`(text: String, words: String) {
    #expect(self.words(text) == words)
  }

  @Test(arguments: [
    "<", "<a", "<a b", "<a b=", "<a b='", "<a b='1", "<a b='1'", "<a b='1'/", "</", "</a", "<!-->",
    "<?a?>", "<子>",
    "<a 子='1'>", "<1>", "< a>", "<a:>", "<:a>", "<a:b:c>", "<a b=1>", "<a b>", "<a b='1'c='2'>",
    "<a b ='1'>",
    "<a b='1' b='2'>", "<a p:b='1' q:b='2'>", "<a b='<'>", "<a b='&lt;'>", "<a b='1\n2'>",
    "<a b='1\t2'>",
    "<a\tb='1'>", "<a xmlns='u'>", "<a xmlns:p='u'>", "<xmlns:a>", "</a b='1'>", "</a/>", "<a / >",
    "<甲>",
  ])
  func `what is not plain is not taken`(text: String) {
    #expect(words(text) == nil)
  }

  @Test func `a tag has as many attributes as there is room for`() {
    let few = (0..<16).map { " a\($0)='\($0)'" }.joined()
    #expect(words("<b\(few)>")?.hasSuffix("a14=14 a15=15") == true)
    #expect(words("<b\(few) a16=''>") == nil)
    #expect(words("<b\(few)>\(few)") != nil)
  }

  @Test func `an end has the name of what began last`() {
    var tags = XMLOpenTags()
    func begin(_ name: String, line: Int32) { tags.begin(Array(name.utf8).span, line: line) }
    func end(_ name: String) -> Bool { tags.end(Array(name.utf8).span) }
    var told: [String] = []
    #expect(!end("a"))
    begin("a", line: 1)
    begin("bb", line: 2)
    begin("c", line: 3)
    #expect(!end("bb"))
    #expect(end("c"))
    #expect(end("bb"))
    begin("bb", line: 4)
    begin("dd", line: 5)
    begin("e", line: 6)
    tags.forEach { told.append("\($0.string) \($1)") }
    #expect(told == ["<a> 1", "<bb> 4", "<dd> 5", "<e> 6"])
    for name in ["e", "dd", "bb", "a"] { #expect(end(name)) }
    #expect(tags.isEmpty)
  }
}
