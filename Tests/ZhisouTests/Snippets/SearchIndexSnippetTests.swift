import TestSupport
import Testing

@testable import Zhisou

@Suite struct SearchIndexSnippetTests {
  @Test func `terms that are rare in the index count more`() throws {
    let filler = String(repeating: "无关的话。", count: 100)
    var records = (0..<30).map { #"{"id":"n\#($0)","title":"常见"}"# }
    records.append(
      JSONText.line(
        .object([("id", .string("1")), ("body", .string("说到常见。\(filler)说到罕用。"))])))
    let index = try TestCorpus.index(of: records)
    let document = try index.document(withID: "1")
    let one = try index.snippet(of: document, for: Query("常见 罕用"), characters: 20, passages: 1)
    #expect(one.text.contains("罕用") && !one.text.contains("常见"))
    let two = try index.snippet(of: document, for: Query("常见 罕用"))
    #expect(two.text.contains("罕用") && two.text.contains("常见"))
  }

  @Test func `the title is marked as it stands`() throws {
    let index = try TestCorpus.index(
      of: #"{"id":"1","title":" 軸承  GB/T 1804—2000 Ｃ９１９","body":"无"}"#)
    let document = try index.document(withID: "1")
    let title = try index.markedTitle(of: document, for: Query("轴承 c919 gbt1804-2000"))
    #expect(title.text == document.title)
    #expect(
      title.pieces.filter(\.isHit).map { String($0.text) } == ["軸承", "GB/T 1804—2000", "Ｃ９１９"])
    let snippet = try index.snippet(of: document, for: Query("轴承"))
    #expect(snippet.text == "无" && snippet.passages[0].content.hitsInUTF8.isEmpty)
  }

  @Test func `any length and number of passages is taken`() throws {
    let index = try TestCorpus.index(of: #"{"id":"1","body":"一二三四五磨削六七八九十烧伤"}"#)
    let document = try index.document(withID: "1")
    for count in [Int.min, -1, 0, 1, Int.max] {
      let query = try Query("磨削烧伤")
      let snippet = index.snippet(of: document, for: query, characters: count, passages: count)
      #expect(snippet.text.contains("磨削"))
      #expect(count < Int.max || snippet.text == "一二三四五磨削六七八九十烧伤")
    }
  }
}
