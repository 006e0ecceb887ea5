import Storage
import TestSupport
import Testing

@testable import InvertedIndex

/// The sorters of building and merging, against `sort`.
@Suite struct SorterTests {
  @Test(arguments: [0, 1, 2, 1000, 50_000])
  func `pairs come sorted by term, documents in their order`(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let scratch = try AnonymousMemory(count: (count + 1) * 8)
    let sorter = try PairSorter(capacity: count + 1)
    // Keys over all 32 bits; over few, so that passes are left out; all the same.
    for most: UInt32 in [.max, 2000, 1 << 21, 0] {
      var pairs: [UInt64] = []
      var document: UInt32 = 0
      while pairs.count < count {
        let size = min(count - pairs.count, .random(in: 1...50, using: &generator))
        let keys = (0..<size).map { _ in UInt32.random(in: 0...most, using: &generator) }
        unsafe keys.withUnsafeBufferPointer { unsafe sorter.append($0, document: document) }
        pairs += keys.map { UInt64($0) << 32 | UInt64(document) }
        document += 1
      }
      #expect(sorter.count == count)
      let sorted = unsafe sorter.sort(scratch: scratch.words(of: UInt64.self))
      let found = unsafe Array(UnsafeBufferPointer(start: sorted, count: count))
      #expect(found == pairs.sorted())
      sorter.removeAll()
    }
  }

  @Test(arguments: [1, 2, 3, 7, 40])
  func `the heap merges as sort does, equals by stream`(streams: Int) {
    var generator = SeededGenerator(seed: UInt64(streams))
    let lists = (0..<streams).map { _ in
      (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        Int.random(in: 0..<40, using: &generator)
      }.sorted()
    }
    var heap = MergeHeap<Int>()
    var places = lists.map { _ in 0 }
    for (stream, list) in lists.enumerated() {
      if let first = list.first { heap.insert(first, from: stream) }
    }
    var found: [[Int]] = []
    while let (element, stream) = heap.first {
      found.append([element, stream])
      places[stream] += 1
      heap.replaceFirst(
        with: places[stream] < lists[stream].count ? lists[stream][places[stream]] : nil)
    }
    let expected = lists.enumerated().flatMap { stream, list in list.map { [$0, stream] } }
    #expect(found == expected.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) })
  }
}
