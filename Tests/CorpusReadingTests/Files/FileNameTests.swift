import Testing

@testable import CorpusReading

struct FileNameTests {
  @Test(arguments: [
    ("笔记.md", "笔记", "md"), ("笔记.MD.gz", "笔记", "md"), ("a.tar.GZ", "a", "tar"), ("a.gz", "a", ""),
    ("GB 1804.2000", "GB 1804.2000", ""), ("CG-2025-055 挂钩.txt", "CG-2025-055 挂钩", "txt"),
    (".profile", ".profile", ""), ("a.", "a.", ""), ("a.第一章", "a.第一章", ""), ("", "", ""),
    ("a.longextension", "a.longextension", ""), (".gz", ".gz", ""),
  ])
  func `names are cut at their extension`(name: String, stem: String, pathExtension: String) {
    let name = FileName(name)
    #expect(name.stem == stem && name.pathExtension == pathExtension)
  }
}
