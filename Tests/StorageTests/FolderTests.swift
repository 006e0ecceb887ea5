import Foundation
import Storage
import TestSupport
import Testing

/// Names in a folder: the lock, the atomic rename, files for others, mapped files.
@Suite struct FolderTests {
  private let folder = TemporaryFolder()
  private var directory: Directory { Directory(path: folder.path) }

  @Test func `one lock at a time, and it ends with its holder`() throws {
    do {
      let lock = try DirectoryLock(directory)
      #expect(throws: StorageError.locked(path: folder.path)) { try DirectoryLock(directory) }
      withExtendedLifetime(lock) {}
    }
    _ = try DirectoryLock(directory)
    let other = TemporaryFolder()
    let lock = try DirectoryLock(directory)
    _ = try DirectoryLock(Directory(path: other.path))
    withExtendedLifetime(lock) {}
  }

  @Test func `a folder that is not there cannot be locked`() {
    #expect(throws: StorageError.self) {
      try DirectoryLock(Directory(path: folder.path("missing")))
    }
  }

  @Test func `a renamed file replaces the old one whole`() throws {
    TestFile.write([1], to: folder.path("target"))
    TestFile.write([2, 3], to: folder.path("new"))
    try AtomicFile.rename(folder.path("new"), to: folder.path("target"), in: directory)
    #expect(folder.names == ["target"])
    #expect(TestFile.read(folder.path("target")) == [2, 3])
    #expect(throws: StorageError.self) {
      try AtomicFile.rename(folder.path("new"), to: folder.path("target"), in: directory)
    }
    #expect(TestFile.read(folder.path("target")) == [2, 3])
  }

  @Test func `folders above are made, and names are sorted`() throws {
    let deep = Directory(path: folder.path("a/b/c/"))
    #expect(!deep.exists)
    try deep.create()
    try deep.create()
    #expect(deep.exists && deep.path == folder.path("a/b/c"))
    for name in ["z", "A", "m"] { TestFile.write([], to: deep.path(of: name)) }
    #expect(try deep.names() == ["A", "m", "z"])
    #expect(try deep.contains("m") && !deep.contains("x") && !deep.contains("m/x"))
    try FileManager.default.createSymbolicLink(
      atPath: deep.path(of: "loop"), withDestinationPath: "loop")
    #expect(throws: StorageError.self) { try deep.contains("loop/m") }
    try deep.remove("loop")
    try deep.remove("m")
    try deep.remove("m")
    #expect(try deep.names() == ["A", "z"])
    #expect(throws: StorageError.self) { try Directory(path: deep.path(of: "A")).create() }
  }

  @Test func `a file for others appears when it is complete`() throws {
    let path = folder.path("out.txt")
    let file = try OutputFile(path: path, overwrites: false)
    try file.write("知搜 ")
    #expect(!folder.names.contains("out.txt"))
    try file.write(String(repeating: "x", count: 200_000))
    try file.commit()
    #expect(folder.names == ["out.txt"])
    let expected = "知搜 " + String(repeating: "x", count: 200_000)
    #expect(TestFile.read(path) == Array(expected.utf8))
  }

  @Test func `an output that is dropped leaves what was there`() throws {
    let path = folder.path("out.txt")
    TestFile.write([5], to: path)
    do {
      let file = try OutputFile(path: path, overwrites: true)
      try file.write("new")
    }
    #expect(folder.names == ["out.txt"])
    #expect(TestFile.read(path) == [5])
  }

  @Test func `an existing output is replaced only when asked to`() throws {
    let path = folder.path("out.txt")
    TestFile.write([5], to: path)
    do {
      _ = try OutputFile(path: path, overwrites: false)
      Issue.record("an existing file was opened")
    } catch {
      #expect(StorageError.isExisting(error))
    }
    let file = try OutputFile(path: path, overwrites: true)
    try file.write("new")
    try file.commit()
    #expect(TestFile.read(path) == Array("new".utf8))
  }

  @Test func `a path that is no regular file is written as it comes`() throws {
    let file = try OutputFile(path: "/dev/null", overwrites: false)
    try file.write("gone")
    try file.commit()
  }

  @Test func `mapped files give their bytes and nothing beyond`() throws {
    TestFile.write([1, 2, 3, 4], to: folder.path("file"))
    let file = try MappedFile(path: folder.path("file"))
    #expect(unsafe Array(file.bytes) == [1, 2, 3, 4])
    #expect(try unsafe Array(file.bytes(in: Extent(offset: 1, count: 2))) == [2, 3])
    #expect(try unsafe Array(file.bytes(in: Extent(offset: 4, count: 0))).isEmpty)
    for (offset, count) in [(0, 5), (4, 1), (5, 0), (-1, 2), (1, -1), (0, Int.max), (.max, 1)] {
      #expect(throws: StorageError.self) {
        _ = try unsafe file.bytes(in: Extent(offset: offset, count: count))
      }
    }
    try directory.remove("file")
    file.releasePages(before: 4)
    #expect(unsafe Array(file.bytes) == [1, 2, 3, 4])
  }

  @Test func `an empty file maps to no bytes, a missing one is an error`() throws {
    TestFile.write([], to: folder.path("empty"))
    #expect(try MappedFile(path: folder.path("empty")).count == 0)
    #expect(throws: StorageError.self) { try MappedFile(path: folder.path("missing")) }
    #expect(throws: StorageError.self) { try MappedFile(path: folder.path) }
  }

  @Test func `anonymous memory is zeroed and writable`() throws {
    let memory = try AnonymousMemory(count: 1 << 20)
    let words = unsafe memory.words(of: UInt64.self)
    #expect((0..<(1 << 17)).allSatisfy { unsafe words[$0] == 0 })
    unsafe words[(1 << 17) - 1] = 7
    #expect(unsafe words[(1 << 17) - 1] == 7)
  }

  @Test func `errors say what, where and why`() {
    let errors: [(StorageError, String)] = [
      (.system(path: "/a", operation: "open", code: 2), "No such file"),
      (.corrupt(path: "/a", offset: 5, reason: "odd"), "byte 5: odd"),
      (.tooOld(path: "/a", found: 0, oldest: 1), "version 0"),
      (.tooNew(path: "/a", found: 9, newest: 2), "version 9"),
      (.locked(path: "/a"), "another process"),
      (.tooLarge(path: "/a", limit: 7), "7 bytes"),
    ]
    for (error, words) in errors {
      #expect(error.description.hasPrefix("/a: ") && error.description.contains(words))
    }
  }
}
