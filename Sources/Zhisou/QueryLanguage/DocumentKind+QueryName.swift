extension DocumentKind {
  /// The kind with a name, as queries may spell it: English or Chinese, in any case and width.
  public init?(queryName: String) {
    guard queryName.unicodeScalars.count <= Self.longestName,
      let kind = Self.kinds[queryName.foldedName]
    else { return nil }
    self = kind
  }

  /// The kinds of a list such as `patent,course`; nil when a name is none.
  static func kinds(inQueryList list: String) -> [DocumentKind]? {
    let text = QueryText(list)
    let members = text.listMembers(in: 0..<text.count)
    let kinds = members.compactMap { DocumentKind(queryName: text.text(in: $0)) }
    return kinds.count == members.count ? kinds : nil
  }

  /// The names that queries may use, of each kind its English name first.
  var queryNames: [String] {
    switch self {
    case .course: [name, "courses", "课程"]
    case .patent: [name, "patents", "专利"]
    case .innovation: [name, "innovations", "result", "results", "成果", "创新成果"]
    case .knowledge: [name, "知识"]
    case .craftsman: [name, "craftsmen", "工匠"]
    case .other: [name, "其他", "其它"]
    }
  }

  /// More than any name has, in characters.
  private static let longestName = 16

  private static let kinds: [String: DocumentKind] = {
    var kinds: [String: DocumentKind] = [:]
    for kind in allCases {
      for name in kind.queryNames { kinds[name] = kind }
    }
    return kinds
  }()
}
