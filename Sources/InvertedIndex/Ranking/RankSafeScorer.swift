internal import Storage

/// The best documents of a snapshot, without scoring those that cannot be among them.
///
/// Integer scores of 16 bits find candidates, exact scores of few decide: the same documents with the
/// same scores as ``ExhaustiveScorer`` gives. Blocks of 64 documents are taken in the order of their
/// bounds, in batches, a term at a time; where bounds leave most blocks, all are scored one after
/// another.
///
/// Rank-safe: a document among the k best has a true score of at least the k-th best integer score less
/// ``ScoreUnits/excess(error:)``, since k documents reach that. Its integer score, and the bound of its
/// block, are below its true score by ``ScoreUnits/slack`` at most. The threshold is what remains of
/// the k-th best integer score without both, so neither its block nor it is left out.
struct RankSafeScorer: ~Copyable {
  /// Whether a request asks for the best documents by score, each with a term: it says so, or there are
  /// terms that a document must have.
  static func answers(_ request: SearchRequest, required: Set<Int>) -> Bool {
    guard case .score = request.order else { return false }
    return !request.separatesKinds && (request.needsTerm || !required.isEmpty) && request.limit > 0
      && (1...ScoreUnits.mostTerms).contains(request.terms.count)
  }

  private let ranking: BM25
  private let limit: Int
  private let units: ScoreUnits
  private let parts: [ScoringPart]
  private var threshold: ScoreThreshold
  /// Documents that may be among the best, by segment.
  private var candidates: [[ScoreCandidate]]

  /// A scorer of terms, some of which a document must have; of the documents that pass the filters of
  /// the segments, or of all.
  ///
  /// - Returns: `nil` where integers cannot hold the scores.
  init?(
    _ snapshot: IndexSnapshot, ranking: BM25, tables: [SaturationTable], terms: QueryPostings,
    required: Set<Int>, filters: [BlockFilter]?, limit: Int
  ) throws(StorageError) {
    let (postings, weights) = (terms.found, terms.weights)
    let average = Float(ranking.averageLength)
    let ratios = snapshot.segments.map { average * 256 / Float($0.info.averageLength) }
    guard let units = ScoreUnits(weights, inflation: ratios.reduce(1, max)) else { return nil }
    self.ranking = ranking
    self.limit = limit
    self.units = units
    var parts: [ScoringPart] = []
    var initial: Float = 0
    for (place, segment) in snapshot.segments.enumerated() {
      let isWanted = required.allSatisfy { postings[place][$0] != nil }
      let table = tables[place]
      var terms: [ScoringTerm] = []
      for (term, postings) in postings[place].enumerated() where isWanted {
        guard let postings else { continue }
        let form: ScoringTerm.Postings
        if case .list(let list) = postings, case .dense(let dense) = list.form {
          form = .dense(dense)
        } else {
          form = .buffered(
            try PostingsBuffer(
              postings, weight: units.weights[term], table: table, segment: segment))
        }
        terms.append(
          ScoringTerm(
            form, count: postings.documentFrequency, weight: units.weights[term],
            exactWeight: weights[term], isRequired: required.contains(term),
            inflation: max(1, ratios[place])))
        if filters == nil, required.isEmpty || required.count == 1 && weights.count == 1,
          case .list(let list) = postings, let impact = list.bestImpact(atRank: limit)
        {
          initial = max(initial, weights[term] * Float(impact) / 255 * min(1, ratios[place]))
        }
      }
      parts.append(
        ScoringPart(
          segment: segment, table: table, terms: terms, filter: filters?[place]))
    }
    self.parts = parts
    candidates = Array(repeating: [], count: parts.count)
    threshold = ScoreThreshold(
      wanted: limit, units: units, error: parts.reduce(0) { max($0, $1.table.error) },
      initial: Int(initial * units.scale))
  }

  /// All hits, by segment.
  func hits() throws(StorageError) -> [DocumentSet] {
    try parts.map { (part) throws(StorageError) in try part.hits() }
  }

  /// How many documents are hits: counted where `most` postings tell it, else estimated from an even
  /// sample of the blocks that has a quarter as many.
  func count(most: Int) throws(StorageError) -> (matches: Int, isEstimated: Bool) {
    let parts = parts.filter { !$0.terms.isEmpty }
    let postings = parts.reduce(0) { $0 + $1.postingsToCount }
    if postings <= most {
      var matches = 0
      for part in parts { matches += try part.count(everyGroup: 1) }
      return (matches, false)
    }
    let step = 4 * postings / max(most, 1) + 1
    var matches = 0.0
    for part in parts {
      matches += try Double(part.count(everyGroup: step)) * part.scale(everyGroup: step)
    }
    return (Int(matches.rounded()), true)
  }

  /// The best documents, best first.
  mutating func run() throws(StorageError) -> [ScoredDocument] {
    for (place, part) in parts.enumerated() where !part.terms.isEmpty {
      try score(part, at: place)
    }
    return try best()
  }

  /// The best of the candidates by their exact scores.
  ///
  /// Those with the best integer scores come first; the worst exact score of these, known without an
  /// error, leaves few of the others.
  private func best() throws(StorageError) -> [ScoredDocument] {
    let best = threshold.best
    var found = try exactScores { $0 >= best }
    var least = threshold.value
    if found.count >= limit, let worst = found.map(\.score).min() {
      least = max(least, Int(worst * units.scale) - units.slack)
    }
    found += try exactScores { $0 < best && $0 >= least }
    ScoredDocument.sortByScore(&found)
    if found.count > limit { found.removeLast(found.count - limit) }
    return found
  }

  /// The candidates whose integer scores are accepted, with their exact scores.
  private func exactScores(
    _ accepts: (Int) -> Bool
  ) throws(StorageError) -> [ScoredDocument] {
    var found: [ScoredDocument] = []
    for (place, part) in parts.enumerated() {
      var documents: [UInt32] = []
      for candidate in candidates[place] where accepts(candidate.score) {
        if candidate.document < part.segment.info.documents { documents.append(candidate.document) }
      }
      if documents.isEmpty { continue }
      let scores = try part.segment.reading(part.segment.postingsFile, "a postings list") {
        () throws(ByteCursor.Fault) in try part.exactScores(of: documents, ranking: ranking)
      }
      found.reserveCapacity(found.count + documents.count)
      for (document, score) in zip(documents, scores) {
        found.append(
          ScoredDocument(
            segment: place, document: document,
            rank: SortOrder.score.rank(score: score, date: 0)))
      }
    }
    return found
  }

  /// Blocks of the first batch, that gives the threshold a start.
  private static let firstBatch = 16

  private mutating func score(_ part: ScoringPart, at place: Int) throws(StorageError) {
    var batch = BlockBatch(part.segment, table: part.table)
    // Rare terms first: they tell most.
    let terms = part.terms.sorted { $0.count < $1.count }
    var bounds = BlockBounds(terms, of: part)
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
    _ part: ScoringPart, _ terms: [ScoringTerm], _ bounds: BlockBounds, _ batch: inout BlockBatch,
    at place: Int
  ) throws(StorageError) {
    for first in stride(from: 0, to: bounds.blocks, by: BlockBatch.most) {
      let end = min(bounds.blocks, first + BlockBatch.most)
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
    _ rest: ArraySlice<UInt32>, _ bounds: BlockBounds, _ terms: [ScoringTerm]
  ) -> Bool {
    // Nanoseconds, measured: for a block and term; for a block and term in order; for a posting. At first
    // the threshold still rises much, so that about half of the blocks are never scored.
    let left = bounds.count(of: rest, reaching: threshold.value)
    let single = Double(left * terms.count) * (rest.startIndex > Self.firstBatch ? 18 : 9)
    let ordered =
      Double(bounds.blocks * terms.count) * 1.3 + Double(terms.reduce(0) { $0 + $1.count }) * 2.5
    return ordered < single
  }

  private mutating func collect(
    _ batch: inout BlockBatch, filter: BlockFilter?, at place: Int
  ) throws(StorageError) {
    try batch.appendCandidates(reaching: &threshold, of: filter, to: &candidates[place])
    batch.removeAll()
  }
}
