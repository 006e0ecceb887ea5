/// How many documents match, as if terms were independent of one another and of the sets.
enum MatchEstimate {
  /// The estimate for documents with one of the terms, or with all that they must have.
  static func matches(
    _ terms: QueryPostings, required: Set<Int>, documents: Int, sets: [DocumentSet]?
  ) -> Int {
    let all = Double(max(documents, 1))
    let shares = terms.weights.indices.map { Double(terms.documentFrequency(of: $0)) / all }
    let share =
      required.isEmpty
      ? 1 - shares.reduce(1) { $0 * (1 - $1) } : required.reduce(1) { $0 * shares[$1] }
    let most = sets.map { Double($0.reduce(0) { $0 + $1.count }) } ?? all
    return Int((share * most).rounded())
  }
}
