import Zhisou

/// Writes text that is like a seed text without being it: runs are copied, and what follows a run is
/// some other continuation of its last two characters.
///
/// Three steps can end a run:
/// - a *turn* to another place with the same last two characters, mostly one near in the text, so
///   that a text keeps to its subject;
/// - a *leap* to a place at random, which makes bigrams that the seed text has not, as new words and
///   names do in real text;
/// - a *return* to a phrase of the title or to where a stretch of the text began, since real texts
///   repeat their words.
///
/// The runs have a geometric length of mean `meanRun`.
struct CopyingModel: Sendable {
  let seed: SeedText
  let leapsPerThousand: Double
  /// Of 65536 ends of runs, how many are leaps, and how many are returns.
  private let leaps, returns: UInt64

  /// Characters of a run on average.
  static let meanRun = 7
  /// Leaps in 1000 characters at most, when nothing else is asked for: beyond it words fall apart.
  private static let mostLeaps = 100.0
  /// Returns in 1000 characters.
  ///
  /// Fitted by `zhisou-bench statistics`: real texts have 1.23 to 1.31 bigrams for each different one.
  static let usualReturns = 23.0
  /// Turns go to a neighbour by rank at a distance of up to so many bits.
  private static let turnBits: UInt64 = 14
  private static let runLengths = runLengthTable()

  /// A model that leaps and returns so many times in 1000 characters; nil for as many leaps as the
  /// growth of the seed text's bigrams asks for.
  ///
  /// That is a leap for each bigram that is new where the seed text ends, and so goes on as it does. By
  /// `zhisou-bench statistics`, 100,000 texts out of 2 to 20 million characters of news, law or
  /// technical pages then have as many different bigrams as real ones, give or take a quarter.
  init(
    seed: SeedText, leapsPerThousand: Double? = nil, returnsPerThousand: Double = usualReturns
  ) {
    self.seed = seed
    let leapsPerThousand = leapsPerThousand ?? min(1000 * seed.novelty, Self.mostLeaps)
    self.leapsPerThousand = leapsPerThousand
    let endsPerCharacter = 65536 * Double(Self.meanRun)
    leaps = UInt64(leapsPerThousand / 1000 * endsPerCharacter)
    returns = UInt64(returnsPerThousand / 1000 * endsPerCharacter)
  }

  /// Writes about `length` characters into passages, each from the beginning of a clause.
  ///
  /// Newlines of the seed text are never copied: where a record of it ends, the walk goes home.
  func write(_ length: Int, of walk: inout Walk, to passages: Passages) {
    passages.begin(length)
    let (lanes, count) = unsafe (passages.lanes, passages.count)
    for index in 0..<count {
      let place = walk.home(in: seed)
      walk.keep(place)
      unsafe lanes[index].place = place
    }
    var isDone = false
    while !isDone {
      isDone = true
      for index in 0..<count where unsafe lanes[index].left > 0 {
        unsafe copyRun(&lanes[index], &walk)
        isDone = false
      }
      // The loads of each of these loops do not wait for one another.
      for index in 0..<count where unsafe lanes[index].rank >= 0 {
        unsafe lanes[index].found = Int(seed.order[lanes[index].rank])
      }
      for index in 0..<count where unsafe lanes[index].rank >= 0 {
        unsafe turn(&lanes[index], walk.neighbourhood)
      }
    }
  }

  /// Copies a run and chooses where to go on.
  @inline(__always)
  private func copyRun(_ lane: inout Passages.Lane, _ walk: inout Walk) {
    let random = walk.generator.next()
    var run = Int(Self.runLengths[Int(random & 1023)])
    lane.left &-= run
    lane.rank = -1
    var place = lane.place
    if place &+ run >= seed.count { place = walk.home(in: seed) }
    var end = unsafe lane.end
    let places = unsafe seed.places
    while run > 0 {
      let character = unsafe places[place].character
      if character == 0x0A {
        unsafe lane.end = end
        lane.place = walk.home(in: seed)
        return
      }
      unsafe end = Self.write(character, at: end)
      place &+= 1
      run &-= 1
    }
    unsafe lane.end = end
    lane.place = place
    chooseNext(&lane, random >> 10, &walk)
  }

  /// Chooses a leap, a return or a turn; `random` has 54 bits.
  @inline(__always)
  private func chooseNext(_ lane: inout Passages.Lane, _ random: UInt64, _ walk: inout Walk) {
    let kind = random & 0xFFFF
    if kind < leaps {
      lane.place = walk.leap(in: seed)
    } else if kind < leaps &+ returns, let kept = walk.keptPlace() {
      lane.place = kept
    } else {
      // The distance: its number of bits first, then the bits.
      let bits = (((random >> 16) & 0xFF) * Self.turnBits) >> 8
      let distance = Int(1 &+ ((random >> 25) & ((1 << bits) &- 1)))
      let rank = unsafe Int(seed.places[lane.place &- 1].rank)
      let other = random & (1 << 24) == 0 ? rank &+ distance : rank &- distance
      lane.rank = other < seed.count ? other : -1
      lane.mayGoFar = random >> 52 == 0
    }
  }

  /// Turns to the place that was found, if it has the lane's last two characters and is near enough.
  @inline(__always)
  private func turn(_ lane: inout Passages.Lane, _ neighbourhood: Range<Int>) {
    let places = unsafe seed.places
    let (found, last) = (lane.found, lane.place &- 1)
    guard neighbourhood.contains(found) || lane.mayGoFar, found > 0, last > 0,
      unsafe places[found].character == places[last].character,
      unsafe places[found - 1].character == places[last - 1].character
    else { return }
    lane.place = found &+ 1
  }

  /// Writes a character in UTF-8 and returns where the next one goes.
  @inline(__always)
  static func write(
    _ character: UInt16, at end: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    let character = UInt32(character)
    if character >= 0x800 {
      unsafe end[0] = UInt8(truncatingIfNeeded: 0xE0 | character >> 12)
      unsafe end[1] = UInt8(truncatingIfNeeded: 0x80 | character >> 6 & 0x3F)
      unsafe end[2] = UInt8(truncatingIfNeeded: 0x80 | character & 0x3F)
      return unsafe end + 3
    }
    if character < 0x80 {
      unsafe end[0] = UInt8(truncatingIfNeeded: character)
      return unsafe end + 1
    }
    unsafe end[0] = UInt8(truncatingIfNeeded: 0xC0 | character >> 6)
    unsafe end[1] = UInt8(truncatingIfNeeded: 0x80 | character & 0x3F)
    return unsafe end + 2
  }

  /// Lengths of runs, each as often among 1024 as the geometric distribution has it, at most 48.
  private static func runLengthTable() -> [UInt8] {
    var table: [UInt8] = []
    // The share of runs longer than `length`.
    var longer = 1.0
    for length in 1..<48 {
      longer *= 1 - 1 / Double(meanRun)
      while table.count < 1024, Double(table.count) < 1024 * (1 - longer) {
        table.append(UInt8(length))
      }
    }
    while table.count < 1024 { table.append(48) }
    return table
  }
}
