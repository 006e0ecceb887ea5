import Storage
import TestSupport
import Testing

@testable import InvertedIndex

/// ``DocumentStoreWriter`` and ``DocumentStore``, twins of each other.
@Suite struct DocumentStoreTests {
  private let folder = TemporaryFolder()

  private func write(_ documents: [[UInt8]], to name: String = "documents") throws {
    let writer = try DocumentStoreWriter(path: folder.path(name), segment: 1)
    for document in documents {
      try unsafe document.withUnsafeBytes { try unsafe writer.append($0) }
    }
    _ = try writer.finish()
  }

  private func open(_ count: Int, _ name: String = "documents") throws -> DocumentStore {
    try DocumentStore(path: folder.path(name), segment: 1, documents: count)
  }

  /// Documents of no bytes, of few, of about a block, and of many blocks.
  private static func samples() -> [[UInt8]] {
    var generator = SeededGenerator(seed: 1)
    let sizes = [0, 0, 5, 16_383, 16_384, 16_385, 0, 200_000, 1, 0]
    return (sizes + (0..<300).map { _ in Int.random(in: 0...900, using: &generator) }).map {
      let byte = UInt8.random(in: .min ... .max, using: &generator)
      return [UInt8](repeating: byte, count: $0)
    } + [[]]
  }

  @Test func `documents of any size come back`() throws {
    let documents = Self.samples()
    try write(documents)
    let store = try open(documents.count)
    #expect(store.blocks > 5)
    for (number, document) in documents.enumerated() {
      #expect(try store.document(UInt32(number)) == document)
    }
    var all: [[UInt8]] = []
    try store.forEach { (bytes) throws(StorageError) in all.append(bytes) }
    #expect(all == documents)
    try store.verify()
  }

  @Test func `blocks hold all documents in order, each in one`() throws {
    let documents = Self.samples()
    try write(documents)
    let store = try open(documents.count)
    var next = 0
    for block in 0..<store.blocks {
      let range = try store.documents(inBlock: block)
      #expect(range.lowerBound == next && !range.isEmpty)
      next = range.upperBound
      let size = range.reduce(0) { $0 + documents[$1].count }
      #expect(size - documents[range.upperBound - 1].count < DocumentStore.blockSize)
    }
    #expect(next == documents.count)
  }

  @Test(arguments: [0, 1, 3])
  func `nothing but empty documents`(count: Int) throws {
    try write(.init(repeating: [], count: count))
    let store = try open(count)
    for number in 0..<count { #expect(try store.document(UInt32(number)).isEmpty) }
  }

  @Test func `blocks copied from another store come back`() throws {
    let documents = Self.samples()
    try write(documents)
    let store = try open(documents.count)
    let writer = try DocumentStoreWriter(path: folder.path("copy"), segment: 1)
    try unsafe [UInt8]([9]).withUnsafeBytes { try unsafe writer.append($0) }
    for block in 0..<store.blocks {
      try unsafe writer.append(
        block: store.bytes(ofBlock: block), documents: store.documents(inBlock: block).count)
    }
    _ = try writer.finish()
    let copy = try open(documents.count + 1, "copy")
    #expect(try copy.document(0) == [9])
    for (number, document) in documents.enumerated() {
      #expect(try copy.document(UInt32(number + 1)) == document)
    }
  }

  @Test func `another number of documents than stored is refused`() throws {
    try write([[1], [2]])
    #expect(throws: StorageError.self) { try open(1) }
    #expect(throws: StorageError.self) { try open(3) }
    let store = try open(2)
    #expect(throws: StorageError.self) { try store.document(2) }
  }

  @Test func `a document comes back right or not at all, whatever byte of the file is another`()
    throws
  {
    let documents = (0..<4).map { Array("磨削方法\($0)，±龘𠮷 GB/T 1804 管理的".utf8) }
    try write(documents)
    let bytes = TestFile.read(folder.path("documents"))
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= UInt8(1 + place % 255)
      TestFile.write(damaged, to: folder.path("damaged"))
      guard let store = try? open(4, "damaged") else { continue }
      for (number, document) in documents.enumerated() {
        if let found = try? store.document(UInt32(number)) {
          #expect(found == document, "\(place)")
        }
      }
    }
  }

  @Test func `a document too large to be read back is refused`() throws {
    let memory = try AnonymousMemory(count: DocumentStore.largestDocument + 1)
    let writer = try DocumentStoreWriter(path: folder.path("large"), segment: 1)
    #expect(throws: StorageError.self) {
      try unsafe writer.append(
        UnsafeRawBufferPointer(start: memory.words(of: UInt8.self), count: memory.count))
    }
  }
}
