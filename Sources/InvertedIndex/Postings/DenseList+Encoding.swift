internal import Storage

extension DenseList {
  /// Appends a list: `count` documents in ascending order and how often each has the term.
  ///
  /// `saturations` are those of all documents of the segment, from ``ImpactCode/saturation(length:)``.
  static func encode(
    _ ids: UnsafePointer<UInt32>, _ frequencies: UnsafePointer<UInt32>, count: Int,
    code: ImpactCode, saturations: [UInt32], into output: inout ByteWriter
  ) {
    let groups = PostingsFormat.groups(
      blocks: PostingsFormat.blocks(documents: saturations.count))
    let head = output.count
    output.append(UInt64(0))
    let bounds = output.count
    for _ in 0..<groups { output.append(UInt64(0)) }
    let records = output.count
    for _ in 0..<(groups * recordSize) { output.append(UInt8(0)) }
    let body = output.count
    var maxima = [UInt32](repeating: 0, count: groups * PostingsFormat.blocksPerGroup)
    var escapes: [(document: UInt32, frequency: UInt32)] = []
    var blocks = ByteWriter(capacity: PostingsReader.largestBlock)
    var index = 0
    for group in 0..<groups {
      var sizes: UInt64 = 0
      var longSizes: [UInt8] = []
      blocks.removeAll()
      for place in 0..<PostingsFormat.blocksPerGroup {
        let block = group * PostingsFormat.blocksPerGroup + place
        let end = (block + 1) * PostingsFormat.blockSize
        let start = blocks.count
        while index < count, unsafe Int(ids[index]) < end {
          let id = unsafe ids[index]
          let frequency = unsafe frequencies[index]
          if append(id, frequency, to: &blocks) { escapes.append((id, frequency)) }
          let value = code.code(
            frequency: frequency, saturation: UInt64(saturations[Int(id)]))
          maxima[block] = max(maxima[block], value)
          index += 1
        }
        let size = blocks.count - start
        sizes |= UInt64(min(size, longBlock)) << UInt64(place * 4)
        if size >= longBlock { longSizes.append(UInt8(size)) }
      }
      output.replace(at: records + group * recordSize, with: sizes)
      output.replace(at: records + group * recordSize + 8, with: UInt32(output.count - body))
      for size in longSizes { output.append(size) }
      unsafe blocks.withBytes { unsafe output.append($0) }
    }
    let largest = maxima.max() ?? 0
    for group in 0..<groups {
      var bits: UInt64 = 0
      for place in 0..<PostingsFormat.blocksPerGroup {
        let block = group * PostingsFormat.blocksPerGroup + place
        let bound = bound(code: maxima[block], largest: largest)
        bits |= UInt64(bound) << boundShift(ofBlock: block)
      }
      output.replace(at: bounds + group * 8, with: bits)
    }
    output.replace(at: head, with: UInt32(escapes.count))
    output.replace(at: head + 4, with: UInt8(largest))
    for escape in escapes {
      output.append(escape.document)
      output.append(escape.frequency)
    }
  }

  /// Appends a posting to its block.
  ///
  /// - Returns: whether its frequency needs an escape.
  private static func append(
    _ id: UInt32, _ frequency: UInt32, to blocks: inout ByteWriter
  ) -> Bool {
    let first = UInt32(rowsInByte) + 1
    blocks.append(UInt8(truncatingIfNeeded: id & 63 | (min(frequency, first) - 1) << 6))
    guard frequency >= first else { return false }
    blocks.append(UInt8(min(frequency - first, 255)))
    return frequency - first >= 255
  }
}
