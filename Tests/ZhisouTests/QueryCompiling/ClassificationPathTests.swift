import TestSupport
import Testing

@testable import Zhisou

@Suite struct ClassificationPathTests {
  @Test(arguments: [
    ("H", ClassificationPath.Level.section, "h"), ("h01", .classification, "h01"),
    ("Ｈ０１Ｌ", .subclass, "h01l"), ("H01L 21", .group, "h01l21"), ("H01L0021", .group, "h01l21"),
    ("H01L 21/02", .symbol, "h01l21-02"), ("h01l0021/020", .symbol, "h01l21-020"),
    ("Y02P 10/20", .symbol, "y02p10-20"),
  ])
  func `a place is read in any spelling`(
    text: String, level: ClassificationPath.Level, term: String
  ) throws {
    let path = try #require(ClassificationPath(text))
    #expect(path.level == level && path.term == term)
    #expect(ClassificationPath(utf8: Array(text.utf8)) == path)
  }

  @Test(arguments: [
    "", "I", "Z01", "H1", "H01LL", "H01L/21", "H01L21/", "H01L21/02/3", "H01L00", "磨工", "H01L12345",
  ])
  func `other texts are none`(text: String) {
    #expect(ClassificationPath(text) == nil)
    #expect(ClassificationPath(utf8: Array(text.utf8)) == nil)
  }

  @Test func `bytes are read as their text is`() {
    var generator = SeededGenerator(seed: 3)
    let pieces = [
      "H", "h", "y", "Z", "0", "1", "21", "L", " ", "/", "-", "\u{0}", "`", "[", "{", "Ａ",
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      #expect(ClassificationPath(utf8: Array(text.utf8)) == ClassificationPath(text), "\(text)")
    }
    for byte in UInt8.min..<0x80 {
      let text = "\(Unicode.Scalar(byte))01L"
      #expect(ClassificationPath(utf8: Array(text.utf8)) == ClassificationPath(text), "\(text)")
    }
  }

  @Test func `names are those of the places above`() throws {
    let path = try #require(ClassificationPath("h01l 21/02"))
    let levels: [ClassificationPath.Level] = [
      .section, .classification, .subclass, .group, .symbol,
    ]
    #expect(levels.map { path.name(at: $0) } == ["H", "H01", "H01L", "H01L21", "H01L21/02"])
    #expect(ClassificationPath("H01")?.name(at: .subclass) == nil)
  }

  @Test func `a place finds what is at or under it`() throws {
    let symbols = ["H01L21/02", "H01L23/00", "H01M10/05", "H02K1/00", "B24B5/04", "H01L2/10"]
    let index = try TestCorpus.index(
      of: symbols.map { #"{"id":"\#($0)","kind":"patent","title":"题","ipc":["\#($0)"]}"# })
    for (place, expected) in [
      ("H01L", ["H01L2/10", "H01L21/02", "H01L23/00"]), ("H01L2", ["H01L2/10"]),
      ("H01L21", ["H01L21/02"]), ("H01", ["H01L2/10", "H01L21/02", "H01L23/00", "H01M10/05"]),
      ("H", ["H01L2/10", "H01L21/02", "H01L23/00", "H01M10/05", "H02K1/00"]), ("B", ["B24B5/04"]),
      ("C", []), ("\"H01L 21/02\"", ["H01L21/02"]),
      ("H01L2*", ["H01L2/10", "H01L21/02", "H01L23/00"]),
    ] {
      let hits = try index.search(Query(parsing: "ipc:\(place)")).hits
      #expect(try hits.map { try index.id(at: $0.address) }.sorted() == expected, "\(place)")
    }
  }
}
