internal import Synchronization

/// The highest threshold that one of several scans has reached.
///
/// As many documents as are wanted reach it in the share of that scan alone, so that it holds for all.
final class SharedThreshold: Sendable {
  private let highest = Atomic<Int>(0)

  /// Tells the threshold of a scan and learns the highest of all.
  func exchange(_ threshold: Int) -> Int {
    highest.max(threshold, ordering: .relaxed).newValue
  }
}
