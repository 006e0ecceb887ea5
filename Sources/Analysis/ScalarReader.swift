/// Reads the scalars of a text that stands in the program.
@safe
struct ScalarReader {
  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  private var index = 0

  init(_ text: StaticString) {
    unsafe bytes = text.utf8Start
    count = text.utf8CodeUnitCount
  }

  /// The next scalar; `nil` at the end.
  mutating func next() -> UInt32? {
    guard index < count else { return nil }
    let scalar = unsafe UTF8Scalar.read(bytes, at: index, end: count)
    index += scalar.length
    return scalar.value
  }
}
