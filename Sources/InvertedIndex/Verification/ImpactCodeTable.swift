/// The impact codes of low frequencies in documents of usual lengths, so that most need no division.
@safe
final class ImpactCodeTable: @unchecked Sendable {
  private static let lengthBits: UInt32 = 12
  private static let frequencies: UInt32 = 8

  private let code: ImpactCode
  /// For each frequency from 1 on the codes of all lengths below 2^12.
  private let codes: UnsafeMutablePointer<UInt8>

  init(_ code: ImpactCode) {
    self.code = code
    let lengths: UInt32 = 1 << Self.lengthBits
    unsafe codes = .allocate(capacity: Int(Self.frequencies * lengths))
    for place in 0..<(Self.frequencies * lengths) {
      let value = code.code(
        frequency: place / lengths + 1, saturation: code.saturation(length: place % lengths))
      unsafe (codes + Int(place)).initialize(to: UInt8(value))
    }
  }

  deinit {
    unsafe codes.deallocate()
  }

  /// The code of a positive frequency.
  @inline(__always)
  func code(frequency: UInt32, length: UInt32) -> UInt8 {
    let row = frequency &- 1
    guard row < Self.frequencies, length &>> Self.lengthBits == 0 else {
      return UInt8(
        truncatingIfNeeded: code.code(
          frequency: frequency, saturation: code.saturation(length: length)))
    }
    return unsafe codes[Int(row &<< Self.lengthBits | length)]
  }
}
