internal import Storage

/// Tells which documents have a value in a column that is accepted, 64 at a time; for one thread.
///
/// Each value is asked about once, when the first document has it.
@safe
final class ValueTest {
  private enum Answer: UInt8 { case unknown, no, yes }

  private let column: OrdinalColumn
  private let accepts: ([UInt8]) -> Bool
  /// One for each value; owned here, since a variable of an object is guarded at every access.
  private let answers: UnsafeMutableBufferPointer<Answer>

  init(_ column: OrdinalColumn, accepts: @escaping ([UInt8]) -> Bool) {
    self.column = column
    self.accepts = accepts
    unsafe answers = .allocate(capacity: column.values.count)
    unsafe answers.initialize(repeating: .unknown)
  }

  deinit {
    unsafe answers.deallocate()
  }

  /// Those of some documents of a block, a bit each, that have an accepted value.
  ///
  /// - Complexity: O(64 + values of the documents).
  func documents(inBlock block: Int, among set: UInt64) throws(ByteCursor.Fault) -> UInt64 {
    var found: UInt64 = 0
    try column.forEachDocument(inBlock: block, among: set) {
      (place, ordinals) throws(ByteCursor.Fault) in
      for ordinal in ordinals where try isAccepted(column.ordinal(at: ordinal)) {
        found |= 1 &<< UInt64(place)
        break
      }
    }
    return found
  }

  /// Which of a run of 64 blocks may have documents with an accepted value, a bit each.
  func blocks(inRun run: Int) -> UInt64 {
    column.blocksWithValues(inRun: run)
  }

  @inline(__always)
  private func isAccepted(_ ordinal: UInt32) throws(ByteCursor.Fault) -> Bool {
    // In bounds: the column compares each ordinal with the number of values.
    let place = Int(ordinal)
    if unsafe answers[place] == .unknown {
      unsafe answers[place] = accepts(try column.values.string(at: place)) ? .yes : .no
    }
    return unsafe answers[place] == .yes
  }
}
