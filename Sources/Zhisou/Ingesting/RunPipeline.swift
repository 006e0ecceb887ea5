internal import Storage

/// Gives the runs of the input to workers, several at a time, while the caller reads on.
///
/// As the segments that come of a run follow from the run alone, it does not matter which worker makes
/// them. With one worker there is no other thread: the caller's does all the work.
final class RunPipeline<Worker: RunWorker> {
  private let mostWorkers: Int
  private let queue: RunQueue<Worker.Batch>
  private let makeWorker: () throws(ZhisouError) -> Worker
  private var run = 0
  private var isInRun = false
  /// The worker that is not on a thread of its own.
  private var ownWorker: Worker?
  private var threads: [WorkerThread] = []

  /// A pipeline of at most so many workers; they begin when there is work for them.
  init(
    workers: Int, memory: BuildingMemory,
    _ makeWorker: @escaping () throws(ZhisouError) -> Worker
  ) {
    mostWorkers = workers
    queue = RunQueue(mostWaitingBytes: memory.readAhead)
    self.makeWorker = makeWorker
  }

  deinit {
    stop()
  }

  /// Adds a batch of so many bytes to the run, beginning one where none is begun.
  ///
  /// - Throws: what kept a worker from its work.
  func add(_ batch: Worker.Batch, of bytes: Int, endsRun: Bool) throws(ZhisouError) {
    if mostWorkers == 1 {
      let worker: Worker
      if let ownWorker { worker = ownWorker } else { worker = try makeWorker() }
      ownWorker = worker
      if !isInRun { worker.begin(run: run) }
      try worker.add(batch)
      if endsRun { try worker.endRun(isWholeInput: false) }
    } else {
      if !isInRun, threads.count < mostWorkers { try startThread() }
      try queue.put(batch, of: bytes, run: run, isLast: endsRun)
    }
    isInRun = !endsRun
    if endsRun { run += 1 }
  }

  /// Ends the last run and waits until all segments are written.
  func finish() throws(ZhisouError) {
    // Whether a run is the whole input shows when it ends before it is full.
    let isWholeInput = isInRun && run == 0
    if isInRun { try ownWorker?.endRun(isWholeInput: isWholeInput) }
    isInRun = false
    ownWorker = nil
    queue.close(isOneRun: isWholeInput)
    join()
    if let failure = queue.failure { throw failure }
  }

  /// Gives up what is not written yet; nothing is written any more when it returns.
  func stop() {
    queue.close(failure: .interrupted)
    join()
  }

  private func join() {
    for thread in threads { thread.join() }
    threads = []
  }

  private func startThread() throws(ZhisouError) {
    let worker = try makeWorker()
    let queue = queue
    let thread = try ZhisouError.wrap { () throws(StorageError) in
      try WorkerThread {
        do throws(ZhisouError) {
          while let run = queue.takeRun() {
            worker.begin(run: run)
            while let batch = queue.takeBatch(of: run) { try worker.add(batch) }
            if queue.failure == nil { try worker.endRun(isWholeInput: queue.isOneRun) }
          }
        } catch {
          queue.close(failure: error)
        }
      }
    }
    threads.append(thread)
  }
}
