import Foundation
import TestSupport
import Testing

/// Bad input: one clear line, the right exit code, and the index that was there is still there.
@Suite struct BadInputTests {
  /// An index of two records, in a folder that lives as long as this.
  private final class TwoRecords {
    let folder = TemporaryFolder()
    var index: String { folder.path("ix") }
    var input: String { folder.path("good.jsonl") }

    init() throws {
      TestFile.write(
        """
        {"id":"a","title":"磨削烧伤","body":"砂轮太硬"}
        {"id":"b","title":"焊接气孔","body":"焊丝受潮"}

        """.utf8, to: input)
      let outcome = try Program.run("index", input, "-i", index)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }

  private func expectIntact(_ index: String, documents: Int = 2) throws {
    let stats = try Program.run("stats", "--json", "-i", index)
    #expect(try stats.output.json()["documents"] as? Int == documents)
    #expect(try Program.run("verify", "-i", index).status == 0)
    #expect(try Program.run("search", "磨削", "-i", index).status == 0)
  }

  @Test func `a folder that is missing`() throws {
    let made = try TwoRecords()
    defer { withExtendedLifetime(made) {} }
    let index = made.index
    let outcome = try Program.run("index", made.folder.path("nowhere"), "-i", index)
    #expect(outcome.status == 2 && outcome.complaints.count == 1)
    #expect(outcome.errors.contains("nowhere"))
    try expectIntact(index)
  }

  @Test func `a query that begins with a minus is a query`() throws {
    let made = try TwoRecords()
    defer { withExtendedLifetime(made) {} }
    let outcome = try Program.run("search", "-磨削", "-i", made.index, "--format", "tsv")
    #expect(outcome.status == 0 && outcome.output.contains("焊接气孔"), "\(outcome.errors)")
    #expect(!outcome.output.contains("磨削烧伤"))
  }

  @Test func `no hits are asked for, and there are matches`() throws {
    let made = try TwoRecords()
    defer { withExtendedLifetime(made) {} }
    #expect(try Program.run("search", "磨削", "-n", "0", "-i", made.index).status == 0)
    #expect(try Program.run("search", "电池", "-n", "0", "-i", made.index).status == 1)
  }

  @Test func `a query with a mistake is named once`() throws {
    let made = try TwoRecords()
    defer { withExtendedLifetime(made) {} }
    let outcome = try Program.run(
      "export", "--query", "\"磨削", "--format", "tsv", "-i", made.index)
    #expect(outcome.status == 0 && outcome.complaints.count == 1, "\(outcome.errors)")
  }

  @Test func `no index in the folder`() throws {
    let folder = TemporaryFolder()
    for verb in [["search", "磨削"], ["stats"], ["verify"], ["show", "a"]] {
      let outcome = try Program.run([Program.path] + verb + ["-i", folder.path("ix")])
      #expect(outcome.status == 2 && outcome.complaints.count == 1)
      #expect(outcome.errors.contains("zhisou index"))
    }
  }

  @Test func `an empty file and a file of a type that is not read`() throws {
    let folder = TemporaryFolder()
    TestFile.write([], to: folder.path("empty.jsonl"))
    TestFile.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], to: folder.path("b.png"))
    TestFile.write(#"{"id":"a","title":"磨削烧伤"}"#.utf8, to: folder.path("good.jsonl"))
    let index = TemporaryFolder()
    let outcome = try Program.run("index", folder.path, "-i", index.path, "--json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("b.png"))
    #expect(try outcome.output.json()["documents"] as? Int == 1)
  }

  @Test func `a line that is not JSON and broken UTF-8`() throws {
    let folder = TemporaryFolder()
    var content = Array(
      """
      {"id":"a","title":"磨削烧伤"}
      {"id":"b","title":

      """.utf8)
    content += Array(#"{"id":"c","title":"坏"#.utf8) + [0xFF, 0xFE] + Array("\"}\n".utf8)
    TestFile.write(content, to: folder.path("lines.jsonl"))
    let index = TemporaryFolder()
    let outcome = try Program.run("index", folder.path("lines.jsonl"), "-i", index.path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("line 2"))
    try expectIntact(index.path, documents: 2)
    let strict = try Program.run(
      "index", folder.path("lines.jsonl"), "-i", index.path + "/strict", "--strict")
    #expect(strict.status == 2)
    #expect(try Program.run("stats", "-i", index.path + "/strict").status == 2)
  }

  @Test func `text in GBK and UTF-16 is found, its encoding and what was damaged reported`() throws
  {
    let folder = TemporaryFolder()
    // 磨削烧伤, and a byte that is no character.
    let title: [UInt8] = [
      0xC4, 0xA5, 0xCF, 0xF7, 0xC9, 0xD5, 0xC9, 0xCB, 0xFF,
    ]
    TestFile.write(
      Array(#"{"id":"g","title":""#.utf8) + title + Array("\"}\n".utf8),
      to: folder.path("gbk.jsonl"))
    TestFile.write(
      "\u{FEFF}{\"id\":\"u\",\"title\":\"磨削烧伤\"}".utf16.flatMap {
        [UInt8($0 >> 8), UInt8($0 & 0xFF)]
      },
      to: folder.path("wide.jsonl"))
    let index = TemporaryFolder()
    let outcome = try Program.run("index", folder.path, "-i", index.path, "--json")
    #expect(outcome.status == 0 && outcome.errors.contains("1 damaged characters (gb18030)"))
    let files = try #require(try outcome.output.json()["files"] as? [[String: Any]])
    #expect(files.map { $0["encoding"] as? String } == ["gb18030", "utf-16be"])
    let found = try Program.run("search", "磨削烧伤", "-i", index.path, "--format", "jsonl")
    #expect(found.output.split(separator: "\n").count == 2)
  }

  @Test func `a truncated gzip keeps what was whole`() throws {
    let folder = TemporaryFolder()
    let lines = (0..<3000).map {
      #"{"id":"n\#($0)","title":"磨削烧伤\#($0 &* 7919 % 3001)","body":"\#($0 &* 48271 % 65521)"}"#
    }
    TestFile.write(lines.joined(separator: "\n").utf8, to: folder.path("all.jsonl"))
    #expect(
      try Program.run(["/usr/bin/env", "gzip", "-n", folder.path("all.jsonl")]).status == 0)
    let packed = TestFile.read(folder.path("all.jsonl.gz"))
    TestFile.write(packed.prefix(packed.count * 2 / 3), to: folder.path("cut.jsonl.gz"))
    let index = TemporaryFolder()
    let outcome = try Program.run(
      "index", folder.path("cut.jsonl.gz"), "-i", index.path, "--json")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("cut.jsonl.gz") && outcome.errors.contains("truncated"))
    let documents = try outcome.output.json()["documents"] as? Int ?? 0
    #expect(documents > 1000 && documents < 3000)
    #expect(try Program.run("verify", "-i", index.path).status == 0)
  }

  @Test func `the same id twice: in one file the last stays, in two files both`() throws {
    let folder = TemporaryFolder()
    TestFile.write(
      """
      {"id":"x","title":"旧的版本"}
      {"id":"x","title":"新的版本"}
      """.utf8, to: folder.path("a.jsonl"))
    TestFile.write(#"{"id":"x","title":"另一文件"}"#.utf8, to: folder.path("b.jsonl"))
    let index = TemporaryFolder()
    #expect(try Program.run("index", folder.path, "-i", index.path).status == 0)
    let shown = try Program.run("show", "x", "-i", index.path)
    #expect(shown.output.contains("新的版本") && shown.output.contains("另一文件"))
    #expect(!shown.output.contains("旧的版本"))
    #expect(try Program.run("search", "旧", "-i", index.path).status == 1)
  }

  @Test func `an index of another version is refused with advice`() throws {
    let made = try TwoRecords()
    defer { withExtendedLifetime(made) {} }
    let manifest = TestFile.read(made.index + "/manifest")
    for version in [0, 200] as [UInt8] {
      var other = manifest
      other[12] = version
      TestFile.write(other, to: made.index + "/manifest")
      for verb in [["search", "磨削"], ["index", made.input]] {
        let outcome = try Program.run([Program.path] + verb + ["-i", made.index])
        #expect(outcome.status == 2 && outcome.complaints.count == 1)
        #expect(outcome.errors.contains("version \(version)"))
      }
    }
    TestFile.write(manifest, to: made.index + "/manifest")
    try expectIntact(made.index)
  }

  @Test func `an index of another analyzer is refused with advice`() throws {
    let folder = TemporaryFolder()
    TestFile.write("0\t磨削 烧伤\n".utf8, to: folder.path("lines.tsv"))
    let built = try Program.run([
      Program.benchPath, "index", "--tokens", folder.path("lines.tsv"), "--out",
      folder.path("ix"),
    ])
    #expect(built.status == 0, "\(built.errors)")
    TestFile.write(#"{"id":"a","title":"磨削"}"#.utf8, to: folder.path("a.jsonl"))
    for verb in [["search", "磨削"], ["index", folder.path("a.jsonl")]] {
      let outcome = try Program.run([Program.path] + verb + ["-i", folder.path("ix")])
      #expect(outcome.status == 2 && outcome.complaints.count == 1)
      #expect(outcome.errors.contains("whitespace 1") && outcome.errors.contains("build it again"))
    }
  }

  @Test func `truncated index files and flipped bytes never trap a search`() throws {
    let made = try TwoRecords()
    defer { withExtendedLifetime(made) {} }
    let index = made.index
    var generator = SeededGenerator(seed: 11)
    for name in TemporaryFolder.names(in: index) where name != "lock" {
      let path = "\(index)/\(name)"
      let bytes = TestFile.read(path)
      for round in 0..<6 {
        var damaged = bytes
        if round % 2 == 0 {
          damaged.removeLast(Int.random(in: 1...bytes.count, using: &generator))
        } else {
          let place = Int.random(in: bytes.indices, using: &generator)
          damaged[place] ^= UInt8.random(in: 1...255, using: &generator)
        }
        TestFile.write(damaged, to: path)
        let search = try Program.run("search", "磨削烧伤", "-i", index)
        #expect(!search.wasKilled && [0, 1, 2].contains(search.status), "\(name)")
        let verify = try Program.run("verify", "-i", index)
        #expect(verify.status == 2 && verify.complaints.count == 1, "\(name)")
      }
      TestFile.write(bytes, to: path)
    }
    try expectIntact(index)
  }

  @Test func `a second writer is turned away`() throws {
    let folder = TemporaryFolder()
    // A pipe that nobody writes to is no regular file; a folder of many files takes a while.
    let lines = (0..<60_000).map { #"{"id":"n\#($0)","title":"磨削烧伤\#($0)","body":"砂轮"}"# }
    TestFile.write(lines.joined(separator: "\n").utf8, to: folder.path("many.jsonl"))
    let index = folder.path("ix")
    let first = try Program.Started(
      [Program.path, "index", folder.path("many.jsonl"), "-i", index])
    // The first one has its lock when its files are there.
    while first.process.isRunning, TemporaryFolder.names(in: index).count < 2 { usleep(1000) }
    var refused: Program.Outcome?
    while first.process.isRunning, refused?.status != 2 {
      refused = try Program.run("index", folder.path("nothing"), "-i", index)
      if refused?.errors.contains("nothing") == true { refused = nil }
    }
    let outcome = first.finish()
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(refused?.errors.contains("another process is writing") == true)
    try expectIntact(index, documents: 60_000)
  }

  @Test func `a closed pipe is quiet`() throws {
    let made = try TwoRecords()
    defer { withExtendedLifetime(made) {} }
    let index = made.index
    let outcome = try Program.run([
      "/bin/sh", "-c",
      "'\(Program.path)' export --query 磨削 --format jsonl -i '\(index)' | head -c 5 >/dev/null",
    ])
    #expect(outcome.errors.isEmpty)
  }

  @Test func `output to a full device is an error`() throws {
    let made = try TwoRecords()
    defer { withExtendedLifetime(made) {} }
    let index = made.index
    let outcome = try Program.run([
      "/bin/sh", "-c", "'\(Program.path)' stats -i '\(index)' > /dev/full",
    ])
    #expect(outcome.status == 2 && outcome.complaints.count == 1)
  }

  /// The program and what it reads, where an ordinary user may reach them, and how it is run as one.
  private func ordinary(_ made: TwoRecords) throws -> [String] {
    let program = made.folder.path("zhisou")
    TestFile.write(TestFile.read(Program.path), to: program)
    unsafe chmod(program, 0o755)
    unsafe chmod(made.folder.path, 0o755)
    return [
      "/usr/bin/env", "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", program,
    ]
  }

  @Test(.enabled(if: getuid() == 0, "only root can become an ordinary user"))
  func `a folder without write permission`() throws {
    let made = try TwoRecords()
    defer { withExtendedLifetime(made) {} }
    let command = try ordinary(made)
    let outcome = try Program.run(command + ["index", made.input, "-i", made.index])
    #expect(outcome.status == 2 && outcome.complaints.count == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("Permission denied"))
    let read = try Program.run(command + ["search", "磨削", "-i", made.index])
    #expect(read.status == 0, "\(read.errors)")
    // What may not be entered is not taken for a folder without an index.
    unsafe chmod(made.index, 0o700)
    for verb in [["search", "磨削"], ["verify"], ["index", made.input]] {
      let refused = try Program.run(command + verb + ["-i", made.index])
      #expect(refused.status == 2 && refused.complaints.count == 1)
      #expect(refused.errors.contains("Permission denied; check the permissions"))
    }
    try expectIntact(made.index)
  }

  @Test func `a pipe in the place of a file of the index is damage and not waited for`() throws {
    let made = try TwoRecords()
    defer { withExtendedLifetime(made) {} }
    let names = TemporaryFolder.names(in: made.index).filter { $0 != "lock" }
    #expect(names.count == 5)
    for name in names {
      let path = "\(made.index)/\(name)"
      let bytes = TestFile.read(path)
      unsafe unlink(path)
      #expect(unsafe mkfifo(path, 0o644) == 0)
      for verb in [["search", "磨削"], ["index", made.input]] {
        let outcome = try Program.run([Program.path] + verb + ["-i", made.index])
        #expect(outcome.status == 2 && outcome.complaints.count == 1, "\(name): \(outcome)")
      }
      unsafe unlink(path)
      TestFile.write(bytes, to: path)
    }
    try expectIntact(made.index)
  }

  @Test(.enabled(if: getuid() == 0, "only root can become an ordinary user"))
  func `what may not be read is named, and an error where it was asked for`() throws {
    let made = try TwoRecords()
    defer { withExtendedLifetime(made) {} }
    let command = try ordinary(made)
    let corpus = made.folder.path("corpus")
    for folder in [corpus, corpus + "/closed", corpus + "/blind"] {
      unsafe mkdir(folder, 0o755)
      TestFile.write(#"{"id":"c","title":"焊接裂纹"}"#.utf8, to: folder + "/a.jsonl")
    }
    TestFile.write(TestFile.read(made.input), to: corpus + "/good.jsonl")
    unsafe chown(made.index, 65534, 65534)
    for name in TemporaryFolder.names(in: made.index) {
      unsafe chown("\(made.index)/\(name)", 65534, 65534)
    }
    let modes: [(name: String, mode: mode_t)] = [
      ("closed", 0), ("blind", 0o444), ("a.jsonl", 0o200),
    ]
    for (name, mode) in modes {
      unsafe chmod("\(corpus)/\(name)", mode)
      // Named by itself it is an error and the index stays.
      let named = try Program.run(command + ["index", "\(corpus)/\(name)", "-i", made.index])
      #expect(named.status == 2 && named.complaints.count == 1)
      #expect(named.errors.contains("\(name): Permission denied; check"), "\(named.errors)")
    }
    try expectIntact(made.index)
    // Below a path that was named it costs itself.
    let outcome = try Program.run(command + ["index", corpus, "-i", made.index])
    #expect(outcome.status == 2 && outcome.complaints.count == 4, "\(outcome.errors)")
    for name in ["a.jsonl", "blind", "closed"] {
      #expect(outcome.complaints.contains("\(name): could not be read: Permission denied"))
    }
    try expectIntact(made.index, documents: 4)
  }
}
