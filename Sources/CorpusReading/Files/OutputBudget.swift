/// What may come out of all containers of one file together, however they are nested.
///
/// A single stream has its limit by the ratio of what comes out to what went in; many streams in
/// many containers could each keep to theirs and still fill the disk.
final class OutputBudget {
  private let limits: ReadingLimits
  private let total: Int
  private var spent = 0

  /// Makes the budget of a file of so many bytes.
  init(limits: ReadingLimits, fileBytes: Int) {
    self.limits = limits
    let largest = Int.max / 2 / max(1, limits.inflateRatio)
    total = limits.outputFreeBytes + limits.inflateRatio * min(max(0, fileBytes), largest)
  }

  /// Whether more came out than may: nothing in this file is unpacked any more.
  var isExceeded: Bool { spent > total }

  /// Counts bytes that came out of a stream, which gave `produced` for `consumed` so far.
  ///
  /// - Throws: `SourceFailure.damaged` when it is too much, for the stream or in all.
  func spend(_ bytes: Int, produced: Int, consumed: Int) throws(SourceFailure) {
    spent += bytes
    if isExceeded {
      throw .damaged("looks like a bomb, more than \(total >> 20) MiB out of the whole file")
    }
    if produced > limits.ratioFreeBytes, produced / limits.inflateRatio > consumed {
      throw .damaged("looks like a bomb, more than \(limits.inflateRatio) bytes out of each byte")
    }
  }
}
