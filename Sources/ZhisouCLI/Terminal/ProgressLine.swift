import Zhisou

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One line on standard error that is written over as work goes on, and is gone at the end.
///
/// Only a carriage return and blanks move it, which every terminal understands.
final class ProgressLine {
  private static let descriptor: Int32 = 2
  /// The time between two lines: often enough to be alive, seldom enough to be read.
  private static let interval = Duration.milliseconds(200)

  private let columns: Int
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant
  /// Columns of the window that the line takes.
  private var width = 0

  /// - Returns: `nil` where standard error is no terminal.
  init?() {
    guard isatty(Self.descriptor) == 1 else { return nil }
    var size = winsize()
    _ = unsafe ioctl(Self.descriptor, UInt(TIOCGWINSZ), &size)
    columns = size.ws_col > 0 ? Int(size.ws_col) : 80
    last = clock.now
  }

  /// Shows a line in place of the one before, unless that is too young.
  func show(_ message: @autoclosure () -> Message) {
    let now = clock.now
    guard now - last >= Self.interval else { return }
    last = now
    write(message().text(in: .ofPerson))
  }

  /// Leaves an empty line.
  func clear() {
    if width > 0 { write("") }
  }

  private func write(_ text: String) {
    var shown = ""
    var columns = 0
    // The last column stays free, so that no terminal begins a new line.
    for character in text.withVisibleControls {
      let next = columns + String(character).displayWidth
      if next >= self.columns { break }
      shown.append(character)
      columns = next
    }
    let blanks = String(repeating: " ", count: max(0, width - columns))
    Terminal.overwrite("\r\(shown)\(blanks)\r")
    width = columns
  }
}
