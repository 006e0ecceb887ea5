import TestSupport
import Testing
import Zhisou

/// Files of judgements: what is read from them and what is refused.
@Suite struct JudgementsTests {
  @Test func `columns, white space, line ends and a byte order mark`() throws {
    let folder = TemporaryFolder()
    TestFile.write(
      "\u{FEFF}q2\t0\td1\t2\r\n\n  q1  0 d1 -1 \nq2 Q0 GB/T%201804 0\n   \nq2 0 50% 1".utf8,
      to: folder.path("qrels"))
    let judgements = try Judgements(path: folder.path("qrels"))
    #expect(judgements.queries.map(\.text) == ["q2", "q1"])
    #expect(
      judgements.grades(for: TRECIdentifier("q2")) == [
        TRECIdentifier("d1"): 2, TRECIdentifier("GB/T 1804"): 0, TRECIdentifier("50%"): 1,
      ])
    #expect(judgements.grades(for: TRECIdentifier("q1")) == [TRECIdentifier("d1"): -1])
    #expect(judgements.contains(TRECIdentifier("q1")))
    #expect(!judgements.contains(TRECIdentifier("q3")))
    #expect(judgements.grades(for: TRECIdentifier("q3")).isEmpty)
  }

  @Test(arguments: [
    ("q1 0 d1 1\nq1 0 d2\n", "line 2 has 3 columns, not 4"),
    ("\n\nq1 0 d1 1 x\n", "line 3 has 5 columns, not 4"),
    ("q1 0 d1 1\nq1 0 d2 high\n", "line 2 has the grade \"high\""),
    ("q1 0 d1 1.5\n", "line 1 has the grade \"1.5\""),
    ("q1 0 d1 1\nq2 0 d1 1\nq1 0 d1 0\n", "line 3 judges d1 for q1 a second time"),
    ("q1 0 50% 1\nq1 0 50%25 1\n", "line 2 judges 50%25 for q1 a second time"),
    ("\n \n", "no judgements"),
  ])
  func `what is wrong is named with its line`(text: String, reason: String) {
    let error = #expect(throws: ZhisouError.self) { try Judgements(text: text) }
    #expect(error?.code == .invalidArgument)
    #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
  }

  @Test func `bytes that are not UTF-8 and a missing file`() {
    let folder = TemporaryFolder()
    TestFile.write(
      Array("q1 0 d1 1\nq1 0 ".utf8) + [0xFF] + Array(" 1\n".utf8), to: folder.path("q"))
    let error = #expect(throws: ZhisouError.self) { try Judgements(path: folder.path("q")) }
    #expect(error?.description.contains("\(folder.path("q")): line 2 is not UTF-8") == true)
    let missing = #expect(throws: ZhisouError.self) { try Judgements(path: folder.path("none")) }
    #expect(missing?.code == .unreadablePath)
  }
}
