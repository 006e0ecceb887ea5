internal import Storage

/// What a condition leaves of the documents of one segment, asked for block by block of 64.
///
/// So a filter costs as much as the blocks that may hold hits, not as the segment. For one thread, where it ``remembers``.
struct BlockFilter: @unchecked Sendable {
  /// Blocks that are told apart together; see ``blocks(inRun:)``.
  static let blocksPerRun = 64

  /// A condition whose terms and columns are found.
  private indirect enum Node {
    case everything
    case set(DocumentSet)
    case list(DenseList)
    case kinds([UInt8])
    case dates(ClosedRange<UInt32>)
    case values(ValueTest)
    case named(([UInt8]) -> Bool)
    case all([Node])
    case any([Node])
    case not(Node)

    /// How dear it is to ask for a block, by rank.
    var cost: Int {
      switch self {
      case .everything, .set: 0
      case .kinds: 1
      case .list: 2
      case .dates: 3
      case .values: 4
      case .named: 5
      case .not(let node): node.cost
      case .all(let nodes), .any(let nodes): nodes.reduce(0) { max($0, $1.cost) }
      }
    }
  }

  private let segment: SegmentReader
  private let node: Node

  /// The filter that the documents of a set pass.
  init(_ set: DocumentSet, of segment: SegmentReader) {
    self.segment = segment
    node = .set(set)
  }

  /// The filter of a condition that reads no stored text.
  ///
  /// - Complexity: O(postings of the terms that are not dense + documents / 64 for each of these).
  init(_ condition: Condition, of segment: SegmentReader) throws(StorageError) {
    precondition(!condition.needsChecks)
    self.segment = segment
    node = try Self.node(condition, segment)
  }

  private static func node(
    _ condition: Condition, _ segment: SegmentReader
  ) throws(StorageError) -> Node {
    switch condition {
    case .everything: return .everything
    case .kinds(let kinds): return .kinds(kinds.sorted())
    case .dates(let range): return .dates(range)
    case .term(let form, let field):
      if case .list(let list) = try TermPostings.find(QueryTerm(form, in: field), in: segment),
        case .dense(let dense) = list.form
      {
        return .list(dense)
      }
      return try set(condition, segment)
    case .words, .identifiers, .sources, .checked: return try set(condition, segment)
    case .values(let field, let condition, let makeAccepts):
      let test = ValueTest(segment.columns[Int(field.rawValue)], accepts: makeAccepts())
      return all([try node(condition, segment), .values(test)])
    case .named(let condition, let accepts):
      return all([try node(condition, segment), .named(accepts)])
    case .all(let conditions):
      return all(try conditions.map { (part) throws(StorageError) in try node(part, segment) })
    case .any(let conditions):
      return .any(try conditions.map { (part) throws(StorageError) in try node(part, segment) })
    case .not(let condition): return .not(try node(condition, segment))
    }
  }

  private static func set(
    _ condition: Condition, _ segment: SegmentReader
  ) throws(StorageError) -> Node {
    let everything = DocumentSet(documents: segment.info.documents, isFull: true)
    let matcher = ConditionMatcher(segment: segment, runsChecks: true)
    return .set(try matcher.matches(condition, among: everything).possible)
  }

  /// A conjunction, the cheapest part first, conjunctions in it taken apart.
  private static func all(_ nodes: [Node]) -> Node {
    let parts = nodes.flatMap { node in
      if case .all(let parts) = node { parts } else { [node] }
    }
    return .all(parts.sorted { $0.cost < $1.cost })
  }

  /// Whether it remembers what it was asked, so that one thread must do all of the asking.
  var remembers: Bool { Self.remembers(node) }

  private static func remembers(_ node: Node) -> Bool {
    switch node {
    case .values: true
    case .everything, .set, .list, .kinds, .dates, .named: false
    case .all(let nodes), .any(let nodes): nodes.contains(where: remembers)
    case .not(let node): remembers(node)
    }
  }

  // MARK: - Documents

  /// Those of some documents of a block, a bit each, that match.
  func documents(inBlock block: Int, among set: UInt64) throws(StorageError) -> UInt64 {
    set == 0 ? 0 : try documents(node, block, among: set)
  }

  private func documents(
    _ node: Node, _ block: Int, among set: UInt64
  ) throws(StorageError) -> UInt64 {
    switch node {
    case .everything: return set
    case .set(let documents): return documents.word(block) & set
    case .kinds(let kinds): return segment.documents(ofKinds: kinds, inBlock: block) & set
    case .dates(let range): return segment.documents(dated: range, inBlock: block) & set
    case .list(let list):
      return try segment.reading(segment.postingsFile, "a postings list") {
        () throws(ByteCursor.Fault) in try list.documents(ofBlock: block) & set
      }
    case .values(let test):
      return try segment.reading(segment.columnsFile, "a column") { () throws(ByteCursor.Fault) in
        try test.documents(inBlock: block, among: set)
      }
    case .named(let accepts):
      return try segment.reading(segment.columnsFile, "an identifier") {
        () throws(ByteCursor.Fault) in
        try segment.identifiers.documents(inBlock: block, among: set, accepts)
      }
    case .all(let nodes):
      var left = set
      for node in nodes where left != 0 { left = try documents(node, block, among: left) }
      return left
    case .any(let nodes):
      var found: UInt64 = 0
      for node in nodes where found != set {
        found |= try documents(node, block, among: set & ~found)
      }
      return found
    case .not(let node): return try set & ~documents(node, block, among: set)
    }
  }

  // MARK: - Blocks

  /// Which of a run of 64 blocks may have documents that match.
  ///
  /// - Complexity: O(1); O(64) for each set and column.
  func blocks(inRun run: Int) -> UInt64 {
    blocks(node, run)
  }

  private func blocks(_ node: Node, _ run: Int) -> UInt64 {
    switch node {
    case .everything, .dates, .named, .not: .max
    case .values(let test): test.blocks(inRun: run)
    case .set(let documents): documents.wordsNotEmpty(inRun: run)
    case .list(let list): list.blocksNotEmpty(inRun: run)
    case .kinds(let kinds):
      kinds.reduce(0) { $0 | segment.kindBlocks.blocks(ofKind: $1, inRun: run) }
    case .all(let nodes): nodes.reduce(.max) { $0 == 0 ? 0 : $0 & blocks($1, run) }
    case .any(let nodes): nodes.reduce(0) { $0 | blocks($1, run) }
    }
  }
}
