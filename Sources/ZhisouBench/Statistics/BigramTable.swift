/// In how many texts each bigram stands: a hash table with linear probing.
///
/// A bigram is two scalars, `first << 21 | second`, and never zero.
@safe
final class BigramTable {
  private struct Entry: BitwiseCopyable {
    var bigram: UInt64
    var texts: UInt32
    /// The number of the last text that it was counted in.
    var last: UInt32
  }

  /// How many different bigrams there are.
  private(set) var count = 0
  /// The sum over all bigrams of the texts that have them.
  private(set) var postings = 0
  private var entries: UnsafeMutableBufferPointer<Entry>
  private var shift: UInt64

  init() {
    shift = 64 - 16
    unsafe entries = Self.allocate(1 << 16)
  }

  deinit {
    unsafe entries.deallocate()
  }

  /// Counts a text's bigrams, each once.
  ///
  /// - Parameters:
  ///   - bigrams: those of the text in any order.
  ///   - text: the text's number, from 1, never smaller than that of the call before.
  /// - Complexity: O(1) expected for each bigram.
  func count(_ bigrams: [UInt64], in text: UInt32) {
    while unsafe entries.count < (count + bigrams.count) * 2 { grow() }
    let (entries, shift) = unsafe (entries, shift)
    var (added, postings) = (0, 0)
    for bigram in bigrams {
      let place = unsafe Self.place(of: bigram, in: entries, shift: shift)
      if unsafe entries[place].bigram == 0 {
        added += 1
        postings += 1
        unsafe entries[place] = Entry(bigram: bigram, texts: 1, last: text)
      } else if unsafe entries[place].last != text {
        postings += 1
        unsafe entries[place].texts += 1
        unsafe entries[place].last = text
      }
    }
    count += added
    self.postings += postings
  }

  /// How many bigrams stand in a single text.
  ///
  /// - Complexity: O(size of the table).
  var inOneText: Int {
    unsafe entries.indices.reduce(0) { unsafe $0 + (entries[$1].texts == 1 ? 1 : 0) }
  }

  /// How many texts have the bigram.
  func texts(with bigram: UInt64) -> Int {
    unsafe Int(entries[Self.place(of: bigram, in: entries, shift: shift)].texts)
  }

  /// Where the bigram is, or the free place where it would be.
  @inline(__always)
  private static func place(
    of bigram: UInt64, in entries: UnsafeMutableBufferPointer<Entry>, shift: UInt64
  ) -> Int {
    let mask = entries.count - 1
    var place = Int(truncatingIfNeeded: (bigram &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    while unsafe entries[place].bigram != 0, unsafe entries[place].bigram != bigram {
      place = (place &+ 1) & mask
    }
    return place
  }

  private func grow() {
    let old = unsafe entries
    unsafe entries = Self.allocate(old.count * 2)
    shift -= 1
    for index in old.indices where unsafe old[index].bigram != 0 {
      let entry = unsafe old[index]
      let place = unsafe Self.place(of: entry.bigram, in: entries, shift: shift)
      unsafe entries[place] = entry
    }
    unsafe old.deallocate()
  }

  private static func allocate(_ count: Int) -> UnsafeMutableBufferPointer<Entry> {
    let entries = UnsafeMutableBufferPointer<Entry>.allocate(capacity: count)
    unsafe entries.initialize(repeating: Entry(bigram: 0, texts: 0, last: 0))
    return unsafe entries
  }
}
