internal import Storage

/// 128 integers packed at the width that costs the fewest bytes, the larger ones patched.
///
/// PFor (Zukowski, Héman, Nes and Boncz, "Super-scalar RAM-CPU cache compression", 2006). See
/// FileFormat.md, "Patched block": width, number of exceptions, packed integers, then for each
/// exception its index and the bits above the width as a varint.
enum PatchedBlock {
  static let count = BlockPacking.count

  /// Appends the block of 128 integers at `input`.
  static func encode(_ input: UnsafePointer<UInt32>, into output: inout ByteWriter) {
    let width = unsafe bestWidth(of: input)
    output.append(UInt8(width))
    let countPlace = output.count
    output.append(UInt8(0))
    unsafe output.append(upTo: BlockPacking.size(width: width)) { space in
      if let base = space.baseAddress {
        unsafe BlockPacking.pack(input, width: width, into: base)
      }
      return space.count
    }
    var exceptions = 0
    for index in 0..<count {
      let high = unsafe input[index] &>> UInt32(width)
      if high > 0 {
        output.append(UInt8(index))
        output.append(varint: UInt64(high))
        exceptions += 1
      }
    }
    output.replace(at: countPlace, with: UInt8(exceptions))
  }

  /// Decodes a block into 128 integers and moves the cursor behind it.
  @inline(__always)
  static func decode(
    _ cursor: inout ByteCursor, into output: UnsafeMutablePointer<UInt32>
  ) throws(ByteCursor.Fault) {
    let width = Int(try cursor.read(UInt8.self))
    let exceptions = try cursor.read(UInt8.self)
    guard width <= BlockPacking.widest, exceptions <= count else { throw .malformed }
    let packed = try unsafe cursor.bytes(BlockPacking.size(width: width))
    if let base = packed.baseAddress {
      unsafe BlockPacking.unpack(base, width: width, into: output)
    } else {
      unsafe output.update(repeating: 0, count: count)
    }
    for _ in 0..<exceptions {
      let index = Int(try cursor.read(UInt8.self))
      let high = try cursor.varint(upTo: Int(UInt32.max))
      guard index < count else { throw .malformed }
      unsafe output[index] |= UInt32(truncatingIfNeeded: high &<< width)
    }
  }

  /// The width with the smallest sum of packed bytes and exceptions.
  private static func bestWidth(of input: UnsafePointer<UInt32>) -> Int {
    // lengths[n]: how many integers have n significant bits.
    var lengths: InlineArray<33, Int> = .init(repeating: 0)
    var widest = 0
    for index in 0..<count {
      let length = unsafe 32 &- input[index].leadingZeroBitCount
      lengths[length] &+= 1
      widest = max(widest, length)
    }
    var best = min(widest, BlockPacking.widest)
    var bestSize = Int.max
    var width = best
    while width >= 0 {
      var size = BlockPacking.size(width: width)
      var length = width &+ 1
      while length <= widest {
        size &+= lengths[length] &* (1 &+ (length &- width &+ 6) / 7)
        length &+= 1
      }
      if size < bestSize {
        bestSize = size
        best = width
      }
      width &-= 1
    }
    return best
  }
}
