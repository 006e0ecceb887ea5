internal import Storage

/// Finds documents by identifier: all of them sorted by a 32-bit hash of it.
///
/// See FileFormat.md, "Identifier index": hash and document of every document, and where each value
/// of the hash's high bits begins. Documents with equal hashes are candidates; the caller compares
/// the identifiers themselves.
@safe
struct IdentifierIndex: @unchecked Sendable {
  let count: Int
  private let entries: UnsafeRawBufferPointer
  private let buckets: UnsafeRawBufferPointer
  private let bucketBits: UInt32

  init(
    entries: UnsafeRawBufferPointer, buckets: UnsafeRawBufferPointer, documents: Int
  ) throws(ByteCursor.Fault) {
    count = documents
    bucketBits = Self.bucketBits(documents: documents)
    guard entries.count == documents * 8, buckets.count == ((1 << Int(bucketBits)) + 1) * 4
    else { throw .malformed }
    unsafe self.entries = entries
    unsafe self.buckets = buckets
  }

  /// About eight documents a bucket.
  static func bucketBits(documents: Int) -> UInt32 {
    var bits: UInt32 = 0
    while documents >> Int(bits + 3) > 0 { bits += 1 }
    return bits
  }

  static func hash(_ identifier: UnsafeRawBufferPointer) -> UInt32 {
    UInt32(truncatingIfNeeded: unsafe ContentHash(identifier).low >> 32)
  }

  /// The hash and the document at a place of the sorted order.
  func entry(_ place: Int) -> (hash: UInt32, document: UInt32) {
    unsafe (
      UInt32(littleEndian: entries.loadUnaligned(fromByteOffset: place * 8, as: UInt32.self)),
      UInt32(littleEndian: entries.loadUnaligned(fromByteOffset: place * 8 + 4, as: UInt32.self))
    )
  }

  private func bucketStart(_ bucket: Int) -> Int {
    unsafe Int(
      UInt32(littleEndian: buckets.loadUnaligned(fromByteOffset: bucket * 4, as: UInt32.self)))
  }

  /// Documents whose identifier has this hash, ascending.
  ///
  /// - Complexity: O(1) on average.
  func candidates(hash: UInt32) throws(ByteCursor.Fault) -> [UInt32] {
    var found: [UInt32] = []
    try forEachCandidate(hash: hash) { found.append($0) }
    return found
  }

  /// Whether a document is among those whose identifier has this hash.
  func has(_ document: UInt32, hash: UInt32) throws(ByteCursor.Fault) -> Bool {
    var found = false
    try forEachCandidate(hash: hash) { found = found || $0 == document }
    return found
  }

  @inline(__always)
  private func forEachCandidate(
    hash: UInt32, _ body: (UInt32) -> Void
  ) throws(ByteCursor.Fault) {
    let bucket = bucketBits == 0 ? 0 : Int(hash >> (32 - bucketBits))
    let start = bucketStart(bucket)
    let end = bucketStart(bucket + 1)
    guard start <= end, end <= count else { throw .malformed }
    for place in start..<end {
      let entry = entry(place)
      guard entry.document < count else { throw .malformed }
      if entry.hash == hash { body(entry.document) }
    }
  }

  /// Writes the index of hashes given by document.
  static func write(_ hashes: [UInt32], to file: FileWriter) throws(StorageError) {
    var order = hashes.enumerated().map { UInt64($0.element) << 32 | UInt64($0.offset) }
    order.sort()
    let bucketBits = bucketBits(documents: hashes.count)
    var entries = ByteWriter(capacity: hashes.count * 8 + 16)
    var buckets = ByteWriter(capacity: (1 << Int(bucketBits)) * 4 + 16)
    var next = 0
    for (place, pair) in order.enumerated() {
      let hash = UInt32(truncatingIfNeeded: pair >> 32)
      let bucket = bucketBits == 0 ? 0 : Int(hash >> (32 - bucketBits))
      while next <= bucket {
        buckets.append(UInt32(place))
        next += 1
      }
      entries.append(hash)
      entries.append(UInt32(truncatingIfNeeded: pair))
    }
    while next <= 1 << Int(bucketBits) {
      buckets.append(UInt32(hashes.count))
      next += 1
    }
    try file.writeSection(SectionKind.identifierEntries, entries)
    try file.writeSection(SectionKind.identifierBuckets, buckets)
  }
}
