/// Texts that the cells of a workbook share: one buffer, and where each text ends in it.
struct SharedTexts {
  private(set) var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  /// Bytes that texts and their ends take at most.
  private let limit: Int

  init(limit: Int) {
    self.limit = min(limit, Int(UInt32.max))
  }

  /// Adds a text; false when it is too large, which leaves it empty.
  mutating func append(_ text: [UInt8]) -> Bool {
    // The end of a text takes memory too.
    let fits = bytes.count + text.count + 4 * ends.count <= limit
    if fits { bytes.append(text.span) }
    if 4 * ends.count <= limit { ends.append(UInt32(bytes.count)) }
    return fits
  }

  /// Where in `bytes` the text of that number is; nil when there is none.
  func range(at index: Int) -> Range<Int>? {
    guard ends.indices.contains(index) else { return nil }
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }
}
