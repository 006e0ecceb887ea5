internal import Storage

/// Runs of the input between the thread that reads them and the threads that invert them.
///
/// A run goes to one worker whole, in batches as they are read; the next one goes to the next worker
/// that is free. Batches wait up to so many bytes, which is what keeps memory constant.
final class RunQueue<Batch: Sendable>: Sendable {
  private struct Run: Sendable {
    var batches: [(batch: Batch, bytes: Int)] = []
    var isComplete = false
  }

  private struct State: Sendable {
    /// The runs that are not done, by their numbers.
    var runs: [Int: Run] = [:]
    /// The run that the next free worker takes.
    var next = 0
    var waitingBytes = 0
    /// Whether no more comes.
    var isClosed = false
    var isOneRun = false
    var failure: ZhisouError?
  }

  private let mostWaitingBytes: Int
  private let state = Monitor(State())

  init(mostWaitingBytes: Int) {
    self.mostWaitingBytes = mostWaitingBytes
  }

  /// Why a worker stopped all work, if one did.
  var failure: ZhisouError? {
    state.change { $0.failure }
  }

  /// Whether there was less than one full run.
  var isOneRun: Bool {
    state.change { $0.isOneRun }
  }

  /// Adds a batch to a run, the last one or a new one, as soon as there is room for it.
  ///
  /// - Throws: why a worker stopped all work.
  func put(_ batch: Batch, of bytes: Int, run: Int, isLast: Bool) throws(ZhisouError) {
    let failure = state.wait { state -> ZhisouError?? in
      if let failure = state.failure { return .some(failure) }
      guard state.waitingBytes < mostWaitingBytes else { return nil }
      state.waitingBytes += bytes
      state.runs[run, default: Run()].batches.append((batch, bytes))
      if isLast { state.runs[run]?.isComplete = true }
      return .some(nil)
    }
    if let failure { throw failure }
  }

  /// Lets workers come to an end: with all that waits, or at once because of a failure.
  func close(isOneRun: Bool = false, failure: ZhisouError? = nil) {
    state.change { state in
      for run in state.runs.keys { state.runs[run]?.isComplete = true }
      state.isClosed = true
      state.isOneRun = isOneRun
      if state.failure == nil { state.failure = failure }
    }
  }

  /// Waits for the next run that no worker has.
  ///
  /// - Returns: its number, or `nil` when no more comes.
  func takeRun() -> Int? {
    state.wait { state -> Int?? in
      if state.failure != nil { return .some(nil) }
      if state.runs[state.next] != nil {
        state.next += 1
        return state.next - 1
      }
      return state.isClosed ? .some(nil) : nil
    }
  }

  /// Waits for the next batch of a run.
  ///
  /// - Returns: `nil` behind its last one, and when all work stops.
  func takeBatch(of run: Int) -> Batch? {
    state.wait { state -> Batch?? in
      guard state.failure == nil, let waiting = state.runs[run] else { return .some(nil) }
      if let first = waiting.batches.first {
        state.runs[run]?.batches.removeFirst()
        state.waitingBytes -= first.bytes
        return first.batch
      }
      guard waiting.isComplete else { return nil }
      state.runs[run] = nil
      return .some(nil)
    }
  }
}
