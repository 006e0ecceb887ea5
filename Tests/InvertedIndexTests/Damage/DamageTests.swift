import Storage
import TestSupport
import Testing

@testable import InvertedIndex

/// Whatever happens to the bytes of an index: a typed error or an answer, never a trap.
@Suite struct DamageTests {
  /// A few hundred documents of few terms: single postings, short lists, dense lists.
  private static func documents(_ count: Int, vocabulary: Int) -> [ModelDocument] {
    var generator = SeededGenerator(seed: 11)
    var documents = ModelDocument.random(
      count, vocabulary: vocabulary, meanLength: 4, using: &generator)
    for place in documents.indices {
      documents[place].source = place % 50 < 40 ? "0\u{0}a.jsonl" : "1\u{0}b.jsonl"
      documents[place].identifier = "D\(place)"
      documents[place].isUnique = place % 2 == 0
      documents[place].people = ["人\(place % 5)"]
    }
    documents[7].terms += .init(repeating: .key(0), count: 500)
    documents[9].terms += .init(repeating: .key(977), count: 66_000)
    return documents
  }

  @Test(arguments: DamagedIndex.files)
  func `every flipped byte is found by verify and reading it never traps`(file: String) throws {
    let index = try DamagedIndex(Self.documents(140, vocabulary: 20))
    for place in index.bytes(of: file).indices {
      let damage = index.flip(file, at: place, UInt8(1 << (place % 8)))
      #expect(index.suffer(damage, DamagedIndex.verify), "\(damage)")
      _ = index.suffer(damage, DamagedIndex.readAll)
    }
  }

  @Test(arguments: DamagedIndex.files)
  func `searching and merging damaged files never traps`(file: String) throws {
    var generator = SeededGenerator(seed: 12)
    let index = try DamagedIndex(Self.documents(140, vocabulary: 20))
    for place in index.bytes(of: file).indices.shuffled(using: &generator).prefix(150) {
      let damage = index.flip(file, at: place, .random(in: 1...255, using: &generator))
      _ = index.suffer(damage, DamagedIndex.search)
      _ = index.suffer(damage, DamagedIndex.merge)
      if place % 4 == 0 { _ = index.suffer(damage, DamagedIndex.commit) }
    }
  }

  @Test(arguments: DamagedIndex.files.dropFirst())
  func `what one thread finds others find too and no part of a check ever traps`(
    file: String
  ) throws {
    var generator = SeededGenerator(seed: 13)
    let index = try DamagedIndex(Self.documents(140, vocabulary: 20))
    for place in index.bytes(of: file).indices.shuffled(using: &generator).prefix(150) {
      let damage = index.flip(file, at: place, .random(in: 1...255, using: &generator))
      _ = index.suffer(damage) { folder in
        guard let snapshot = try? ModelIndex.open(folder) else { return }
        let first = #expect(throws: StorageError.self) { try snapshot.verify() }
        #expect(throws: first ?? .corrupt(path: "", offset: 0, reason: "")) {
          try snapshot.verify(threads: 4)
        }
        for stage in try snapshot.segments[0].verificationStages() {
          for part in 0...stage.parts { try? stage.run(part) }
        }
      }
    }
  }

  @Test(arguments: DamagedIndex.files)
  func `every cut file is refused on opening`(file: String) throws {
    let index = try DamagedIndex(Self.documents(140, vocabulary: 20))
    for length in index.bytes(of: file).indices {
      let damage = index.cut(file, to: length)
      #expect(index.suffer(damage) { _ = try ModelIndex.open($0) }, "\(damage)")
    }
  }
}
