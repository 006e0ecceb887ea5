import Zhisou

/// What the copying of one record goes by.
struct Walk {
  /// The random numbers of the record: it has its own, so that it is the same in whatever order and on
  /// whatever thread records are made.
  var generator: SplitMix64
  /// The part of the seed text that the record's subject has.
  let neighbourhood: Range<Int>
  /// The place from which each phrase of the title was copied.
  private(set) var titlePlaces: [Int] = []

  /// Characters that are looked at to find the beginning of a clause.
  private static let clauseReach = 48

  init(generator: SplitMix64, neighbourhood: Range<Int>) {
    self.generator = generator
    self.neighbourhood = neighbourhood
  }

  mutating func keepTitlePlace(_ place: Int) {
    titlePlaces.append(place)
  }

  /// A phrase of the title at random, nil before there is one.
  mutating func titlePlace() -> Int? {
    titlePlaces.isEmpty ? nil : titlePlaces[generator.below(titlePlaces.count)]
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
