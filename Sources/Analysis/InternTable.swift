/// The storage of a `TokenInterner`: slots, and the tokens' bytes one behind the other.
@safe
struct InternTable: ~Copyable {
  private(set) var count = 0
  /// The upper half of a hash above the id plus one; 0 is an empty slot.
  private var slots: UnsafeMutablePointer<UInt64>
  private var slotCount: Int
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCapacity: Int
  /// Where each token begins among the bytes, and behind the last where it ends.
  private var offsets: UnsafeMutablePointer<Int>
  private var offsetCapacity: Int

  init() {
    slotCount = 256
    unsafe slots = .allocate(capacity: slotCount)
    unsafe slots.initialize(repeating: 0, count: slotCount)
    byteCapacity = 1024
    unsafe bytes = .allocate(capacity: byteCapacity)
    offsetCapacity = 129
    unsafe offsets = .allocate(capacity: offsetCapacity)
    unsafe offsets[0] = 0
  }

  deinit {
    unsafe slots.deallocate()
    unsafe bytes.deallocate()
    unsafe offsets.deallocate()
  }

  /// Of the same tokens always the same, whatever room there is for more.
  var memoryInBytes: Int {
    unsafe count &* (2 &* MemoryLayout<UInt64>.stride + MemoryLayout<Int>.stride) &+ offsets[count]
  }

  func bytes(of id: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(id < count, "No token has this id.")
    let start = unsafe offsets[id]
    return unsafe UnsafeBufferPointer(start: bytes + start, count: offsets[id + 1] - start)
  }

  mutating func removeAll() {
    unsafe slots.update(repeating: 0, count: slotCount)
    count = 0
  }

  func find(_ token: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let slot = unsafe slots[place(of: token, hash: hash(token))]
    return slot == 0 ? nil : UInt32(truncatingIfNeeded: slot) &- 1
  }

  mutating func intern(_ token: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hash = unsafe hash(token)
    let place = unsafe place(of: token, hash: hash)
    let slot = unsafe slots[place]
    if slot != 0 { return UInt32(truncatingIfNeeded: slot) &- 1 }
    unsafe add(token)
    unsafe slots[place] = (hash & 0xFFFF_FFFF_0000_0000) | UInt64(count)
    // At most three slots of four are taken.
    if count &* 4 > slotCount &* 3 { growSlots() }
    return UInt32(truncatingIfNeeded: count &- 1)
  }

  /// All ids in the order of their tokens' bytes.
  func idsInByteOrder() -> [UInt32] {
    var keyed = (0..<UInt32(count)).map { id in
      unsafe (prefix: prefix(of: bytes(of: Int(id))), id: id)
    }
    keyed.sort { left, right in
      guard left.prefix == right.prefix else { return left.prefix < right.prefix }
      let first = unsafe bytes(of: Int(left.id))
      let second = unsafe bytes(of: Int(right.id))
      return unsafe first.lexicographicallyPrecedes(second)
    }
    return keyed.map { $0.id }
  }

  /// The slot that holds a token, or the empty one that is its place.
  private func place(of token: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let slots = unsafe slots
    let mask = slotCount &- 1
    var place = Int(truncatingIfNeeded: hash &>> 32) & mask
    while true {
      let slot = unsafe slots[place]
      if slot == 0 { return place }
      if (slot ^ hash) &>> 32 == 0, unsafe isToken(UInt32(truncatingIfNeeded: slot) &- 1, token) {
        return place
      }
      place = (place &+ 1) & mask
    }
  }

  private func isToken(_ id: UInt32, _ token: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = unsafe offsets[Int(id)]
    guard unsafe offsets[Int(id) &+ 1] &- start == token.count else { return false }
    var index = 0
    while index < token.count {
      if unsafe bytes[start &+ index] != token[index] { return false }
      index &+= 1
    }
    return true
  }

  private mutating func add(_ token: UnsafeBufferPointer<UInt8>) {
    precondition(count < Int(TermKey.internedFlag) - 1, "More tokens than ids.")
    let start = unsafe offsets[count]
    if byteCapacity < start &+ token.count {
      let grown = max(byteCapacity * 2, start + token.count)
      unsafe bytes = InternTable.moved(bytes, count: start, capacity: grown)
      byteCapacity = grown
    }
    if offsetCapacity < count &+ 2 {
      unsafe offsets = InternTable.moved(offsets, count: count + 1, capacity: offsetCapacity * 2)
      offsetCapacity *= 2
    }
    if let source = token.baseAddress {
      unsafe (bytes + start).update(from: source, count: token.count)
    }
    count &+= 1
    unsafe offsets[count] = start &+ token.count
  }

  private mutating func growSlots() {
    let old = unsafe slots
    let oldCount = slotCount
    slotCount *= 2
    unsafe slots = .allocate(capacity: slotCount)
    unsafe slots.initialize(repeating: 0, count: slotCount)
    for index in 0..<oldCount {
      let slot = unsafe old[index]
      guard slot != 0 else { continue }
      var place = Int(slot >> 32) & (slotCount - 1)
      while unsafe slots[place] != 0 { place = (place + 1) & (slotCount - 1) }
      unsafe slots[place] = slot
    }
    unsafe old.deallocate()
  }

  private static func moved<T>(
    _ old: UnsafeMutablePointer<T>, count: Int, capacity: Int
  ) -> UnsafeMutablePointer<T> {
    let new = UnsafeMutablePointer<T>.allocate(capacity: capacity)
    unsafe new.moveInitialize(from: old, count: count)
    unsafe old.deallocate()
    return unsafe new
  }

  /// A hash of eight bytes a step; its upper half chooses the slot and stands in it.
  private func hash(_ token: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var mixed = UInt64(truncatingIfNeeded: token.count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index < token.count {
      let left = token.count &- index
      let word = unsafe left >= 8 ? InternTable.word(token, index) : tail(token, from: index)
      let product = (mixed ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
      mixed = product.high ^ product.low
      index &+= 8
    }
    return mixed ^ (mixed &<< 29)
  }

  private static func word(_ token: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt64 {
    unsafe UnsafeRawBufferPointer(token).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  private func tail(_ token: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt64 {
    var word: UInt64 = 0
    var index = start
    while index < token.count {
      unsafe word = (word &<< 8) | UInt64(token[index])
      index &+= 1
    }
    return word
  }

  /// The first eight bytes, whose order as a number is their order as bytes.
  private func prefix(of token: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if token.count >= 8 { return unsafe InternTable.word(token, 0).bigEndian }
    guard token.count > 0 else { return 0 }
    return unsafe tail(token, from: 0) &<< UInt64(8 &* (8 &- token.count))
  }
}
