internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
  /// The results of a function of every element in their order, several computed at a time.
  ///
  /// - Throws: what the function throws for the first element for which it does.
  ///
  /// Inlined, so that a single thread pays for nothing.
  @inlinable
  package func map<Mapped: Sendable, Failure: Error>(
    threads: Int, _ transform: @Sendable (Element) throws(Failure) -> Mapped
  ) throws(Failure) -> [Mapped] {
    if threads == 1 || count < 2 { return try map(transform) }
    return try concurrentMap(threads: threads, transform)
  }

  @usableFromInline
  package func concurrentMap<Mapped: Sendable, Failure: Error>(
    threads: Int, _ transform: @Sendable (Element) throws(Failure) -> Mapped
  ) throws(Failure) -> [Mapped] {
    let results = Mutex([Result<Mapped, Failure>?](repeating: nil, count: count))
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: Swift.min(threads, count)) { _ in
      while true {
        let place = next.add(1, ordering: .relaxed).oldValue
        guard place < count else { return }
        let element = self[place]
        let result = Result { () throws(Failure) in try transform(element) }
        results.withLock { $0[place] = result }
      }
    }
    return try results.withLock { $0.compactMap { $0 } }.map { (result) throws(Failure) in
      try result.get()
    }
  }
}
