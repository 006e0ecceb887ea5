#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program that shows what is longer than the window.
@safe struct Pager: ~Copyable {
  /// Where what it shows is written.
  let descriptor: Int32
  private let stream: UnsafeMutablePointer<FILE>

  /// The command of the pager: `ZHISOU_PAGER`, else `PAGER`, else `less` where it is installed; `nil`
  /// for none, which an empty variable or `cat` asks for.
  static var command: String? {
    for name in ["ZHISOU_PAGER", "PAGER"] {
      if let command = Environment.text(of: name) {
        return command.isEmpty || command == "cat" ? nil : command
      }
    }
    let folders = (Environment.value(of: "PATH") ?? "").split(separator: ":")
    return folders.contains { unsafe access("\($0)/less", X_OK) == 0 } ? "less -R -F -X" : nil
  }

  /// Starts the pager; `nil` when not even a shell can be started for it.
  init?(command: String) {
    // What less must know when the person's own command does not say it: pass colours on, end when all
    // fits, leave the text standing; and that it is UTF-8 whatever the locale.
    unsafe setenv("LESS", "RFX", 0)
    unsafe setenv("LESSCHARSET", "utf-8", 0)
    guard let stream = unsafe popen(command, "w") else { return nil }
    unsafe self.stream = stream
    unsafe descriptor = fileno(stream)
    // It may be closed before the end, and Ctrl-C is for it.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGINT, SIG_IGN)
  }

  /// Waits until the person has closed it.
  ///
  /// - Returns: whether it showed anything: the shell says 126 or 127 of what it cannot start.
  consuming func finish() -> Bool {
    let status = unsafe pclose(stream)
    return ![126, 127].contains(status >> 8)
  }
}
