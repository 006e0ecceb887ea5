package import Storage
internal import Synchronization

/// The segments that are made for the next commit, by any number of threads.
///
/// The input is cut into runs, each of which becomes a segment or, when it holds more than there is
/// memory for, several. A segment's number follows from its place in the input alone, so that the same
/// input makes the same files whichever thread made them.
package final class NewSegments: Sendable {
  private struct Place: Hashable {
    let run: Int
    let part: Int
  }

  /// Runs are fewer than this; the numbers of further parts lie beyond those of all first ones.
  private static let mostRuns = 1 << 24

  package let directory: Directory
  private let first: UInt64
  private let forms = Mutex<[Place: SegmentForm]>([:])

  init(in directory: Directory, from first: UInt64) {
    self.directory = directory
    self.first = first
  }

  /// The files of a part of a run, both counted from 0.
  package func files(ofRun run: Int, part: Int) -> SegmentFiles {
    precondition(run < Self.mostRuns)
    return SegmentFiles(number: number(of: Place(run: run, part: part)))
  }

  /// Makes a segment that is written part of the next commit.
  package func add(run: Int, part: Int, form: SegmentForm) {
    forms.withLock { $0[Place(run: run, part: part)] = form }
  }

  /// The numbers and forms of all segments in the order of the input.
  var all: [(number: UInt64, form: SegmentForm)] {
    let ordered = forms.withLock { forms in
      forms.sorted { ($0.key.run, $0.key.part) < ($1.key.run, $1.key.part) }
    }
    return ordered.map { (number(of: $0.key), $0.value) }
  }

  func removeAll() {
    forms.withLock { $0 = [:] }
  }

  private func number(of place: Place) -> UInt64 {
    first + UInt64(place.part) * UInt64(Self.mostRuns) + UInt64(place.run)
  }
}
