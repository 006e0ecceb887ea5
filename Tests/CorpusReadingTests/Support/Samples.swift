#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folder of real files, if the environment names one; they stay outside of the project.
let sampleFolder: String? = unsafe getenv("ZHISOU_SHARED_DATA").map {
  unsafe String(cString: $0)
}
