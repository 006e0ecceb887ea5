import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct DocumentSetTests {
  private static func random(
    _ documents: Int, using generator: inout SeededGenerator
  ) -> (set: DocumentSet, model: Set<UInt32>) {
    var set = DocumentSet(documents: documents)
    var model: Set<UInt32> = []
    for document in 0..<UInt32(documents) where Int.random(in: 0..<3, using: &generator) == 0 {
      set.insert(document)
      model.insert(document)
    }
    return (set, model)
  }

  private static func members(_ set: DocumentSet) -> [UInt32] {
    var members: [UInt32] = []
    set.forEach { members.append($0) }
    return members
  }

  @Test(arguments: [0, 1, 63, 64, 65, 127, 128, 1000])
  func `operations are those of sets`(documents: Int) {
    var generator = SeededGenerator(seed: UInt64(documents))
    let (one, oneModel) = Self.random(documents, using: &generator)
    let (other, otherModel) = Self.random(documents, using: &generator)
    let full = DocumentSet(documents: documents, isFull: true)
    #expect(Self.members(one) == oneModel.sorted())
    #expect(one.count == oneModel.count && one.isEmpty == oneModel.isEmpty)
    #expect(Self.members(full) == Array(0..<UInt32(documents)) && full.count == documents)
    #expect(Self.members(one.union(other)) == oneModel.union(otherModel).sorted())
    #expect(Self.members(one.subtracting(other)) == oneModel.subtracting(otherModel).sorted())
    #expect(full.subtracting(one).count == documents - oneModel.count)
    var both = one
    both.formIntersection(other)
    #expect(Self.members(both) == oneModel.intersection(otherModel).sorted())
    for document in 0..<UInt32(documents) {
      #expect(one.contains(document) == oneModel.contains(document))
    }
    for first in stride(from: 0, to: documents, by: 128) {
      let window = UInt32(first)..<UInt32(min(first + 128, documents))
      #expect(
        both.isEmpty(from: UInt32(first), count: 128) == window.allSatisfy { !both.contains($0) })
    }
  }

  @Test func `ranges of any ends are inserted whole`() {
    for start in 0..<UInt32(130) {
      for end in start...130 {
        var set = DocumentSet(documents: 130)
        set.insert(start..<end)
        #expect(Self.members(set) == Array(start..<end))
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `parts of a set are apart, in order, and the whole together`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let documents = Int.random(in: 1...900, using: &generator)
    var set = DocumentSet(documents: documents)
    for _ in 0..<Int.random(in: 0...documents, using: &generator) {
      set.insert(UInt32.random(in: 0..<UInt32(documents), using: &generator))
    }
    for most in [1, 2, 3, 7, 2000] {
      let parts = set.parts(most)
      #expect(parts.count <= most && parts.allSatisfy { !$0.isEmpty })
      var ids: [UInt32] = []
      for part in parts { part.forEach { ids.append($0) } }
      var whole: [UInt32] = []
      set.forEach { whole.append($0) }
      #expect(ids == whole)
      // A part ends with the word that fills it.
      let size = max(1, (set.count + most - 1) / most)
      #expect(parts.allSatisfy { $0.count < size + 64 })
    }
  }
}
