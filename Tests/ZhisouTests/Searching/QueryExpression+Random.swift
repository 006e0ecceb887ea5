import TestSupport
import Zhisou

extension QueryExpression {
  /// An expression of random parts, about records as `ModelRecord.detailed` makes them.
  static func random(depth: Int, using generator: inout SeededGenerator) -> QueryExpression {
    func pick(_ values: String...) -> String { values.randomElement(using: &generator) ?? "" }
    func parts() -> [QueryExpression] {
      (0..<Int.random(in: 2...3, using: &generator)).map { _ in
        random(depth: depth - 1, using: &generator)
      }
    }
    switch Int.random(in: depth > 0 ? 0...13 : 5...13, using: &generator) {
    case 0: return .all(parts())
    case 1: return .any(parts())
    case 2: return .not(random(depth: depth - 1, using: &generator))
    case 3, 4:
      return .list(
        parts().map { part in
          let occurrences: [Clause.Occurrence] = [.optional, .optional, .required, .prohibited]
          return Clause(occurrences.randomElement(using: &generator) ?? .optional, part)
        })
    case 5: return .boosted(leaf(using: &generator), pick("2", "0.5") == "2" ? 2 : 0.5)
    case 6: return .field(.kind, .words(pick("patent", "course,craftsman", "knowledge")))
    case 7:
      return .field(
        .date,
        [
          .words("2019"), .words("2019-05"), .range(from: "2019-05", through: "2020"),
          .range(from: "2020", through: nil), .range(from: nil, through: "2019-05-17"),
        ].randomElement(using: &generator) ?? .words("2021"))
    case 8:
      return .field(
        .ipc,
        .words(
          pick("B", "B24", "B24B", "B24B5", "B24B 5/04", "H01L", "H01L2", "H01L21", "Y", "F16C 33"))
      )
    case 9:
      return .field(
        pick("id", "source") == "id" ? .id : .source, .words(pick("D3", "d7", "专利", "a.js")))
    case 10:
      let fields: [QueryField] = [
        .title, .abstract, .claims, .person, .org, .region, .code, .trade,
      ]
      return .field(
        fields.randomElement(using: &generator) ?? .title, leaf(using: &generator))
    default: return leaf(using: &generator)
    }
  }

  private static func leaf(using generator: inout SeededGenerator) -> QueryExpression {
    func pick(_ values: String...) -> String { values.randomElement(using: &generator) ?? "" }
    switch Int.random(in: 0...4, using: &generator) {
    case 0:
      return .phrase(pick("磨削", "磨削烧", "削轴", "轴承厂", "磨磨磨", "遼寧省", "沈阳", "砚青", "承磨削"))
    case 1: return .prefix(pick("磨削", "轴", "62", "gbt18", "a", "sk", "wan", "大连", "h01l", "b24b4"))
    default:
      return .words(pick("磨削", "磨削烧", "轴", "𬭎", "轴承厂", "大连", "6205", "gb/t 1804", "磨工", "ABC"))
    }
  }
}
