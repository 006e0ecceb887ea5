import Storage
import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct VerificationTests {
  private static func error(_ place: String) -> StorageError {
    .corrupt(path: place, offset: 0, reason: "wrong")
  }

  /// Stages whose parts and ends are noted as they are checked, with failures at some of them.
  private static func stages(
    _ sizes: [Int], failing: Set<String>, noting places: Monitor<[String]>
  ) -> [VerificationStage] {
    sizes.enumerated().map { stage, parts in
      @Sendable func check(_ place: String) throws(StorageError) {
        places.change { $0.append(place) }
        if failing.contains(place) { throw error(place) }
      }
      return VerificationStage(
        parts: parts, { (part) throws(StorageError) in try check("\(stage).\(part)") },
        finish: { () throws(StorageError) in try check("\(stage).end") })
    }
  }

  @Test(arguments: [1, 2, 5], [1, 2, 3] as [UInt64])
  func `every part is checked once and the end of its stage behind it`(
    threads: Int, seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let sizes = (0..<20).map { _ in Int.random(in: 0...9, using: &generator) }
    let places = Monitor<[String]>([])
    try Verification(Self.stages(sizes, failing: [], noting: places)).run(threads: threads)
    let found = places.change { $0 }
    #expect(found.count == sizes.reduce(0, +) + sizes.count)
    #expect(Set(found).count == found.count)
    for (stage, parts) in sizes.enumerated() {
      let own = found.filter { $0.hasPrefix("\(stage).") }
      #expect(own.count == parts + 1)
      #expect(own.last == "\(stage).end")
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `the first thing that is wrong is told of with any number of threads`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let sizes = (0..<12).map { _ in Int.random(in: 0...6, using: &generator) }
    let inOrder = sizes.enumerated().flatMap { stage, parts in
      (0..<parts).map { "\(stage).\($0)" } + ["\(stage).end"]
    }
    let failing = Set(inOrder.shuffled(using: &generator).prefix(1 + Int(seed % 5)))
    let first = inOrder.first { failing.contains($0) } ?? ""
    for threads in [1, 2, 3, 8] {
      let places = Monitor<[String]>([])
      let verification = Verification(Self.stages(sizes, failing: failing, noting: places))
      #expect(throws: Self.error(first)) { try verification.run(threads: threads) }
      // Nothing before it is left out; one thread does no more than that.
      let before = inOrder.prefix { $0 != first }
      let checked = places.change { $0 }
      #expect(Set(checked).isSuperset(of: before))
      if threads == 1 { #expect(checked == before + [first]) }
    }
  }
}
