/// What a posting counts, by its frequency and the length class of its document: `tf / (tf + K)` in
/// 1/65536, rounded up, with K that of the least length of the class.
///
/// So an entry is never below the true value of a document, and above it by ``error`` at most.
struct SaturationTable {
  /// Frequencies that have a row; others are computed.
  static let rows = 15
  static let one: Float = 65_536

  /// `rows` times 256 entries, a row a frequency.
  private(set) var entries: [UInt16]
  /// K at the least length of each class.
  private let saturations: [Float]
  /// The most by which an entry exceeds what a document of its class has, of 1.
  ///
  /// For lengths with K from `a` to `b` no frequency can make the difference larger than
  /// `(sqrt(b) - sqrt(a)) / (sqrt(b) + sqrt(a))`: it is that of the frequency `sqrt(a b)`.
  let error: Float

  init(_ classes: LengthClasses, ranking: BM25) {
    let borders = classes.borders
    var saturations = [Float](repeating: 0, count: LengthClasses.most)
    var error: Float = 0
    for number in 0..<(borders.count - 1) {
      let least = ranking.saturation(length: borders[number])
      let most = ranking.saturation(length: borders[number + 1] - 1)
      saturations[number] = least
      let (low, high) = (least.squareRoot(), most.squareRoot())
      error = max(error, (high - low) / (high + low))
    }
    entries = []
    entries.reserveCapacity(Self.rows * LengthClasses.most)
    for frequency in 1...UInt32(Self.rows) {
      for saturation in saturations {
        entries.append(Self.value(frequency: frequency, saturation: saturation))
      }
    }
    self.saturations = saturations
    // Rounding up adds less than one unit of the last place.
    self.error = error + 2 / Self.one
  }

  @inline(__always)
  private static func value(frequency: UInt32, saturation: Float) -> UInt16 {
    let frequency = Float(frequency)
    let value = (one * frequency / (frequency + saturation)).rounded(.up)
    return UInt16(min(value, one - 1))
  }

  /// The entry of any frequency and class; 0 for the frequency 0, which only a damaged list has.
  @inline(__always)
  func value(frequency: UInt32, class number: UInt8) -> UInt16 {
    if frequency &- 1 < Self.rows {
      return entries[Int(frequency &- 1) &<< 8 | Int(number)]
    }
    return frequency == 0
      ? 0 : Self.value(frequency: frequency, saturation: saturations[Int(number)])
  }
}
