internal import Storage

/// Checks that can be made in any order, and what is known when all of them are made.
struct VerificationStage: Sendable {
  let parts: Int
  /// Checks a part; called once for each, by several threads at a time.
  let check: @Sendable (_ part: Int) throws(StorageError) -> Void
  /// Called when nothing was wrong with any part.
  let finish: @Sendable () throws(StorageError) -> Void

  /// A stage of so many parts.
  init(
    parts: Int, _ check: @escaping @Sendable (_ part: Int) throws(StorageError) -> Void,
    finish: @escaping @Sendable () throws(StorageError) -> Void = {}
  ) {
    self.parts = parts
    self.check = check
    self.finish = finish
  }

  /// A stage of so many things, checked so many at a time.
  init(
    _ count: Int, by step: Int,
    _ check: @escaping @Sendable (Range<Int>) throws(StorageError) -> Void,
    finish: @escaping @Sendable () throws(StorageError) -> Void = {}
  ) {
    self.init(
      parts: (count + step - 1) / step,
      { (part) throws(StorageError) in try check(part * step..<min((part + 1) * step, count)) },
      finish: finish)
  }

  /// What a part and the end of the stage, which comes behind the last part, check.
  func run(_ part: Int) throws(StorageError) {
    if part < parts { try check(part) } else { try finish() }
  }
}
