internal import Storage

/// The full check of a list: its postings, and what is noted of them to skip and to rank by.
extension PostingsReader {
  /// Decodes the whole list and compares it with its bounds.
  ///
  /// Documents ascend, every frequency is positive, there are as many as the dictionary says; the
  /// largest code of a block and the best impacts are exactly those of the postings.
  func verify() throws(ByteCursor.Fault) {
    var ids = [UInt32](repeating: 0, count: Self.largestBlock)
    var frequencies = ids
    var counts = [Int](repeating: 0, count: 256)
    var total = 0
    var next = 0
    for block in 0..<blocks {
      let length = try unsafe decode(block: block, ids: &ids, frequencies: &frequencies)
      var codes: [UInt32] = []
      for index in 0..<length {
        guard Int(ids[index]) >= next, frequencies[index] > 0 else { throw .malformed }
        next = Int(ids[index]) + 1
        let saturation = code.saturation(length: norms.length(of: ids[index]))
        codes.append(code.code(frequency: frequencies[index], saturation: saturation))
        counts[Int(codes[index])] += 1
      }
      var start = 0
      try forEachBound(ofBlock: block) { (end, largest) throws(ByteCursor.Fault) in
        var found: UInt32 = 0
        while start < length, ids[start] < end {
          found = max(found, codes[start])
          start += 1
        }
        guard UInt32(largest) == found else { throw .malformed }
      }
      total += length
    }
    guard total == count else { throw .malformed }
    let noted = notedImpacts
    if !noted.isEmpty, noted != PostingsFormat.bestImpacts(counts) { throw .malformed }
  }
}
