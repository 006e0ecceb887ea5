/// Why a walk over files ended early: a path given to it, or the caller's own error.
package enum WalkError<Failure: Error>: Error {
  case reading(ReadingError)
  case body(Failure)
}

extension WalkError: Equatable where Failure: Equatable {}
