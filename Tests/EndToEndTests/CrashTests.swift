import Foundation
import TestSupport
import Testing

/// A process killed at any moment leaves the old index or the new one.
@Suite(.serialized) struct CrashTests {
  private static let points = 60

  private static func corpus(version: Int, documents: Int) -> String {
    var generator = SeededGenerator(seed: UInt64(version))
    let words = ["磨削", "烧伤", "焊接", "气孔", "轴承", "异响", "液压", "爬行", "淬火", "裂纹", "6205-2RS"]
    return (0..<documents).map { number in
      let text = (0..<30).compactMap { _ in words.randomElement(using: &generator) }
      return #"{"id":"d\#(number)","title":"第\#(version)版","body":"\#(text.joined())"}"#
    }.joined(separator: "\n")
  }

  private static func digest(_ index: String) throws -> String {
    let stats = try Program.run("stats", "--json", "-i", index)
    return try stats.output.json()["digest"] as? String ?? "none: \(stats.errors)"
  }

  @Test func `a kill at any of sixty moments leaves the old index or the new one`() throws {
    let folder = TemporaryFolder()
    let file = folder.path("corpus.jsonl")
    let (old, new) = (folder.path("old"), folder.path("new"))
    TestFile.write(Self.corpus(version: 1, documents: 500).utf8, to: file)
    #expect(try Program.run("index", file, "-i", old).status == 0)
    TestFile.write(Self.corpus(version: 2, documents: 4000).utf8, to: file)
    // A small budget cuts many segments, so that the kills fall on indexing, merging and committing.
    let command = [Program.path, "index", file, "--memory", "1M", "-i"]
    _ = try Program.run(["/bin/cp", "-r", old, new])
    let start = ContinuousClock.now
    #expect(try Program.run(command + [new]).status == 0)
    let duration = ContinuousClock.now - start
    let (oldDigest, newDigest) = (try Self.digest(old), try Self.digest(new))
    #expect(oldDigest != newDigest)

    var generator = SeededGenerator(seed: 42)
    var outcomes: [String: Int] = [:]
    for point in 0..<Self.points {
      let index = folder.path("killed-\(point)")
      _ = try Program.run(["/bin/cp", "-r", old, index])
      let started = try Program.Started(command + [index])
      let fraction = (Double(point) + Double.random(in: 0..<1, using: &generator)) / 55
      Thread.sleep(
        forTimeInterval: fraction
          * (Double(duration.components.seconds)
            + Double(duration.components.attoseconds) * 1e-18))
      kill(started.process.processIdentifier, SIGKILL)
      _ = started.finish()
      let found = try Self.digest(index)
      #expect(found == oldDigest || found == newDigest, "point \(point)")
      outcomes[found == oldDigest ? "old" : "new", default: 0] += 1
      #expect(try Program.run("verify", "-i", index).status == 0, "point \(point)")
      let rerun = try Program.run(command + [index])
      #expect(rerun.status == 0, "point \(point): \(rerun.errors)")
      #expect(try Self.digest(index) == newDigest, "point \(point)")
      // Nothing but the committed segment is left behind.
      let names = TemporaryFolder.names(in: index)
      #expect(names.count == 6, "point \(point): \(names)")
      _ = try Program.run(["/bin/rm", "-rf", index])
    }
    #expect((outcomes["old"] ?? 0) > 10, "the kills fall before the commit too: \(outcomes)")
  }

  @Test func `Ctrl-C stops in order, says so, and leaves the index`() throws {
    let folder = TemporaryFolder()
    let file = folder.path("corpus.jsonl")
    TestFile.write(Self.corpus(version: 1, documents: 100).utf8, to: file)
    let index = folder.path("ix")
    #expect(try Program.run("index", file, "-i", index).status == 0)
    let before = try Self.digest(index)
    TestFile.write(Self.corpus(version: 2, documents: 20_000).utf8, to: file)
    let started = try Program.Started(
      [Program.path, "index", file, "--memory", "1M", "-i", index])
    // The third segment is begun: it reads, and has much to read still.
    while started.process.isRunning,
      !TemporaryFolder.names(in: index).contains("segment-000004.documents")
    {
      Thread.sleep(forTimeInterval: 0.002)
    }
    kill(started.process.processIdentifier, SIGINT)
    let outcome = started.finish()
    #expect(outcome.wasKilled && outcome.status == SIGINT)
    #expect(outcome.complaints.count == 1 && outcome.errors.contains("stopped"))
    #expect(try Self.digest(index) == before)
    #expect(TemporaryFolder.names(in: index).count == 6)
  }

  /// A disk of so many kilobytes, mounted on a new folder in another one.
  private static func mountDisk(in folder: TemporaryFolder, kilobytes: Int) throws -> String? {
    let disk = folder.path("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
    let mounted = try Program.run([
      "/usr/bin/env", "mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", disk,
    ])
    return mounted.status == 0 ? disk : nil
  }

  private static func unmount(_ disk: String) {
    _ = try? Program.run(["/usr/bin/env", "umount", disk])
  }

  private static let canMount: Bool = {
    let folder = TemporaryFolder()
    guard let disk = try? mountDisk(in: folder, kilobytes: 64) else { return false }
    unmount(disk)
    return true
  }()

  @Test(.enabled(if: canMount, "a small disk can be mounted"))
  func `a full disk is one clear line and the index stays`() throws {
    let folder = TemporaryFolder()
    let disk = try #require(try Self.mountDisk(in: folder, kilobytes: 1500))
    defer { Self.unmount(disk) }
    let file = folder.path("corpus.jsonl")
    TestFile.write(Self.corpus(version: 1, documents: 100).utf8, to: file)
    #expect(try Program.run("index", file, "-i", disk + "/ix").status == 0)
    let before = try Self.digest(disk + "/ix")
    TestFile.write(Self.corpus(version: 2, documents: 40_000).utf8, to: file)
    let outcome = try Program.run("index", file, "-i", disk + "/ix")
    #expect(outcome.status == 2 && outcome.complaints.count == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("No space left on device"))
    #expect(try Self.digest(disk + "/ix") == before)
    #expect(try Program.run("verify", "-i", disk + "/ix").status == 0)
  }
}
