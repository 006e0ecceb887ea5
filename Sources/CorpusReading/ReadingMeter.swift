internal import Synchronization

/// Tells, while a file is being read, how far its reading has come.
package final class ReadingMeter: Sendable {
  private let ofFile = Atomic<Int>(0)
  private let ofText = Atomic<Int>(0)

  package init() {}

  /// Bytes of the present file that were read.
  package var fileBytes: Int { ofFile.load(ordering: .relaxed) }

  /// Bytes of text after unpacking, of all files.
  package var textBytes: Int { ofText.load(ordering: .relaxed) }

  func beginFile() {
    ofFile.store(0, ordering: .relaxed)
  }

  func count(fileBytes: Int) {
    ofFile.add(fileBytes, ordering: .relaxed)
  }

  func count(textBytes: Int) {
    ofText.add(textBytes, ordering: .relaxed)
  }
}
