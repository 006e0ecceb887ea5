import Zhisou

/// What the copying of one record goes by.
struct Walk {
  /// The random numbers of the record: it has its own, so that it is the same in whatever order and on
  /// whatever thread records are made.
  var generator: SplitMix64
  /// The part of the seed text that the record's subject has.
  let neighbourhood: Range<Int>
  /// Places from which phrases were copied that come again: those of the title first.
  private var kept: [Int] = []

  /// Characters that are looked at to find the beginning of a clause.
  private static let clauseReach = 48

  init(generator: SplitMix64, neighbourhood: Range<Int>) {
    self.generator = generator
    self.neighbourhood = neighbourhood
  }

  /// Remembers the place of a phrase.
  mutating func keep(_ place: Int) {
    kept.append(place)
  }

  /// A place that was kept, at random, the earlier the likelier; nil before there is one.
  mutating func keptPlace() -> Int? {
    kept.isEmpty ? nil : kept[generator.below(1 + generator.below(kept.count))]
  }

  /// The beginning of a clause of the subject.
  mutating func home(in seed: SeedText) -> Int {
    let start = neighbourhood.lowerBound + generator.below(neighbourhood.count)
    let places = unsafe seed.places
    let end = min(start + Self.clauseReach, seed.count - 2)
    var place = start
    while place < end {
      if unsafe !SeedText.isHan(places[place].character),
        unsafe SeedText.isHan(places[place + 1].character)
      {
        return place + 1
      }
      place += 1
    }
    return min(start, seed.count - 2)
  }

  /// A place at random, of the subject as often as not.
  mutating func leap(in seed: SeedText) -> Int {
    generator.next() & 1 == 0 ? home(in: seed) : generator.below(seed.count - 1)
  }
}
