import Zhisou

/// What a patent has beside its text, the same in every format.
struct PatentFacts {
  /// What a patent document is, by its kind code.
  enum Kind: UInt8, Sendable {
    case application = 0x41  // A
    case grant = 0x42  // B
    case utilityModel = 0x55  // U

    /// The first digit of the numbers.
    var digit: Int { self == .utilityModel ? 2 : 1 }
  }

  let kind: Kind
  /// Months since January 1985, and days of the month.
  let publication: (month: Int, day: Int)
  let application: (month: Int, day: Int)
  let inventors: [Int]
  /// Organisations; the first is the record's.
  let applicants: [Int]
  /// Classes: a subject's index, main group and subgroup.
  let classes: [(subject: Int, group: Int, subgroup: Int)]
  /// Claims that are given with the abstract; most records have none.
  let claims: Int

  private static let kinds = WeightedList<Kind>([
    (.application, 50), (.utilityModel, 36), (.grant, 14),
  ])

  init(_ draft: inout Draft, month: Int) {
    kind = Self.kinds.elements[Self.kinds.index(using: &draft.walk.generator)]
    publication = (month, 1 + draft.walk.generator.below(28))
    application = (max(0, month - 4 - draft.walk.generator.below(30)), publication.day)
    var inventors: [Int] = []
    for _ in 0...draft.walk.generator.rank(bits: 0...3) {
      let person = draft.person()
      if !inventors.contains(person) { inventors.append(person) }
    }
    self.inventors = inventors
    let partner =
      draft.walk.generator.oneIn(12)
      ? [draft.walk.generator.rank(bits: Draft.organisationBits)] : []
    applicants = [draft.organisation] + partner
    classes = (0...draft.walk.generator.rank(bits: 0...2)).map { place in
      let isOther = place > 0 && draft.walk.generator.oneIn(2)
      let subject =
        isOther ? Subject.all.index(using: &draft.walk.generator) : draft.subject
      return (
        subject, 1 + draft.walk.generator.rank(bits: 0...6), draft.walk.generator.rank(bits: 0...6)
      )
    }
    claims = draft.walk.generator.oneIn(8) ? 1 + draft.walk.generator.rank(bits: 0...2) : 0
  }
}
