#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

private let target: FuzzTarget = {
  let name = unsafe getenv("ZHISOU_FUZZ_TARGET").map { unsafe String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
    preconditionFailure("ZHISOU_FUZZ_TARGET must be one of \(names)")
  }
  return target
}()

/// Called by libFuzzer, which brings its own `main`, with one input after another.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  unsafe target.run(UnsafeBufferPointer(start: data, count: size))
  return 0
}
