#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The memory of this process.
enum ProcessMemory {
  /// The most bytes that were resident at one time.
  static var peakBytes: Int {
    var usage = rusage()
    #if canImport(Glibc)
      unsafe getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss * 1024
    #else
      unsafe getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #endif
  }
}
