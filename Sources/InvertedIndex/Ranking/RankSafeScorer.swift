internal import Storage

/// The best documents of a snapshot, without scoring those that cannot be among them.
///
/// Integer scores of 16 bits find candidates, exact scores of few decide: the same documents with the
/// same scores as ``ExhaustiveScorer`` gives. Each thread looks through a share of the blocks, see
/// ``BlockScan``.
///
/// Rank-safe: a document among the k best has a true score of at least the k-th best integer score less
/// ``ScoreUnits/excess(error:)``, since k documents reach that. Its integer score, and the bound of its
/// block, are below its true score by ``ScoreUnits/slack`` at most; so is the sum of its integer score of
/// some terms and the block's bound of the others, since each term loses less than a unit either way. The
/// threshold is what remains of the k-th best integer score without both, so that neither its block, before
/// or between terms, nor it is left out.
struct RankSafeScorer {
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
  private let threads: Int
  /// A score in units that as many documents as are wanted reach.
  private let initialThreshold: Int

  /// A scorer of terms, some of which a document must have; of the documents that pass the filters of
  /// the segments, or of all.
  ///
  /// What counts as a large segment ``PostingsFormat`` says.
  ///
  /// - Returns: `nil` where integers cannot hold the scores.
  init?(
    _ snapshot: IndexSnapshot, ranking: BM25, tables: [SaturationTable], terms: QueryPostings,
    required: Set<Int>, filters: [BlockFilter]?, limit: Int, threads: Int,
    largeSegment: Int
  ) throws(StorageError) {
    let (postings, weights) = (terms.found, terms.weights)
    let average = Float(ranking.averageLength)
    let ratios = snapshot.segments.map { average * 256 / Float($0.info.averageLength) }
    guard let units = ScoreUnits(weights, inflation: ratios.reduce(1, max)) else { return nil }
    self.ranking = ranking
    self.limit = limit
    self.units = units
    self.threads = threads
    // A term of a segment may be found only once the segment is known to have all that are required.
    let wanted = snapshot.segments.indices.flatMap { place in
      let hasRequired = required.allSatisfy { postings[place][$0] != nil }
      return hasRequired ? postings[place].indices.map { (place: place, term: $0) } : []
    }
    let possible = filters?.enumerated().map { place, filter in
      PossibleBlocks(
        filter, blocks: PostingsFormat.blocks(documents: snapshot.segments[place].info.documents))
    }
    let found = try wanted.map(threads: threads) {
      (place, term) throws(StorageError) -> ScoringTerm? in
      guard let postings = postings[place][term] else { return nil }
      return ScoringTerm(
        try ScoringTerm.Postings(
          postings, weight: units.weights[term], table: tables[place],
          segment: snapshot.segments[place], possible: possible?[place],
          largeSegment: largeSegment),
        count: postings.documentFrequency, weight: units.weights[term],
        exactWeight: weights[term], isRequired: required.contains(term),
        inflation: max(1, ratios[place]))
    }
    parts = snapshot.segments.enumerated().map { place, segment in
      ScoringPart(
        segment: segment, table: tables[place],
        terms: zip(wanted, found).compactMap { $0.place == place ? $1 : nil },
        filter: filters?[place], possible: possible?[place])
    }
    var initial: Float = 0
    if filters == nil, required.isEmpty || required.count == 1 && weights.count == 1 {
      for (place, term) in wanted {
        if case .list(let list) = postings[place][term],
          let impact = list.bestImpact(atRank: limit)
        {
          initial = max(initial, weights[term] * Float(impact) / 255 * min(1, ratios[place]))
        }
      }
    }
    initialThreshold = Int(initial * units.scale)
  }

  /// All hits, by segment.
  func hits() throws(StorageError) -> [DocumentSet] {
    try parts.map { (part) throws(StorageError) in try part.hits() }
  }

  /// How many documents are hits: counted where `most` postings tell it, else estimated from an even
  /// sample of the blocks that has a quarter as many.
  func count(most: Int) throws(StorageError) -> (matches: Int, isEstimated: Bool) {
    let postings = parts.reduce(0) { $0 + $1.postingsToCount }
    let step = postings <= most ? 1 : 4 * postings / max(most, 1) + 1
    let shares = try Array(0..<threads).map(threads: threads) { (share) throws(StorageError) in
      try parts.map { (part) throws(StorageError) -> Int in
        if part.terms.isEmpty { return 0 }
        return try part.count(everyGroup: step, of: part.groups(ofShare: share, of: threads))
      }
    }
    let counts = parts.indices.map { part in shares.reduce(0) { $0 + $1[part] } }
    if step == 1 { return (counts.reduce(0, +), false) }
    let estimates = zip(parts, counts).map { Double($1) * $0.scale(everyGroup: step) }
    return (Int(estimates.reduce(0, +).rounded()), true)
  }

  /// The best documents, best first.
  func run() throws(StorageError) -> [ScoredDocument] {
    let shares = Array(0..<threads)
    let shared = threads > 1 ? SharedThreshold() : nil
    return try best(
      of: try shares.map(threads: threads) { (share) throws(StorageError) in
        try scan(share: share, shared)
      })
  }

  /// Looks through one of as many shares of the blocks as there are threads.
  private func scan(
    share: Int, _ shared: SharedThreshold?
  ) throws(StorageError) -> BlockScan.Found {
    let error = parts.reduce(0) { max($0, $1.table.error) }
    var scan = BlockScan(
      parts: parts.count,
      threshold: ScoreThreshold(
        wanted: limit, units: units, error: error, initial: initialThreshold),
      shared: shared)
    for (place, part) in parts.enumerated() {
      try scan.run(part, at: place, groups: part.groups(ofShare: share, of: threads))
    }
    return scan.found
  }

  /// The best of the candidates by their exact scores.
  ///
  /// Those with the best integer scores come first; the worst exact score of these, known without an
  /// error, leaves few of the others.
  private func best(of scans: [BlockScan.Found]) throws(StorageError) -> [ScoredDocument] {
    let best = scans.reduce(0) { max($0, $1.best) }
    var found = try exactScores(in: scans) { $0 >= best }
    var least = scans.reduce(0) { max($0, $1.threshold) }
    if found.count >= limit, let worst = found.map(\.score).min() {
      least = max(least, Int(worst * units.scale) - units.slack)
    }
    found += try exactScores(in: scans) { $0 < best && $0 >= least }
    ScoredDocument.sortByScore(&found)
    if found.count > limit { found.removeLast(found.count - limit) }
    return found
  }

  /// The candidates whose integer scores are accepted, with their exact scores.
  private func exactScores(
    in scans: [BlockScan.Found], _ accepts: (Int) -> Bool
  ) throws(StorageError) -> [ScoredDocument] {
    var found: [ScoredDocument] = []
    for (place, part) in parts.enumerated() {
      var documents: [UInt32] = []
      for scan in scans {
        for candidate in scan.candidates[place] where accepts(candidate.score) {
          if candidate.document < part.segment.info.documents {
            documents.append(candidate.document)
          }
        }
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
}
