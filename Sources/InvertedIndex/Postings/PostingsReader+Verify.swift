internal import Storage

/// The full check of a list: its postings, and what is noted of them to skip and to rank by.
extension PostingsReader {
  /// Decodes the whole list and compares it with its bounds.
  ///
  /// Documents ascend, every frequency is positive, there are as many as the dictionary says; the bounds
  /// of blocks and the best impacts are exactly those of the postings.
  func verify(code: ImpactCode, norms: Norms) throws(ByteCursor.Fault) {
    var ids = [UInt32](repeating: 0, count: Self.largestBlock)
    var frequencies = ids
    var counts = [Int](repeating: 0, count: 256)
    var bounds = BoundCheck(form)
    var total = 0
    var next = 0
    for block in 0..<blocks {
      let length = try unsafe decode(block: block, ids: &ids, frequencies: &frequencies)
      for index in 0..<length {
        guard Int(ids[index]) >= next, frequencies[index] > 0 else { throw .malformed }
        next = Int(ids[index]) + 1
        let value = code.code(
          frequency: frequencies[index],
          saturation: code.saturation(length: norms.length(of: ids[index])))
        counts[Int(value)] += 1
        bounds.add(value, document: ids[index])
      }
      total += length
    }
    guard total == count, bounds.areExact else { throw .malformed }
    let noted = notedImpacts
    if !noted.isEmpty, noted != PostingsFormat.bestImpacts(counts) { throw .malformed }
  }
}

/// Compares the bounds that a list notes with the largest codes of its postings.
private struct BoundCheck {
  private let form: PostingsReader.Form
  private var largest: [UInt32]

  init(_ form: PostingsReader.Form) {
    self.form = form
    switch form {
    case .single, .short, .intermediate, .rare: largest = []
    case .dense(let list): largest = .init(repeating: 0, count: list.blocks)
    }
  }

  mutating func add(_ code: UInt32, document: UInt32) {
    switch form {
    case .single, .short, .intermediate, .rare: break
    case .dense: largest[Int(document >> 6)] = max(largest[Int(document >> 6)], code)
    }
  }

  var areExact: Bool {
    switch form {
    case .single, .short, .intermediate, .rare: true
    case .dense(let list):
      list.largestCode == largest.max() ?? 0
        && largest.indices.allSatisfy {
          list.bound(ofBlock: $0)
            == DenseList.bound(code: largest[$0], largest: UInt32(list.largestCode))
        }
    }
  }
}
