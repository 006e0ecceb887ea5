import Zhisou

/// A record while it is written.
struct Draft {
  /// The number of the record among those of its kind, from 0.
  let ordinal: Int
  /// The index of its subject.
  let subject: Int
  /// Where its text is copied from, and its random numbers.
  var walk: Walk
  /// Where in the buffer its title's own phrases stand.
  var title = 0..<0
  /// Its organisation, by number.
  let organisation: Int

  /// The bits of the numbers of organisations: the largest has about one record in 400.
  static let organisationBits = 6...22

  init(_ kind: DocumentKind, _ ordinal: Int, of model: CorpusModel) {
    var generator = model.generator(of: kind, ordinal)
    self.ordinal = ordinal
    subject = Subject.all.index(using: &generator)
    organisation = generator.rank(bits: Self.organisationBits)
    walk = Walk(generator: generator, neighbourhood: model.neighbourhoods[subject])
  }

  /// A person of the organisation: few are in many of its records, many in few.
  mutating func person() -> Int {
    organisation << 8 | walk.generator.rank(bits: 2...7)
  }
}
