internal import Storage

/// The dictionary of terms that are 32-bit keys below 2^31, in two levels.
///
/// See FileFormat.md, "Key dictionary". The high bits of a key choose a bucket of blocks, the first
/// keys of those blocks the block, which is read through. Nothing is loaded on opening.
///
/// - Complexity: a look-up touches one bucket, O(log blocks in it) first keys and one block.
@safe
struct KeyDictionary {
  let blocks: TermBlocks
  private let firstKeys: UnsafeRawBufferPointer
  private let buckets: UnsafeRawBufferPointer
  private let shift: UInt32

  static let keyBits: UInt32 = 31

  init(
    blocks: TermBlocks, firstKeys: UnsafeRawBufferPointer, buckets: UnsafeRawBufferPointer
  ) throws(ByteCursor.Fault) {
    self.blocks = blocks
    unsafe self.firstKeys = firstKeys
    var cursor = unsafe ByteCursor(buckets)
    shift = try cursor.read(UInt32.self)
    guard firstKeys.count == blocks.count * 4, shift <= Self.keyBits,
      cursor.remaining == ((1 << Int(Self.keyBits - shift)) + 1) * 4
    else { throw .malformed }
    unsafe self.buckets = unsafe UnsafeRawBufferPointer(rebasing: buckets[4...])
  }

  private func firstKey(ofBlock block: Int) -> UInt32 {
    unsafe UInt32(
      littleEndian: firstKeys.loadUnaligned(fromByteOffset: block &* 4, as: UInt32.self))
  }

  private func bucketStart(_ bucket: Int) -> Int {
    let start = unsafe UInt32(
      littleEndian: buckets.loadUnaligned(fromByteOffset: bucket &* 4, as: UInt32.self))
    return min(Int(start), blocks.count)
  }

  /// The last block whose first key is at most `key`.
  private func block(of key: UInt32) -> Int? {
    let bucket = Int(key &>> shift)
    var low = bucketStart(bucket)
    var high = max(low, bucketStart(bucket &+ 1))
    while low < high {
      let middle = (low &+ high) &>> 1
      if firstKey(ofBlock: middle) <= key { low = middle &+ 1 } else { high = middle }
    }
    return low > 0 ? low &- 1 : nil
  }

  /// What is known of a key, or `nil` when no document has it.
  func find(_ key: UInt32) throws(ByteCursor.Fault) -> TermInfo? {
    guard key &>> Self.keyBits == 0, let block = block(of: key) else { return nil }
    var terms = try KeyBlockCursor(self, block: block)
    while let term = try terms.next() {
      if term.key >= key { return term.key == key ? term.info : nil }
    }
    return nil
  }

  /// Calls `body` with every key of a range that some document has, in ascending order.
  func forEach(
    in range: Range<UInt32>, _ body: (UInt32, TermInfo) -> Void
  ) throws(ByteCursor.Fault) {
    guard !range.isEmpty, range.lowerBound &>> Self.keyBits == 0 else { return }
    var block = block(of: range.lowerBound) ?? 0
    while block < blocks.count, firstKey(ofBlock: block) < range.upperBound {
      var terms = try KeyBlockCursor(self, block: block)
      while let term = try terms.next() {
        if range.contains(term.key) { body(term.key, term.info) }
      }
      block += 1
    }
  }

  /// Reads the terms of one block in order.
  struct KeyBlockCursor {
    private var cursor: ByteCursor
    private var key: UInt32
    private var listOffset: Int
    private var isFirst = true

    init(_ dictionary: KeyDictionary, block: Int) throws(ByteCursor.Fault) {
      cursor = try dictionary.blocks.cursor(ofBlock: block)
      key = dictionary.firstKey(ofBlock: block)
      guard key &>> KeyDictionary.keyBits == 0 else { throw .malformed }
      listOffset = dictionary.blocks.listOffset(ofBlock: block)
    }

    @inline(__always)
    mutating func next() throws(ByteCursor.Fault) -> (key: UInt32, info: TermInfo)? {
      guard cursor.remaining > 0 else { return nil }
      if isFirst {
        isFirst = false
      } else {
        let step = try cursor.varint(upTo: Int(UInt32.max))
        guard step > 0, Int(key) &+ step < 1 << KeyDictionary.keyBits else { throw .malformed }
        key &+= UInt32(truncatingIfNeeded: step)
      }
      return (key, try TermInfo.decode(&cursor, listOffset: &listOffset))
    }
  }

  /// Reads all terms in order, or those of some blocks.
  struct Cursor {
    private let dictionary: KeyDictionary
    private var block: Int
    private let end: Int
    private var terms: KeyBlockCursor?
    private var previous: UInt32?

    init(_ dictionary: KeyDictionary, blocks: Range<Int>? = nil) {
      self.dictionary = dictionary
      block = blocks?.lowerBound ?? 0
      end = blocks?.upperBound ?? dictionary.blocks.count
    }

    mutating func next() throws(ByteCursor.Fault) -> (key: UInt32, info: TermInfo)? {
      while true {
        if let term = try terms?.next() {
          if let previous, previous >= term.key { throw .malformed }
          previous = term.key
          return term
        }
        if block == end {
          try compareWithNextBlock()
          return nil
        }
        terms = try KeyBlockCursor(dictionary, block: block)
        block += 1
      }
    }

    private func compareWithNextBlock() throws(ByteCursor.Fault) {
      guard let previous, end < dictionary.blocks.count else { return }
      guard previous < dictionary.firstKey(ofBlock: end) else { throw .malformed }
    }
  }
}

/// Writes a key dictionary from keys in ascending order; the twin of ``KeyDictionary``.
struct KeyDictionaryWriter: ~Copyable {
  private var blocks: TermBlocksWriter
  private var firstKeys: [UInt32] = []
  private var previous: UInt32?
  private let file: FileWriter
  private let field: PostingsField

  init(file: FileWriter, field: PostingsField) throws(StorageError) {
    self.file = file
    self.field = field
    blocks = try TermBlocksWriter(file: file, kind: SectionKind.field("KBL", field))
  }

  mutating func append(_ key: UInt32, _ info: TermInfo) throws(StorageError) {
    precondition(previous.map { $0 < key } ?? true && key >> KeyDictionary.keyBits == 0)
    if blocks.isAtBlockStart {
      firstKeys.append(key)
    } else {
      blocks.bytes.append(varint: UInt64(key - (previous ?? 0)))
    }
    try blocks.append(info)
    previous = key
  }

  mutating func finish() throws(StorageError) {
    try blocks.finish(directory: SectionKind.field("KDI", field))
    var first = ByteWriter(capacity: firstKeys.count * 4 + 16)
    for key in firstKeys { first.append(key) }
    try file.writeSection(SectionKind.field("KFI", field), first)

    // As many buckets as blocks, rounded up to a power of two: about one block in each.
    var bucketBits: UInt32 = 0
    while bucketBits < 16, 1 << Int(bucketBits) < firstKeys.count { bucketBits += 1 }
    let shift = KeyDictionary.keyBits - bucketBits
    var buckets = ByteWriter(capacity: (1 << Int(bucketBits)) * 4 + 16)
    buckets.append(shift)
    var block = 0
    for bucket in 0...(1 << Int(bucketBits)) {
      while block < firstKeys.count, Int(firstKeys[block] >> shift) < bucket { block += 1 }
      buckets.append(UInt32(block))
    }
    try file.writeSection(SectionKind.field("KBU", field), buckets)
  }
}
