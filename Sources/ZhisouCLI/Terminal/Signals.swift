import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the process does when the system or the person interrupts it.
enum Signals {
  private static let interrupts = Atomic<Int>(0)

  /// Whether Ctrl-C was pressed since ``watchInterrupts()``.
  static var isInterrupted: Bool { interrupts.load(ordering: .relaxed) > 0 }

  /// Lets the first Ctrl-C ask for an orderly stop; the second one stops at once.
  static func watchInterrupts() {
    signal(SIGINT) { _ in
      Signals.interrupts.add(1, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
    // A parent may have blocked it, and its children inherit that.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGINT)
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Ends as a process that Ctrl-C ended, so that a shell script stops too.
  static func dieOfInterrupt() -> Never {
    signal(SIGINT, SIG_DFL)
    raise(SIGINT)
    Terminal.exit(130)
  }

  /// Explains a file that became shorter while it was mapped, which the system reports as `SIGBUS`.
  static func explainLostPages() {
    signal(SIGBUS) { _ in
      // Only what is safe in a signal handler: one write, no memory, no locks.
      let message: StaticString =
        "zhisou: a file of the index became shorter while it was read; build the index again\n"
      _ = unsafe write(2, message.utf8Start, message.utf8CodeUnitCount)
      _exit(2)
    }
  }
}
