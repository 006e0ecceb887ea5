internal import Storage

/// Runs the stages of a check on several threads.
///
/// What it throws is the first thing that is wrong in the order of stages and parts, whatever the number
/// of threads: parts are begun in this order, and when something is wrong those are ended that were begun.
final class Verification: Sendable {
  /// A part of a stage, or the end of the stage behind its parts.
  private struct Place: Comparable {
    var stage = 0
    var part = 0

    static func < (left: Place, right: Place) -> Bool {
      (left.stage, left.part) < (right.stage, right.part)
    }
  }

  private struct State {
    var next = Place()
    /// How many parts of each stage are not checked yet.
    var left: [Int]
    var failure: (place: Place, error: StorageError)?
  }

  private let stages: [VerificationStage]
  private let state: Monitor<State>

  init(_ stages: [VerificationStage]) {
    self.stages = stages
    state = Monitor(State(left: stages.map(\.parts)))
  }

  /// Checks everything, once.
  ///
  /// - Parameter threads: how many work at a time, that of the caller among them; if the system has no
  ///   more of them, fewer do.
  /// - Throws: the first thing that is wrong.
  func run(threads: Int) throws(StorageError) {
    var others: [WorkerThread] = []
    while others.count + 1 < threads, let thread = try? WorkerThread({ self.work() }) {
      others.append(thread)
    }
    work()
    for thread in others { thread.join() }
    if let failure = state.change({ $0.failure }) { throw failure.error }
  }

  private func work() {
    while let place = take() {
      check(place)
      if place.part < stages[place.stage].parts, isLast(of: place.stage) {
        check(Place(stage: place.stage, part: stages[place.stage].parts))
      }
    }
  }

  /// The next part, or the end of a stage without parts; `nil` when there is nothing more to do.
  private func take() -> Place? {
    state.change { state in
      guard state.failure == nil, state.next.stage < stages.count else { return nil }
      let place = state.next
      state.next.part += 1
      if state.next.part >= stages[place.stage].parts { state.next = Place(stage: place.stage + 1) }
      return place
    }
  }

  private func check(_ place: Place) {
    do throws(StorageError) {
      try stages[place.stage].run(place.part)
    } catch {
      state.change { state in
        if let failure = state.failure, failure.place < place { return }
        state.failure = (place, error)
      }
    }
  }

  /// Whether a part just checked was the last of its stage, and nothing was wrong with the stage.
  private func isLast(of stage: Int) -> Bool {
    state.change { state in
      state.left[stage] -= 1
      return state.left[stage] == 0 && state.failure?.place.stage != stage
    }
  }
}
