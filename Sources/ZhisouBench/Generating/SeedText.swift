import Zhisou

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The text that generated text is copied from, with every place where two characters follow one
/// another.
///
/// Two tables say it: the places sorted by their last two characters, places of the same two in the
/// order of the text, and for each place its rank in that order. So the places with the context of a
/// place are its neighbours by rank, and near ones are near in the text too. The rank stands beside the
/// character, so that both come from one line of the cache.
///
/// Memory: 12 bytes a character, and 18 while it is made.
@safe
final class SeedText: @unchecked Sendable {
  /// A place of the text.
  struct Place: BitwiseCopyable {
    /// Its index in `order`.
    var rank: UInt32
    /// A UTF-16 code unit that is no surrogate; 0x0A ends a record.
    let character: UInt16
  }

  /// Characters, at least `leastCharacters`.
  let count: Int
  let places: UnsafeMutablePointer<Place>
  /// Places by (character there, character before, place).
  let order: UnsafeMutablePointer<UInt32>

  /// How many of the Han bigrams in the last tenth of the text have not been there before, as a share.
  private(set) var novelty = 0.0

  /// What is repeated until it is enough when there is less text.
  static let leastCharacters = 4096

  init(_ builder: consuming SeedTextBuilder) {
    var text = builder.characters
    precondition(!text.isEmpty)
    while text.count < Self.leastCharacters { text.append(contentsOf: text) }
    count = text.count
    unsafe places = Self.allocate(count)
    unsafe order = Self.allocate(count)
    for place in 0..<count {
      unsafe (places + place).initialize(to: Place(rank: 0, character: text[place]))
    }
    unsafe order.initialize(repeating: 0, count: count)
    sort()
  }

  deinit {
    unsafe places.deallocate()
    unsafe order.deallocate()
  }

  /// Sorts the places, first by the character before, then by their own (LSD radix sort).
  private func sort() {
    let (places, order, count) = unsafe (places, order, count)
    let starts = starts()
    // The half-sorted places stand where the ranks will. Before the first character is the last one.
    var next = starts
    for place in 0..<count {
      let character = unsafe Int(places[place == 0 ? count - 1 : place - 1].character)
      unsafe places[next[character]].rank = UInt32(place)
      next[character] += 1
    }
    next = starts
    for index in 0..<count {
      let place = unsafe places[index].rank
      let character = unsafe Int(places[Int(place)].character)
      unsafe order[next[character]] = place
      next[character] += 1
    }
    rankPlaces()
  }

  /// Sets the ranks of the sorted places, and the novelty: the places of a bigram follow one another,
  /// the first of them first.
  private func rankPlaces() {
    let (places, order, count) = unsafe (places, order, count)
    let lastTenth = count - count / 10
    var bigrams = 0
    var new = 0
    var previous: UInt32 = 0
    for index in 0..<count {
      let place = unsafe Int(order[index])
      unsafe places[place].rank = UInt32(index)
      let first = unsafe places[place == 0 ? count - 1 : place - 1].character
      let second = unsafe places[place].character
      let bigram = UInt32(first) << 16 | UInt32(second)
      if place >= lastTenth, Self.isHan(first), Self.isHan(second) {
        bigrams += 1
        if bigram != previous { new += 1 }
      }
      previous = bigram
    }
    novelty = Double(new) / Double(max(bigrams, 1))
  }

  /// Whether a character is one of those that titles and phrases are made of.
  static func isHan(_ character: UInt16) -> Bool {
    (0x3400...0x9FFF).contains(character)
  }

  /// For each character how many smaller ones there are in the text.
  private func starts() -> [Int] {
    var counts = [Int](repeating: 0, count: 1 << 16)
    for place in 0..<count { unsafe counts[Int(places[place].character)] += 1 }
    var sum = 0
    return counts.map { count in
      defer { sum += count }
      return sum
    }
  }

  /// Memory for so many values, in huge pages where the system has them.
  private static func allocate<Value>(_ count: Int) -> UnsafeMutablePointer<Value> {
    let pageBytes = 1 << 21
    let bytes = (count * MemoryLayout<Value>.stride + pageBytes - 1) & ~(pageBytes - 1)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: pageBytes)
    #if canImport(Glibc)
      unsafe madvise(memory, bytes, MADV_HUGEPAGE)
    #endif
    return unsafe memory.bindMemory(to: Value.self, capacity: count)
  }
}
