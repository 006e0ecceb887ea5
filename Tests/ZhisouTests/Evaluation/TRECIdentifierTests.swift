import Testing
import Zhisou

/// The form of identifiers in TREC files.
@Suite struct TRECIdentifierTests {
  @Test(arguments: [
    ("CN115212463A", "CN115212463A"), ("GB/T 1804", "GB/T%201804"), ("50%", "50%25"),
    ("a%20b", "a%2520b"), ("轴承\u{3000}异响", "轴承%E3%80%80异响"), ("a\tb\nc", "a%09b%0Ac"),
    ("\u{1}\u{85}", "%01%C2%85"), ("", ""), ("路径/甲.jsonl#3", "路径/甲.jsonl#3"), ("𠮷", "𠮷"),
  ])
  func `an identifier is encoded so that columns stay apart`(identifier: String, form: String) {
    #expect(TRECIdentifier(identifier).text == form)
    #expect(form.unicodeScalars.allSatisfy { !$0.properties.isWhitespace })
  }

  @Test(arguments: [
    ("a%20b", "a b"), ("50%", "50%"), ("50%25", "50%"), ("100%x", "100%x"), ("%2", "%2"),
    ("轴承\u{3000}异响", "轴承\u{3000}异响"), ("轴承%E3%80%80异响", "轴承\u{3000}异响"),
  ])
  func `a file may hold the encoded form or the plain one`(column: String, meant: String) throws {
    let judgements = try Judgements(text: "q 0 \(column) 1")
    #expect(judgements.grades(for: TRECIdentifier("q")) == [TRECIdentifier(meant): 1])
    let run = try Run(text: "\(column) Q0 d 1 1 t")
    #expect(run.ranking(for: TRECIdentifier(meant)) == [TRECIdentifier("d")])
  }

  @Test func `identifiers are compared by their bytes`() {
    // The same character to Unicode: U+F900 is canonically U+8C48.
    let (compatible, unified) = (TRECIdentifier("\u{F900}"), TRECIdentifier("\u{8C48}"))
    #expect(compatible != unified && unified < compatible)
    #expect(TRECIdentifier("e\u{301}") < TRECIdentifier("\u{E9}"))
    #expect(TRECIdentifier("d10") < TRECIdentifier("d2"))
    #expect(TRECIdentifier("\u{FFFD}") < TRECIdentifier("𠮷"))
  }
}
