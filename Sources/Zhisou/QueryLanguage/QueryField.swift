/// A part of documents that a query can name: `title:砂轮`.
public enum QueryField: String, CaseIterable, Hashable, Sendable {
  /// The title.
  case title
  /// The abstract or summary.
  case abstract
  /// The claims of a patent.
  case claims
  /// People: inventors, authors, craftsmen.
  case person
  /// Organisations: applicants, firms, schools.
  case org
  /// Symbols of the International Patent Classification.
  case ipc
  /// Codes of any kind: of standards, parts, classifications.
  case code
  /// Trades and occupations.
  case trade
  /// What a document is: a course, a patent and so on.
  case kind
  /// Provinces and cities.
  case region
  /// The identifier of a document.
  case id
  /// The date.
  case date
  /// The file that a document comes from.
  case source

  /// The field with a name, English or Chinese.
  ///
  /// Case and width of the characters do not matter, nor whether they are simplified.
  public init?(name: String) {
    guard name.unicodeScalars.count <= Self.longestName else { return nil }
    guard let field = Self.fields[name.foldedName] else { return nil }
    self = field
  }

  /// Whether its values have an order, so that ranges of them can be asked for.
  var isOrdered: Bool { self == .date }

  /// All names of the field but its own.
  var aliases: [String] {
    let names =
      switch self {
      case .title: "titles 标题 题名"
      case .abstract: "abstracts summary 摘要"
      case .claims: "claim 权利要求"
      case .person: "persons people inventor inventors author authors 人 人员 姓名 发明人 作者"
      case .org:
        """
        orgs organisation organisations organization organizations applicant applicants assignee \
        assignees company 单位 机构 企业 申请人
        """
      case .ipc: "class 分类号"
      case .code: "codes 代码 编码"
      case .trade: "trades occupation industry 工种 行业 职业"
      case .kind: "kinds type types 类型 种类"
      case .region: "regions province 地区 省市"
      case .id: "number 编号 公开号"
      case .date: "dates year 日期 年份"
      case .source: "sources 来源 文件"
      }
    return names.split(separator: " ").map(String.init)
  }

  /// The name that someone meant by a word of Latin letters, if it is a slip of the pen away.
  ///
  /// Shorter words than four letters mean themselves: COD, IP and PID are no slips.
  static func intended(by word: String) -> String? {
    guard (4...longestName).contains(word.unicodeScalars.count) else { return nil }
    let word = Array(word.foldedName.utf8)
    return latinNames.first { differBySlip(word, $0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether of two words one lacks a letter of the other, has two neighbours swapped, or, from
  /// five letters on, has one other letter; the first letter is right.
  private static func differBySlip(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count <= right.count else { return differBySlip(right, left) }
    guard left.first == right.first, right.count - left.count <= 1 else { return false }
    let start = zip(left, right).prefix { $0 == $1 }.count
    let (left, right) = (left[start...], right[start...])
    if left.count < right.count { return left.elementsEqual(right.dropFirst()) }
    if left.dropFirst().elementsEqual(right.dropFirst()) { return start + left.count >= 5 }
    return left.dropFirst(2).elementsEqual(right.dropFirst(2))
      && left.prefix(2).elementsEqual(right.prefix(2).reversed())
  }

  /// More than any name has, in characters.
  static let longestName = 16

  private static let fields: [String: QueryField] = {
    var fields: [String: QueryField] = [:]
    for field in allCases {
      for name in [field.rawValue] + field.aliases { fields[name] = field }
    }
    return fields
  }()

  private static let latinNames: [[UInt8]] = {
    let names = allCases.flatMap { [$0.rawValue] + $0.aliases }
    return names.map { Array($0.utf8) }.filter { $0.count >= 3 && $0.allSatisfy { $0 < 0x80 } }
  }()
}
