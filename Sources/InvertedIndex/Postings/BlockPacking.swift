/// 128 integers of one width, packed in four lanes: integer `4 row + lane` lies in lane `lane`.
///
/// The layout of SIMD-BP128 (Lemire and Boytsov, "Decoding billions of integers per second through
/// vectorization", 2015). Every width has a kernel of its own with all shifts constant; written as
/// a loop over the width it is three to four times slower.
@safe
enum BlockPacking {
  static let count = 128
  static let widest = 24

  typealias Lanes = SIMD4<UInt32>

  /// Bytes that 128 integers of a width take.
  @inline(__always)
  static func size(width: Int) -> Int { width &* 16 }

  /// Packs 128 integers, each cut to `width` bits, behind `output`, which has room for them.
  static func pack(
    _ input: UnsafePointer<UInt32>, width: Int, into output: UnsafeMutableRawPointer
  ) {
    guard width > 0 else { return }
    let mask = Lanes(repeating: (1 &<< UInt32(width)) &- 1)
    var word = Lanes.zero
    var filled = 0
    var written = 0
    for row in 0..<32 {
      let values =
        unsafe UnsafeRawPointer(input + row &* 4).loadUnaligned(as: Lanes.self) & mask
      word |= values &<< Lanes(repeating: UInt32(filled))
      filled &+= width
      if filled >= 32 {
        unsafe output.storeBytes(of: word, toByteOffset: written, as: Lanes.self)
        written &+= 16
        filled &-= 32
        word =
          filled > 0
          ? values &>> Lanes(repeating: UInt32(width &- filled)) : Lanes.zero
      }
    }
  }

  /// Unpacks 128 integers of `width` bits; `input` holds `size(width:)` bytes.
  @inline(__always)
  static func unpack(
    _ input: UnsafeRawPointer, width: Int, into output: UnsafeMutablePointer<UInt32>
  ) {
    let rows = UnsafeMutableRawPointer(output)
    switch width {
    case 0: unsafe output.update(repeating: 0, count: count)
    case 1: unsafe unpack1(input, rows)
    case 2: unsafe unpack2(input, rows)
    case 3: unsafe unpack3(input, rows)
    case 4: unsafe unpack4(input, rows)
    case 5: unsafe unpack5(input, rows)
    case 6: unsafe unpack6(input, rows)
    case 7: unsafe unpack7(input, rows)
    case 8: unsafe unpack8(input, rows)
    case 9: unsafe unpack9(input, rows)
    case 10: unsafe unpack10(input, rows)
    case 11: unsafe unpack11(input, rows)
    case 12: unsafe unpack12(input, rows)
    case 13: unsafe unpack13(input, rows)
    case 14: unsafe unpack14(input, rows)
    case 15: unsafe unpack15(input, rows)
    case 16: unsafe unpack16(input, rows)
    case 17: unsafe unpack17(input, rows)
    case 18: unsafe unpack18(input, rows)
    case 19: unsafe unpack19(input, rows)
    case 20: unsafe unpack20(input, rows)
    case 21: unsafe unpack21(input, rows)
    case 22: unsafe unpack22(input, rows)
    case 23: unsafe unpack23(input, rows)
    default: unsafe unpack24(input, rows)
    }
  }

  @inline(__always)
  private static func row(_ width: Int, _ index: Int, _ input: UnsafeRawPointer) -> Lanes {
    let bit = index &* width
    let word = bit &>> 5
    let shift = bit & 31
    let mask = Lanes(repeating: (1 &<< UInt32(truncatingIfNeeded: width)) &- 1)
    let low =
      unsafe input.loadUnaligned(fromByteOffset: word &* 16, as: Lanes.self)
      &>> Lanes(repeating: UInt32(truncatingIfNeeded: shift))
    if shift &+ width == 32 { return low }
    if shift &+ width < 32 { return low & mask }
    // The mask comes before the OR: the other order compiles to scalar double shifts.
    let high =
      unsafe input.loadUnaligned(fromByteOffset: word &* 16 &+ 16, as: Lanes.self)
      &<< Lanes(repeating: UInt32(truncatingIfNeeded: 32 &- shift))
    return low | (high & mask)
  }

  @inline(__always)
  private static func four(
    _ width: Int, _ index: Int, _ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer
  ) {
    let place = unsafe output + index &* 16
    unsafe place.storeBytes(of: row(width, index, input), as: Lanes.self)
    unsafe place.storeBytes(
      of: row(width, index &+ 1, input), toByteOffset: 16, as: Lanes.self)
    unsafe place.storeBytes(
      of: row(width, index &+ 2, input), toByteOffset: 32, as: Lanes.self)
    unsafe place.storeBytes(
      of: row(width, index &+ 3, input), toByteOffset: 48, as: Lanes.self)
  }

  /// Loops of 32 rows are not unrolled by the compiler, so they are written out.
  @inline(__always)
  private static func all(
    _ width: Int, _ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer
  ) {
    unsafe four(width, 0, input, output)
    unsafe four(width, 4, input, output)
    unsafe four(width, 8, input, output)
    unsafe four(width, 12, input, output)
    unsafe four(width, 16, input, output)
    unsafe four(width, 20, input, output)
    unsafe four(width, 24, input, output)
    unsafe four(width, 28, input, output)
  }

  @inline(never)
  private static func unpack1(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(1, input, output)
  }

  @inline(never)
  private static func unpack2(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(2, input, output)
  }

  @inline(never)
  private static func unpack3(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(3, input, output)
  }

  @inline(never)
  private static func unpack4(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(4, input, output)
  }

  @inline(never)
  private static func unpack5(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(5, input, output)
  }

  @inline(never)
  private static func unpack6(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(6, input, output)
  }

  @inline(never)
  private static func unpack7(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(7, input, output)
  }

  @inline(never)
  private static func unpack8(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(8, input, output)
  }

  @inline(never)
  private static func unpack9(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(9, input, output)
  }

  @inline(never)
  private static func unpack10(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(10, input, output)
  }

  @inline(never)
  private static func unpack11(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(11, input, output)
  }

  @inline(never)
  private static func unpack12(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(12, input, output)
  }

  @inline(never)
  private static func unpack13(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(13, input, output)
  }

  @inline(never)
  private static func unpack14(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(14, input, output)
  }

  @inline(never)
  private static func unpack15(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(15, input, output)
  }

  @inline(never)
  private static func unpack16(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(16, input, output)
  }

  @inline(never)
  private static func unpack17(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(17, input, output)
  }

  @inline(never)
  private static func unpack18(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(18, input, output)
  }

  @inline(never)
  private static func unpack19(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(19, input, output)
  }

  @inline(never)
  private static func unpack20(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(20, input, output)
  }

  @inline(never)
  private static func unpack21(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(21, input, output)
  }

  @inline(never)
  private static func unpack22(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(22, input, output)
  }

  @inline(never)
  private static func unpack23(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(23, input, output)
  }

  @inline(never)
  private static func unpack24(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
    unsafe all(24, input, output)
  }
}
