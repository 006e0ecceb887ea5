internal import Storage

extension Array where Element: Sendable {
  /// The answers to the elements in their order, several computed at a time; see the concurrent `map`.
  package func answers<Answer: Sendable, Failure: Error>(
    threads: Int, _ answer: @Sendable (Element) throws(Failure) -> Answer
  ) throws(Failure) -> [Answer] {
    try map(threads: threads, answer)
  }
}
