import TestSupport
import Testing
import Zhisou

@Suite struct CorpusTextsTests {
  private let folder = TemporaryFolder()

  init() {
    TestFile.write(
      """
      {"id":"a","title":"磨削","body":"砂轮太硬","person":"张三"}
      {"id":"b","title":"焊接","abstract":"焊丝受潮"}
      """.utf8, to: folder.path("a.jsonl"))
  }

  private func texts(_ paths: [String], most: Int) throws -> [String] {
    var texts: [String] = []
    try CorpusTexts.forEach(in: paths) { text in
      texts.append(String(decoding: (0..<text.count).map { text[$0] }, as: UTF8.self))
      return texts.count < most
    }
    return texts
  }

  @Test func `the prose of every record is read, and no more than is asked for`() throws {
    #expect(try texts([folder.path], most: 9) == ["磨削\n砂轮太硬\n", "焊接\n焊丝受潮\n"])
    #expect(try texts([folder.path], most: 1) == ["磨削\n砂轮太硬\n"])
    #expect(throws: ZhisouError.self) { try texts([folder.path("none")], most: 9) }
  }
}
