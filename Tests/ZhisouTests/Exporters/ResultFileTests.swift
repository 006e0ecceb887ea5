import TestSupport
import Testing
import Zhisou

@Suite struct ResultFileTests {
  private let folder = TemporaryFolder()
  private var path: String { folder.path("results.csv") }

  private func text() -> String {
    String(decoding: TestFile.read(path), as: UTF8.self)
  }

  @Test func `a file is there when it is committed, and not before`() throws {
    let file = try ResultFile(path: path, overwrites: false)
    try file.write("一,二\r\n")
    #expect(!folder.names.contains("results.csv"))
    try file.write("三\r\n")
    try file.commit()
    #expect(folder.names == ["results.csv"])
    #expect(text() == "一,二\r\n三\r\n")
  }

  @Test func `a file that is not committed leaves nothing`() throws {
    do {
      let file = try ResultFile(path: path, overwrites: false)
      // More than a buffer, so that some of it has been written.
      try file.write(String(repeating: "磨削烧伤\n", count: 20_000))
      #expect(folder.names.count == 1)
    }
    #expect(folder.names.isEmpty)
  }

  @Test func `a file that is there is refused, with advice`() throws {
    TestFile.write("old".utf8, to: path)
    let error = try #require(throws: ZhisouError.self) {
      try ResultFile(path: path, overwrites: false)
    }
    #expect(error.code == .invalidArgument && error.path == path)
    #expect(error.advice.contains("--force"))
    #expect(folder.names == ["results.csv"] && text() == "old")
  }

  @Test func `a file that may be replaced is there until the new one is complete`() throws {
    TestFile.write("old".utf8, to: path)
    do {
      let file = try ResultFile(path: path, overwrites: true)
      try file.write(String(repeating: "new", count: 50_000))
      #expect(text() == "old")
    }
    #expect(folder.names == ["results.csv"] && text() == "old")
    let file = try ResultFile(path: path, overwrites: true)
    try file.write("new")
    try file.commit()
    #expect(folder.names == ["results.csv"] && text() == "new")
  }

  @Test func `a device is written as it comes, and may be there`() throws {
    let file = try ResultFile(path: "/dev/null", overwrites: false)
    try file.write("一")
    try file.commit()
    #expect(!TemporaryFolder.names(in: "/dev").contains { $0.hasPrefix("null.") })
  }

  @Test func `a folder that is missing is an error with its path`() throws {
    let error = try #require(throws: ZhisouError.self) {
      try ResultFile(path: folder.path("no/results.csv"), overwrites: true)
    }
    #expect(error.code == .system && error.description.contains("no/results.csv"))
  }
}
