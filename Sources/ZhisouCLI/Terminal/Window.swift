#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The window that standard output is shown in.
struct Window {
  let columns: Int
  let rows: Int

  /// The window, `nil` where standard output is no terminal; `COLUMNS` goes before the width that the
  /// terminal tells.
  static let current: Window? = {
    guard isatty(1) == 1 else { return nil }
    var size = winsize()
    let isKnown = unsafe ioctl(1, UInt(TIOCGWINSZ), &size) == 0
    let columns = Environment.value(of: "COLUMNS").flatMap { Int($0) } ?? Int(size.ws_col)
    return Window(
      columns: columns > 0 ? columns : 80, rows: isKnown && size.ws_row > 0 ? Int(size.ws_row) : 24)
  }()
}
