internal import Storage

/// Finds the documents of one segment that match a condition.
///
/// Each part of a conjunction is looked at only where those before it have left documents, and each
/// part of a disjunction where they have not, the one with the fewest postings first and checks of
/// stored text last.
struct ConditionMatcher {
  /// What is known of a segment's documents.
  struct Matches {
    /// Those that match or may match.
    var possible: DocumentSet
    /// Those that are known to match; `nil` when they are all that may.
    var certain: DocumentSet?

    /// Those that must be checked.
    var uncertain: DocumentSet? { certain.map { possible.subtracting($0) } }

    /// The same among some of the possible documents.
    func restricted(to set: DocumentSet) -> Self {
      var certain = certain
      certain?.formIntersection(set)
      return Matches(possible: set, certain: certain)
    }
  }

  let segment: SegmentReader
  /// Whether documents are checked, or left uncertain.
  let runsChecks: Bool

  private var documents: Int { segment.info.documents }

  /// The documents among `set` that match a condition.
  func matches(
    _ condition: Condition, among set: DocumentSet
  ) throws(StorageError) -> Matches {
    switch condition {
    case .everything: return Matches(possible: set)
    case .term(let form, let field):
      return Matches(possible: try documents(with: QueryTerm(form, in: field), among: set))
    case .words(let prefix, let field, let accepts):
      return Matches(possible: try documents(prefix, field, accepts, among: set))
    case .kinds(let kinds):
      let kinds = kinds.sorted()
      return Matches(
        possible: set.filtered { segment.documents(ofKinds: kinds, inBlock: $0) })
    case .dates(let range):
      return Matches(possible: set.filtered { segment.documents(dated: range, inBlock: $0) })
    case .identifiers(let identifiers):
      return Matches(possible: try documents(named: identifiers, among: set))
    case .named(let condition, let accepts):
      let matches = try matches(condition, among: set)
      return matches.restricted(to: try documents(named: accepts, among: matches.possible))
    case .sources(let accepts):
      return Matches(possible: try documents(from: accepts, among: set))
    case .values(let field, let condition, let makeAccepts):
      let matches = try matches(condition, among: set)
      return matches.restricted(
        to: try documents(with: makeAccepts(), in: field, among: matches.possible))
    case .checked(let condition, let check):
      return try checked(matches(condition, among: set).possible, by: check)
    // One condition alone needs no sets to be joined in.
    case .all(let conditions), .any(let conditions):
      if conditions.count == 1 { return try matches(conditions[0], among: set) }
      if case .all = condition { return try all(conditions, among: set) }
      return try any(conditions, among: set)
    case .not(let condition):
      let matches = try matches(condition, among: set)
      return Matches(
        possible: set.subtracting(matches.certain ?? matches.possible),
        certain: matches.certain == nil ? nil : set.subtracting(matches.possible))
    }
  }

  // MARK: - Conditions of conditions

  private func all(
    _ conditions: [Condition], among set: DocumentSet
  ) throws(StorageError) -> Matches {
    var matches = Matches(possible: set)
    for condition in try sorted(conditions) {
      let next = try self.matches(condition, among: matches.possible)
      if next.certain != nil || matches.certain != nil {
        var certain = matches.certain ?? matches.possible
        certain.formIntersection(next.certain ?? next.possible)
        matches.certain = certain
      }
      matches.possible = next.possible
      if matches.possible.isEmpty { break }
    }
    return matches
  }

  private func any(
    _ conditions: [Condition], among set: DocumentSet
  ) throws(StorageError) -> Matches {
    var union = Matches(possible: DocumentSet(documents: documents))
    for condition in try sorted(conditions) {
      let rest = set.subtracting(union.certain ?? union.possible)
      let next = try matches(condition, among: rest)
      if next.certain != nil || union.certain != nil {
        union.certain = (union.certain ?? union.possible).union(next.certain ?? next.possible)
      }
      union.possible.formUnion(next.possible)
    }
    return union
  }

  /// The conditions, the cheapest first.
  private func sorted(_ conditions: [Condition]) throws(StorageError) -> [Condition] {
    var costs: [(condition: Condition, cost: Int)] = []
    for condition in conditions { costs.append((condition, try cost(of: condition))) }
    return costs.sorted { $0.cost < $1.cost }.map(\.condition)
  }

  private func checked(
    _ candidates: DocumentSet, by check: any DocumentCheck
  ) throws(StorageError) -> Matches {
    var passed = DocumentSet(documents: documents)
    guard runsChecks else { return Matches(possible: candidates, certain: passed) }
    try check.forEachAccepted(among: candidates, in: segment) { passed.insert($0) }
    return Matches(possible: passed)
  }

  /// About how many documents must be looked at; checks count as more than any postings.
  private func cost(of condition: Condition) throws(StorageError) -> Int {
    switch condition {
    case .term(.union, _), .words, .everything, .kinds, .dates, .sources, .not: return documents
    case .term(let form, let field):
      return try TermPostings.find(QueryTerm(form, in: field), in: segment)?.documentFrequency ?? 0
    case .identifiers(let identifiers): return identifiers.count
    case .values(_, let condition, _), .named(let condition, _): return try cost(of: condition) + 1
    case .checked(let condition, _): return try cost(of: condition) + (documents << 8)
    case .all(let conditions):
      var least = documents
      for condition in conditions { least = min(least, try cost(of: condition)) }
      return least
    case .any(let conditions):
      var sum = 0
      for condition in conditions { sum += try cost(of: condition) }
      return sum
    }
  }

  // MARK: - Postings

  private func documents(
    with term: QueryTerm, among set: DocumentSet
  ) throws(StorageError) -> DocumentSet {
    let postings = try TermPostings.find(term, in: segment)
    if case .list(let list) = postings, case .dense(let dense) = list.form {
      return try segment.reading(segment.postingsFile, "a postings list") {
        () throws(ByteCursor.Fault) in
        try set.filtered { (block) throws(ByteCursor.Fault) in
          try dense.documents(ofBlock: block)
        }
      }
    }
    var found = DocumentSet(documents: documents)
    guard let postings else { return found }
    var stream = PostingsStream(postings, weight: 1, segment: segment)
    try stream.insert(into: &found, among: set)
    return found
  }

  private func documents(
    _ prefix: [UInt8], _ field: PostingsField, _ accepts: ([UInt8]) -> Bool,
    among set: DocumentSet
  ) throws(StorageError) -> DocumentSet {
    let reader = segment.fields[Int(field.rawValue)]
    var infos: [TermInfo] = []
    try segment.reading(segment.termsFile, "the word dictionary") {
      () throws(ByteCursor.Fault) in
      try reader.words.forEach(beginningWith: prefix) { word, info in
        if accepts(word) { infos.append(info) }
      }
    }
    var found = DocumentSet(documents: documents)
    for info in infos {
      let list = try segment.reading(segment.postingsFile, "a postings list") {
        () throws(ByteCursor.Fault) in try reader.postings(info)
      }
      var stream = PostingsStream(.list(list), weight: 1, segment: segment)
      try stream.insert(into: &found, among: set)
    }
    return found
  }

  // MARK: - Columns

  private func documents(
    named identifiers: [[UInt8]], among set: DocumentSet
  ) throws(StorageError) -> DocumentSet {
    var found = DocumentSet(documents: documents)
    for identifier in identifiers {
      for document in try segment.documents(withIdentifier: identifier)
      where set.contains(document) {
        found.insert(document)
      }
    }
    return found
  }

  private func documents(
    named accepts: ([UInt8]) -> Bool, among set: DocumentSet
  ) throws(StorageError) -> DocumentSet {
    try segment.reading(segment.columnsFile, "an identifier") { () throws(ByteCursor.Fault) in
      try set.filtered { (block) throws(ByteCursor.Fault) in
        try segment.identifiers.documents(inBlock: block, among: set.word(block), accepts)
      }
    }
  }

  private func documents(
    from accepts: ([UInt8]) -> Bool, among set: DocumentSet
  ) throws(StorageError) -> DocumentSet {
    var found = DocumentSet(documents: documents)
    var answers: [UInt32: Bool] = [:]
    try segment.reading(segment.columnsFile, "a source") { () throws(ByteCursor.Fault) in
      try segment.sources.forEachRun(documents: documents) {
        (range, file) throws(ByteCursor.Fault) in
        let isAccepted: Bool
        if let known = answers[file] {
          isAccepted = known
        } else {
          isAccepted = accepts(try segment.sources.names.string(at: Int(file)))
          answers[file] = isAccepted
        }
        if isAccepted { found.insert(range) }
      }
    }
    found.formIntersection(set)
    return found
  }

  private func documents(
    with accepts: @escaping ([UInt8]) -> Bool, in field: OrdinalField, among set: DocumentSet
  ) throws(StorageError) -> DocumentSet {
    let test = ValueTest(segment.columns[Int(field.rawValue)], accepts: accepts)
    return try segment.reading(segment.columnsFile, "a column") { () throws(ByteCursor.Fault) in
      try set.filtered { (block) throws(ByteCursor.Fault) in
        try test.documents(inBlock: block, among: set.word(block))
      }
    }
  }
}
