import InvertedIndex
import Storage
import Testing

@testable import Zhisou

/// Where the paths of a run belong, and what they replace.
@Suite struct SourceRootsTests {
  private let corpus = TestCorpus()

  init() throws {
    try corpus.write("all/b/x.jsonl", "{}")
    try corpus.write("all/b/y.jsonl", "{}")
    try corpus.write("all/bb/x.jsonl", "{}")
    try corpus.write("other.jsonl", "{}")
  }

  /// The writer of an index that knows some roots.
  private func writer(_ roots: String...) throws -> IndexWriter {
    let writer = try IndexWriter(
      directory: Directory(path: corpus.indexPath),
      analyzer: AnalyzerStamp(name: "none", version: 1))
    for root in roots { _ = writer.number(ofRoot: try Directory.absolute(corpus.path(root))) }
    return writer
  }

  private func roots(_ paths: String..., in writer: IndexWriter) throws -> SourceRoots {
    try SourceRoots(paths.map { corpus.path($0) }, in: writer)
  }

  private func replaces(_ roots: SourceRoots, _ root: Int, _ file: String) -> Bool {
    roots.replaces(SourceName(root: root, file: file).bytes)
  }

  @Test func `a new path is a root of its own and replaces nothing`() throws {
    let writer = try writer("other.jsonl")
    let roots = try roots("all", in: writer)
    #expect(roots.places.map(\.root) == [1])
    #expect(roots.places.map(\.lead) == [""])
    #expect(!replaces(roots, 0, "other.jsonl"))
  }

  @Test func `a known path replaces all of its root and of no other`() throws {
    let roots = try roots("all", in: try writer("other.jsonl", "all"))
    #expect(roots.places.map(\.root) == [1])
    #expect(replaces(roots, 1, "b/x.jsonl") && replaces(roots, 1, "gone.jsonl"))
    #expect(!replaces(roots, 0, "other.jsonl"))
  }

  @Test func `a folder below a root replaces what lies in it`() throws {
    let roots = try roots("all/b/", in: try writer("all"))
    #expect(roots.places.map(\.root) == [0] && roots.places.map(\.lead) == ["b/"])
    #expect(replaces(roots, 0, "b/x.jsonl") && replaces(roots, 0, "b/gone/x.jsonl"))
    #expect(!replaces(roots, 0, "bb/x.jsonl") && !replaces(roots, 0, "x.jsonl"))
  }

  @Test func `a file below a root replaces just that file`() throws {
    let roots = try roots("all/b/x.jsonl", in: try writer("all"))
    #expect(roots.places.map(\.root) == [0] && roots.places.map(\.lead) == ["b/"])
    #expect(replaces(roots, 0, "b/x.jsonl"))
    #expect(!replaces(roots, 0, "b/y.jsonl") && !replaces(roots, 0, "x.jsonl"))
  }

  @Test func `a file that is a root replaces itself`() throws {
    let roots = try roots("all/b/x.jsonl", in: try writer("all/b/x.jsonl"))
    #expect(roots.places.map(\.root) == [0] && roots.places.map(\.lead) == [""])
    #expect(replaces(roots, 0, "x.jsonl"))
  }

  @Test func `a path above roots absorbs them, one that only begins alike does not`() throws {
    let roots = try roots("all/b", in: try writer("all/b/x.jsonl", "all/bb"))
    #expect(roots.places.map(\.root) == [2])
    #expect(replaces(roots, 0, "x.jsonl"))
    #expect(!replaces(roots, 1, "x.jsonl"))
  }

  @Test func `paths of a run that lie in one another have one root, in either order`() throws {
    for paths in [["all/b", "all"], ["all", "all/b"]] {
      let roots = try SourceRoots(paths.map { corpus.path($0) }, in: try writer())
      #expect(roots.places.map(\.root) == [0, 0])
      #expect(roots.places.map(\.lead) == (paths[0] == "all" ? ["", "b/"] : ["b/", ""]))
    }
  }

  @Test func `a root that another has absorbed stays in that one`() throws {
    let roots = try roots("all/b", in: try writer("all/b", "all"))
    #expect(roots.places.map(\.root) == [1] && roots.places.map(\.lead) == ["b/"])
    #expect(replaces(roots, 1, "b/x.jsonl") && replaces(roots, 0, "x.jsonl"))
    #expect(!replaces(roots, 1, "bb/x.jsonl"))
  }

  @Test func `a file in the place of a folder replaces what lay in it, and the other way`() throws {
    let file = try roots("all/b/x.jsonl", in: try writer("all"))
    #expect(replaces(file, 0, "b/x.jsonl/y.jsonl") && !replaces(file, 0, "b/x.jsonl2"))
    let folder = try roots("all/b", in: try writer("all"))
    #expect(replaces(folder, 0, "b") && !replaces(folder, 0, "b2"))
    #expect(replaces(try roots("all/b", in: try writer("all/b")), 0, "b"))
    let root = try roots("other.jsonl", in: try writer("other.jsonl"))
    #expect(replaces(root, 0, "other.jsonl") && replaces(root, 0, "y.jsonl"))
  }

  @Test func `a source that names no root is replaced`() throws {
    let roots = try roots("all", in: try writer())
    #expect(roots.replaces(Array("x.jsonl".utf8)))
  }
}
