#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The time since it was made: on the wall, and of the processors for this thread and this process.
struct Stopwatch {
  private let wall = Self.nanoseconds(CLOCK_MONOTONIC)
  private let thread = Self.nanoseconds(CLOCK_THREAD_CPUTIME_ID)
  private let process = Self.nanoseconds(CLOCK_PROCESS_CPUTIME_ID)

  var wallMicroseconds: Double {
    Double(Self.nanoseconds(CLOCK_MONOTONIC) - wall) / 1000
  }

  var threadMicroseconds: Double {
    Double(Self.nanoseconds(CLOCK_THREAD_CPUTIME_ID) - thread) / 1000
  }

  /// Of all threads of the process.
  var processMicroseconds: Double {
    Double(Self.nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - process) / 1000
  }

  private static func nanoseconds(_ clock: clockid_t) -> Int {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
