/// Archives with the input in their entries and a few bytes changed, since no fuzzer would hit on the
/// directory of an archive by chance.
enum SmallZip {
  /// How many bytes of the archive the input changes.
  private static let patches = 4

  /// An archive of two stored entries; the first bytes of the input say what to change in it.
  static func bytes(from input: [UInt8]) -> [UInt8] {
    let content = input.dropFirst(patches * 3)
    let half = content.count / 2
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, data) in [("a.csv", content.prefix(half)), ("工匠/b.zip", content.dropFirst(half))] {
      let offset = archive.count
      let fields = word(0x0014) + word(0x0800) + word(0) + word(0) + word(0) + long(0)
      let sizes = long(data.count) + long(data.count) + word(name.utf8.count) + word(0)
      archive += [0x50, 0x4B, 3, 4] + fields + sizes + Array(name.utf8) + data
      directory += [0x50, 0x4B, 1, 2] + word(0x0014) + fields + sizes
      directory += word(0) + word(0) + word(0) + long(0) + long(offset) + Array(name.utf8)
    }
    let end =
      [0x50, 0x4B, 5, 6] + word(0) + word(0) + word(2) + word(2) + long(directory.count)
      + long(archive.count) + word(0)
    archive += directory + end
    for patch in 0..<patches where input.count >= (patch + 1) * 3 {
      let place = Int(input[patch * 3]) | Int(input[patch * 3 + 1]) << 8
      // Counted from the end, where the directory lies; 0 changes nothing.
      if place > 0 { archive[archive.count - 1 - place % archive.count] ^= input[patch * 3 + 2] }
    }
    return archive
  }

  private static func word(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }

  private static func long(_ value: Int) -> [UInt8] {
    word(value) + word(value >> 16)
  }
}
