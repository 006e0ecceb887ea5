/// What inverts runs of the input, one after another, each into segments of its own.
///
/// A worker has memory of its own and is used by one thread at a time.
protocol RunWorker<Batch>: Sendable {
  /// A part of a run on its way to the worker.
  associatedtype Batch: Sendable

  /// Begins a run; they are numbered from 0 in the order of the input.
  func begin(run: Int)

  func add(_ batch: Batch) throws(ZhisouError)

  /// Writes what is left of the run, which may be all there is.
  func endRun(isWholeInput: Bool) throws(ZhisouError)
}
