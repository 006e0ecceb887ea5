internal import Storage

/// The (term, document) pairs of one field, collected in the order of documents and sorted by term.
///
/// Least-significant-digit radix sort on the term's 32 bits in three passes (Knuth, TAOCP 3, 5.2.5),
/// stable, so that documents stay ascending within a term. Two and a half times as fast as hashing
/// terms to growing lists, and it needs no dictionary while documents come in.
@safe
final class PairSorter {
  private let pairs: AnonymousMemory
  private let base: UnsafeMutablePointer<UInt64>
  private let capacity: Int
  private(set) var count = 0

  private static let digitBits: UInt64 = 11
  private static let digits = 1 << 11
  private static let passes = 3

  /// Reserves address space for so many pairs; memory is used as they come.
  init(capacity: Int) throws(StorageError) {
    self.capacity = capacity
    pairs = try AnonymousMemory(count: capacity * 8)
    unsafe base = pairs.words(of: UInt64.self)
  }

  /// Adds a pair for each key.
  func append(_ keys: UnsafeBufferPointer<UInt32>, document: UInt32) {
    precondition(keys.count <= capacity - count)
    let place = unsafe base + count
    let low = UInt64(document)
    var index = 0
    while index < keys.count {
      unsafe place[index] = UInt64(keys[index]) &<< 32 | low
      index &+= 1
    }
    count &+= keys.count
  }

  func removeAll() {
    count = 0
  }

  /// Sorts the pairs, using `scratch` of at least as many words.
  ///
  /// - Returns: where the sorted pairs lie: here or in the scratch memory.
  /// - Complexity: O(count), three passes over it.
  func sort(scratch: UnsafeMutablePointer<UInt64>) -> UnsafePointer<UInt64> {
    var histograms: [UInt32] = .init(repeating: 0, count: Self.digits * Self.passes)
    return unsafe histograms.withUnsafeMutableBufferPointer { histograms in
      guard let histogram = histograms.baseAddress else { return unsafe UnsafePointer(base) }
      let mask = UInt64(Self.digits - 1)
      let count = count
      var source = unsafe base
      var target = unsafe scratch
      var index = 0
      while index < count {
        let key = unsafe source[index] &>> 32
        unsafe histogram[Int(key & mask)] &+= 1
        unsafe histogram[Self.digits &+ Int((key &>> Self.digitBits) & mask)] &+= 1
        unsafe histogram[2 &* Self.digits &+ Int((key &>> (2 &* Self.digitBits)) & mask)] &+= 1
        index &+= 1
      }
      for pass in 0..<Self.passes {
        let starts = unsafe histogram + pass * Self.digits
        var sum: UInt32 = 0
        var largest: UInt32 = 0
        for digit in 0..<Self.digits {
          let size = unsafe starts[digit]
          unsafe starts[digit] = sum
          sum += size
          largest = max(largest, size)
        }
        // All pairs in one bucket: the pass would only copy them.
        if Int(largest) == count { continue }
        let shift = 32 &+ UInt64(pass) &* Self.digitBits
        index = 0
        while index < count {
          let pair = unsafe source[index]
          let digit = Int((pair &>> shift) & mask)
          let place = unsafe Int(starts[digit])
          unsafe starts[digit] &+= 1
          unsafe target[place] = pair
          index &+= 1
        }
        unsafe swap(&source, &target)
      }
      return unsafe UnsafePointer(source)
    }
  }
}
