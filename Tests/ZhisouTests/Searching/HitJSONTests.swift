import Testing

@testable import Zhisou

@Suite struct HitJSONTests {
  @Test func `ranges are given in bytes and in characters, each with its unit in the name`() {
    let hit = Hit(rank: 2, score: 1.5, address: DocumentAddress(segment: 0, document: 0))
    let snippet = Snippet([
      Passage(
        section: "abstract", content: MarkedText(text: "𠮷磨削", hitsInUTF8: [4..<10]),
        isCutBefore: true, isCutBehind: true),
      Passage(
        section: "正文", content: MarkedText(text: "烧伤", hitsInUTF8: []), isCutBefore: false,
        isCutBehind: false),
    ])
    let title = MarkedText(text: "磨削", hitsInUTF8: [0..<6])
    let document = Document(id: "1", kind: .patent, date: 0, source: "a.jsonl#1")
    let line = JSONText.line(.object(hit.members(of: document, title: title, snippet: snippet)))
    #expect(
      line
        == #"{"rank":2,"id":"1","kind":"patent","score":1.5,"title":"磨削","#
        + #""title_hits_utf8":[[0,6]],"title_hits_characters":[[0,2]],"#
        + #""snippet":"…𠮷磨削 … 烧伤","snippet_hits_utf8":[[7,13]],"snippet_hits_characters":[[2,4]],"#
        + #""passages":[{"section":"abstract","text":"𠮷磨削","hits_utf8":[[4,10]],"#
        + #""hits_characters":[[1,3]]},"#
        + #"{"section":"正文","text":"烧伤","hits_utf8":[],"hits_characters":[]}],"#
        + #""source":"a.jsonl#1","fields":{}}"#)
  }
}
