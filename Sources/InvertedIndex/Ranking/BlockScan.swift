internal import Storage

/// Looks for documents that may be among the best, in a share of the blocks of each part.
///
/// Blocks of 64 documents are taken in the order of their bounds, in batches, a term at a time; where
/// bounds leave most blocks, all are scored one after another. What one part has found raises the
/// threshold of the next.
struct BlockScan: ~Copyable {
  /// What was found.
  struct Found: Sendable {
    /// Documents that may be among the best, by part.
    var candidates: [[ScoreCandidate]]
    /// The best documents have at least this integer score.
    let threshold: Int
    /// As many documents as are wanted have at least this integer score; 0 before there are.
    let best: Int
  }

  private var threshold: ScoreThreshold
  /// What the scans of other shares have reached; `nil` where there are none.
  private let shared: SharedThreshold?
  private var candidates: [[ScoreCandidate]]

  /// A scan that looks for documents from a threshold on.
  init(parts: Int, threshold: consuming ScoreThreshold, shared: SharedThreshold?) {
    self.threshold = threshold
    self.shared = shared
    candidates = Array(repeating: [], count: parts)
  }

  var found: Found {
    Found(candidates: candidates, threshold: threshold.value, best: threshold.best)
  }

  /// Blocks of the first batch, that gives the threshold a start.
  private static let firstBatch = 16

  /// Looks through some groups of the blocks of a part, which is one of several.
  mutating func run(
    _ part: ScoringPart, at place: Int, groups: Range<Int>
  ) throws(StorageError) {
    if part.terms.isEmpty || groups.isEmpty { return }
    var batch = BlockBatch(part.segment, table: part.table)
    // Rare terms first: they tell most.
    let terms = part.terms.sorted { $0.count < $1.count }
    let bounds = BlockBounds(terms, of: part, groups: groups)
    let order = bounds.ordered(reaching: max(1, threshold.value))
    var next = 0
    var size = Self.firstBatch
    while next < order.count {
      if next > 0, runCostsLess(order[next...], bounds, terms) {
        bounds.leaveOut(order[..<next])
        try scoreRuns(part, terms, bounds, &batch, at: place)
        return
      }
      while next < order.count, batch.count < size {
        let block = Int(order[next])
        guard bounds.ceiling(ofBlock: block) >= threshold.value else {
          next = order.count
          break
        }
        next += 1
        let mask = try part.filter?.documents(inBlock: block, among: .max) ?? .max
        if mask != 0 { batch.append(block, mask: mask, bound: bounds.bound(ofBlock: block)) }
      }
      try add(terms, of: part, to: &batch, inRun: false)
      try collect(&batch, filter: nil, at: place)
      size = BlockBatch.most
    }
  }

  /// Scores the blocks in their order, runs of them at once; only those whose bounds reach the threshold
  /// have candidates, and only those that have one are asked what passes the filter.
  private mutating func scoreRuns(
    _ part: ScoringPart, _ terms: [ScoringTerm], _ bounds: borrowing BlockBounds,
    _ batch: inout BlockBatch, at place: Int
  ) throws(StorageError) {
    let blocks = bounds.blocks
    for first in stride(from: blocks.lowerBound, to: blocks.upperBound, by: BlockBatch.most) {
      let end = min(blocks.upperBound, first + BlockBatch.most)
      let needed = threshold.value
      guard (first..<end).contains(where: { bounds.bound(ofBlock: $0) >= needed }) else { continue }
      for block in first..<end {
        let bound = bounds.bound(ofBlock: block)
        batch.append(block, mask: bound >= needed ? .max : 0, bound: bound)
      }
      try add(terms, of: part, to: &batch, inRun: true)
      try collect(&batch, filter: part.filter, at: place)
    }
  }

  /// Adds what the terms count to the documents of a batch, as long as they may be among the best.
  private func add(
    _ terms: [ScoringTerm], of part: ScoringPart, to batch: inout BlockBatch, inRun: Bool
  ) throws(StorageError) {
    let needed = threshold.value
    var rest = terms.reduce(0) { $0 + Int($1.weight) }
    try part.segment.reading(part.segment.postingsFile, "a postings list") {
      () throws(ByteCursor.Fault) in
      for (place, term) in terms.enumerated() {
        // A look costs a third of what adding a term does. Documents have two thirds of the weights at
        // most, mostly, so that before this it would leave out nothing.
        if place > 0, rest * 2 < needed * 3 { batch.leaveOutBlocks(below: needed) }
        rest -= Int(term.weight)
        if inRun, !term.isRequired { try batch.addToRun(term) } else { try batch.add(term) }
      }
    }
  }

  /// Whether it costs less to score all blocks in their order than those whose bounds reach the
  /// threshold.
  private func runCostsLess(
    _ rest: ArraySlice<UInt32>, _ bounds: borrowing BlockBounds, _ terms: [ScoringTerm]
  ) -> Bool {
    // A single block is looked for and has its postings. At first the threshold still rises much, so that
    // about half of the blocks are never scored.
    let left = bounds.count(of: rest, reaching: threshold.value)
    let share = rest.startIndex > Self.firstBatch ? 1 : 0.5
    let single = Double(left * terms.count) * share * 2 * ScoringCost.singleBlock
    let postings = Double(terms.reduce(0) { $0 + $1.count }) * bounds.shareOfSegment
    let ordered =
      Double(bounds.blocks.count * terms.count) * ScoringCost.blockInRun
      + postings * ScoringCost.posting
    return ordered < single
  }

  private mutating func collect(
    _ batch: inout BlockBatch, filter: BlockFilter?, at place: Int
  ) throws(StorageError) {
    try batch.appendCandidates(reaching: &threshold, of: filter, to: &candidates[place])
    batch.removeAll()
    if let shared { threshold.raise(to: shared.exchange(threshold.value)) }
  }
}
