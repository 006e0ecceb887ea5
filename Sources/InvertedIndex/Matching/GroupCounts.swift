internal import Storage

/// Counts documents by groups of the values of columns.
struct GroupCounts {
  /// What is noted of a value that is in no group.
  private static let none: UInt32 = .max

  private let group: ([UInt8]) -> [UInt8]?
  private var numbers: [[UInt8]: UInt32] = [:]
  private var counts: [Int] = []

  /// A counter of the groups that `group` makes of values.
  init(_ group: @escaping ([UInt8]) -> [UInt8]?) {
    self.group = group
  }

  /// Adds the documents of a set, each once to every group of its values.
  ///
  /// The values that they have are read first, in their order, which is the cheapest.
  mutating func add(_ column: OrdinalColumn, _ set: DocumentSet) throws(ByteCursor.Fault) {
    var groups = [UInt32](repeating: Self.none, count: column.values.count)
    var values = CountedValues(column.values, try column.counts(of: set))
    while let value = try values.next() { groups[values.ordinal] = number(of: value) }
    try column.forEachDocument(in: set) { (places) throws(ByteCursor.Fault) in
      for place in places {
        let number = groups[Int(try column.ordinal(at: place))]
        if number == Self.none { continue }
        var earlier = places.lowerBound
        while earlier < place, groups[Int(try column.ordinal(at: earlier))] != number {
          earlier &+= 1
        }
        if earlier == place { counts[Int(number)] &+= 1 }
      }
    }
  }

  private mutating func number(of value: [UInt8]) -> UInt32 {
    guard let name = group(value) else { return Self.none }
    if let known = numbers[name] { return known }
    let number = UInt32(counts.count)
    numbers[name] = number
    counts.append(0)
    return number
  }

  /// The groups that most documents are in.
  consuming func finish(limit: Int) -> ValueCounts {
    var found = MostFrequent<[UInt8]>(limit: limit)
    for (name, number) in numbers.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      found.append(name, documents: counts[Int(number)])
    }
    return found.finish { $0 }
  }
}
