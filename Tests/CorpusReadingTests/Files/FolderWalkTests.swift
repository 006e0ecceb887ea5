import CorpusReading
import Testing

struct FolderWalkTests {
  private func names(_ paths: [String]) throws -> [String] {
    var names: [String] = []
    try CorpusReader().forEachFile(under: paths) { names.append($0.name) }
    return names
  }

  @Test func `entries come in the order of their bytes, folders where their names stand`() throws {
    let folder = try TemporaryFolder()
    for name in ["b", "a.d", "空"] { try folder.folder(name) }
    for name in ["b/2", "b/10", "a", "a.d/x", "a.d/y.gz", "c", "B", "空/文", "é"] {
      try folder.file(name)
    }
    let expected = ["B", "a", "a.d/x", "a.d/y.gz", "b/10", "b/2", "c", "é", "空/文"]
    #expect(try names([folder.path]) == expected)
    #expect(try names([folder.path + "/"]) == expected)
  }

  @Test func `a file that is given is shown by its last component`() throws {
    let folder = try TemporaryFolder()
    try folder.folder("patents")
    try folder.file("patents/a.jsonl")
    var file: CorpusFile?
    try CorpusReader().forEachFile(under: ["\(folder.path)/patents/a.jsonl"]) { file = $0 }
    let found = try #require(file)
    #expect(found.name == "a.jsonl" && found.kind == .patent && found.size == 13)
    #expect(found.path == Array("\(folder.path)/patents/a.jsonl".utf8) && found.modified > 0)
  }

  @Test func `an ignore list holds in its folder and below`() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "a/b", "c", "old"] { try folder.folder(name) }
    for name in [
      "x.md", "a/x.md", "a/b/x.md", "a/b/y.csv", "a/y.csv", "c/x.md", "c/y.csv", "old/z",
    ] {
      try folder.file(name)
    }
    try folder.file(".zhisouignore", "old/\n")
    try folder.file("a/.zhisouignore", "# notes\n*.md\n")
    #expect(try names([folder.path]) == ["a/b/y.csv", "a/y.csv", "c/x.md", "c/y.csv", "x.md"])
  }

  @Test func `a folder whose ignore list cannot be read is left out and named`() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "a/.zhisouignore", "b"] { try folder.folder(name) }
    for name in ["a/x", "b/y"] { try folder.file(name) }
    var reports: [FileReport] = []
    let reader = CorpusReader()
    try reader.forEachFile(under: [folder.path]) { reports.append(reader.read($0) { _ in }) }
    #expect(reports.map(\.path) == ["a/.zhisouignore", "b/y"])
    #expect(reports.map(\.outcome) == [.failed, .read])
    #expect(reports.first?.lines == [": Is a directory, so that nothing in its folder is read"])
  }

  @Test func `leftovers are passed over`() throws {
    let folder = try TemporaryFolder()
    try folder.folder("__MACOSX")
    try folder.folder(".git")
    for name in [
      ".DS_Store", "~$lock.docx", "Thumbs.db", ".~lock.a.odt#", "__MACOSX/a.xml", "a.xml.part",
      "a.xml.TMP", ".git/a", "a.xml",
    ] { try folder.file(name) }
    #expect(try names([folder.path]) == ["a.xml"])
  }

  @Test func `what is no file is listed and not opened`() throws {
    let folder = try TemporaryFolder()
    try folder.file("a")
    try folder.link("a", "b-link")
    try folder.link(".", "c-loop")
    try folder.link("/etc/passwd", "d-out")
    try folder.link("missing", "e-dangling")
    try folder.pipe("f-pipe")
    let reader = CorpusReader()
    var outcomes: [String: FileReport.Outcome] = [:]
    try reader.forEachFile(under: [folder.path]) { file in
      #expect(file.isRegular == (file.name == "a"))
      outcomes[file.name] = reader.read(file) { _ in }.outcome
    }
    #expect(outcomes.count == 6 && outcomes["a"] == .read)
    #expect(outcomes.filter { $0.value == .unsupported }.count == 5)
  }

  @Test func `a link that is given is followed`() throws {
    let folder = try TemporaryFolder()
    try folder.folder("real")
    try folder.file("real/a")
    try folder.link("real", "link")
    try folder.link("real/a", "file")
    let reader = CorpusReader()
    var records = 0
    try reader.forEachFile(under: ["\(folder.path)/link", "\(folder.path)/file"]) { file in
      _ = reader.read(file) { _ in records += 1 }
    }
    #expect(records == 2)
  }

  @Test func `a path that is not there is an error before anything is visited`() throws {
    let folder = try TemporaryFolder()
    try folder.file("a")
    var visited = 0
    #expect(throws: WalkError<Never>.reading(.missing(path: "\(folder.path)/x"))) {
      try CorpusReader().forEachFile(under: [folder.path, "\(folder.path)/x"]) { _ in visited += 1 }
    }
    #expect(visited == 0)
  }

  @Test func `names of any bytes are shown on one line`() throws {
    let folder = try TemporaryFolder()
    let content = Array("{\"title\":\"x\"}".utf8)
    try folder.file(bytes: Array("new\nline".utf8), content)
    try folder.file(bytes: [0x62, 0xFF, 0xFE, 0x78], content)
    try folder.file(bytes: Array(String(repeating: "长", count: 80).utf8), content)
    let reader = CorpusReader()
    var records = 0
    try reader.forEachFile(under: [folder.path]) { file in
      _ = reader.read(file) { _ in records += 1 }
    }
    #expect(
      try names([folder.path]) == [
        "b\\xFF\\xFEx", "new\\x0Aline", String(repeating: "长", count: 80),
      ])
    #expect(records == 3)
  }

  @Test func `kinds come from the nearest folder that says one`() throws {
    let folder = try TemporaryFolder()
    for name in ["patents", "patents/2023", "patents/课程", "more"] { try folder.folder(name) }
    for name in ["patents/a", "patents/2023/a", "patents/课程/a", "more/a"] { try folder.file(name) }
    var kinds: [String: RecordKind] = [:]
    try CorpusReader().forEachFile(under: [folder.path]) { kinds[$0.name] = $0.kind }
    #expect(kinds == ["patents/a": .patent, "patents/2023/a": .patent, "patents/课程/a": .course])
    try CorpusReader().forEachFile(under: ["\(folder.path)/patents"]) { kinds[$0.name] = $0.kind }
    #expect(kinds["a"] == .patent && kinds["2023/a"] == .patent)
  }

  @Test func `folders are entered to the limit`() throws {
    let folder = try TemporaryFolder()
    try folder.folder("a")
    try folder.folder("a/b")
    try folder.file("a/b/c")
    var limits = ReadingLimits()
    limits.folderDepth = 1
    var names: [String] = []
    try CorpusReader(limits: limits).forEachFile(under: [folder.path]) { file in
      #expect(!file.isRegular)
      names.append(file.name)
    }
    #expect(names == ["a/b"])
  }

  @Test(.enabled(if: TemporaryFolder.isRestricted, "the superuser may read everything"))
  func `what may not be read is reported and the walk goes on`() throws {
    let folder = try TemporaryFolder()
    try folder.folder("a")
    try folder.file("b")
    try folder.file("c")
    try folder.permit("a", 0)
    try folder.permit("b", 0)
    let reader = CorpusReader()
    var outcomes: [FileReport.Outcome] = []
    try reader.forEachFile(under: [folder.path]) { file in
      outcomes.append(reader.read(file) { _ in }.outcome)
    }
    #expect(outcomes == [.failed, .failed, .read])
    try folder.permit("a", 0o755)
  }
}
