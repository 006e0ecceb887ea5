internal import Storage

/// The full check of lists: their postings, and what is noted of them to skip and to rank by.
///
/// For one thread, which checks one list after another with the same buffers.
@safe
struct PostingsCheck: ~Copyable {
  private let codes: ImpactCodeTable
  private let norms: Norms
  private let ids: UnsafeMutablePointer<UInt32>
  private let frequencies: UnsafeMutablePointer<UInt32>
  /// The lengths of the documents of a block.
  private let lengths: UnsafeMutablePointer<UInt32>
  /// How many postings of a list have each code.
  private let counts: UnsafeMutablePointer<Int>
  /// For each code its bound in fifteenths of the largest code of a list.
  private let bounds: UnsafeMutablePointer<UInt8>

  init(codes: ImpactCodeTable, norms: Norms) {
    self.codes = codes
    self.norms = norms
    unsafe ids = .allocate(capacity: PostingsReader.largestBlock)
    unsafe frequencies = .allocate(capacity: PostingsReader.largestBlock)
    unsafe lengths = .allocate(capacity: PostingsReader.largestBlock)
    unsafe counts = .allocate(capacity: 256)
    unsafe bounds = .allocate(capacity: 256)
    unsafe ids.initialize(repeating: 0, count: PostingsReader.largestBlock)
    unsafe frequencies.initialize(repeating: 0, count: PostingsReader.largestBlock)
    unsafe lengths.initialize(repeating: 0, count: PostingsReader.largestBlock)
    unsafe counts.initialize(repeating: 0, count: 256)
    unsafe bounds.initialize(repeating: 0, count: 256)
  }

  deinit {
    unsafe ids.deallocate()
    unsafe frequencies.deallocate()
    unsafe lengths.deallocate()
    unsafe counts.deallocate()
    unsafe bounds.deallocate()
  }

  /// Decodes a whole list and compares it with its bounds.
  ///
  /// Documents ascend, every frequency is positive, there are as many as the dictionary says; the bounds
  /// of blocks and the best impacts are exactly those of the postings.
  ///
  /// - Complexity: O(postings), O(documents / 64) besides for a dense list.
  mutating func verify(_ list: PostingsReader) throws(ByteCursor.Fault) {
    switch list.form {
    // A reader of one posting has compared it.
    case .single: break
    case .short:
      let length = try unsafe list.decode(block: 0, ids: ids, frequencies: frequencies)
      var next = 0
      try check(length, from: &next)
    case .intermediate: preconditionFailure("an intermediate segment is never committed")
    case .rare(let rare):
      unsafe counts.update(repeating: 0, count: 256)
      try verify(rare)
      try verifyImpacts(of: list)
    case .dense(let dense):
      unsafe counts.update(repeating: 0, count: 256)
      try verify(dense)
      try verifyImpacts(of: list)
    }
  }

  /// Compares decoded postings with one another, documents from `next` on.
  private func check(_ length: Int, from next: inout Int) throws(ByteCursor.Fault) {
    var index = 0
    while index < length {
      let id = unsafe Int(ids[index])
      guard id >= next, unsafe frequencies[index] > 0 else { throw .malformed }
      next = id &+ 1
      index &+= 1
    }
  }

  private func verifyImpacts(of list: PostingsReader) throws(ByteCursor.Fault) {
    let counts = unsafe Array(UnsafeBufferPointer(start: counts, count: 256))
    guard list.notedImpacts == PostingsFormat.bestImpacts(counts) else { throw .malformed }
  }

  private func verify(_ list: RareList) throws(ByteCursor.Fault) {
    let (norms, lengths) = unsafe (norms, lengths)
    var next = 0
    for block in 0..<list.blocks {
      let length = try unsafe list.decode(block: block, ids: ids, frequencies: frequencies)
      try check(length, from: &next)
      // Lengths of far documents are fetched side by side where nothing waits for them.
      var index = 0
      while index < length {
        unsafe lengths[index] = norms.length(of: ids[index])
        index &+= 1
      }
      index = 0
      while index < length {
        let code = unsafe codes.code(frequency: frequencies[index], length: lengths[index])
        unsafe counts[Int(code)] &+= 1
        index &+= 1
      }
    }
  }

  private func verify(_ list: DenseList) throws(ByteCursor.Fault) {
    let largestCode = UInt32(list.largestCode)
    for code in 0..<256 {
      unsafe bounds[code] = DenseList.bound(code: UInt32(code), largest: largestCode)
    }
    var total = 0
    var largest: UInt8 = 0
    for group in 0..<list.groups {
      var expected: UInt64 = 0
      try list.forEachBlock(inGroup: group) { (block, range) throws(ByteCursor.Fault) in
        if range.start == range.end { return }
        let (count, code) = try verify(block, at: range, of: list)
        total &+= count
        largest = max(largest, code)
        expected |= unsafe UInt64(bounds[Int(code)]) &<< DenseList.boundShift(ofBlock: block)
      }
      guard list.bounds(ofGroup: group) == expected else { throw .malformed }
    }
    guard total == list.count, largest == list.largestCode else { throw .malformed }
  }

  /// Checks the postings of a block that has some.
  ///
  /// - Returns: how many they are, and their largest code.
  @inline(__always)
  private func verify(
    _ block: Int, at range: (start: Int, end: Int), of list: DenseList
  ) throws(ByteCursor.Fault) -> (count: Int, largest: UInt8) {
    let norms = norms
    let base = UInt32(truncatingIfNeeded: block &* PostingsFormat.blockSize)
    let room = norms.count &- block &* PostingsFormat.blockSize
    var largest: UInt8 = 0
    var count = 0
    var before = -1
    try list.forEachPosting(in: range, ofBlock: block) {
      (place, frequency) throws(ByteCursor.Fault) in
      guard Int(place) > before, Int(place) < room else { throw .malformed }
      before = Int(place)
      let code = codes.code(frequency: frequency, length: norms.length(of: base &+ place))
      unsafe counts[Int(code)] &+= 1
      largest = max(largest, code)
      count &+= 1
    }
    return (count, largest)
  }
}
