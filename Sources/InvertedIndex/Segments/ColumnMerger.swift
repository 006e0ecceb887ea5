internal import Storage

/// Merges the columns of several segments.
struct ColumnMerger {
  private let sources: [MergeSource]

  init(_ sources: [MergeSource]) {
    self.sources = sources
  }

  /// Writes one column after another, so that the memory of one is free before the next.
  func write(to file: FileWriter) throws(StorageError) {
    try writeKindsAndDates(to: file)
    try writeIdentifiers(to: file)
    try writeSources(to: file)
    for field in OrdinalField.allCases { try merge(field, to: file) }
  }

  private func writeKindsAndDates(to file: FileWriter) throws(StorageError) {
    let documents = sources.reduce(0) { $0 + $1.living }
    var kinds = ByteWriter(capacity: documents)
    forEachLiving { (reader, document) in
      let flag = reader.hasUniqueIdentifier(document) ? SegmentReader.uniqueFlag : 0
      kinds.append(reader.kind(of: document) | flag)
    }
    try file.writeSection(SectionKind.kinds, kinds)
    try KindBlocks.write(kinds, to: file)
    var dates = ByteWriter(capacity: documents * 4)
    forEachLiving { (reader, document) in dates.append(reader.date(of: document)) }
    try file.writeSection(SectionKind.dates, dates)
  }

  private func writeIdentifiers(to file: FileWriter) throws(StorageError) {
    try writeIdentifierIndex(to: file)
    var identifiers = StringTableWriter()
    try unsafe forEachIdentifier { bytes in unsafe identifiers.append(bytes) }
    try identifiers.finish(
      to: file, bytes: SectionKind.identifiers, directory: SectionKind.identifierDirectory)
  }

  private func writeIdentifierIndex(to file: FileWriter) throws(StorageError) {
    var hashes: [UInt32] = []
    hashes.reserveCapacity(sources.reduce(0) { $0 + $1.living })
    try unsafe forEachIdentifier { bytes in unsafe hashes.append(IdentifierIndex.hash(bytes)) }
    try IdentifierIndex.write(hashes, to: file)
  }

  private func writeSources(to file: FileWriter) throws(StorageError) {
    var origins = SourceColumnWriter()
    try forEachLiving { (reader, document) throws(StorageError) in
      let origin = try reader.source(of: document)
      unsafe origin.name.withUnsafeBytes {
        unsafe origins.append(name: $0, ordinal: origin.ordinal)
      }
    }
    try origins.finish(to: file)
  }

  private func forEachLiving<Failure: Error>(
    _ body: (SegmentReader, UInt32) throws(Failure) -> Void
  ) throws(Failure) {
    for source in sources {
      for document in 0..<UInt32(source.reader.info.documents)
      where source.newNumber(of: document) != nil {
        try body(source.reader, document)
      }
      source.reader.releasePages()
    }
  }

  private func forEachIdentifier(
    _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(StorageError) {
    for source in sources {
      let reader = source.reader
      var cursor = StringTable.Cursor(reader.identifiers)
      for document in 0..<UInt32(reader.info.documents) {
        let identifier = try reader.reading(reader.columnsFile, "an identifier") {
          () throws(ByteCursor.Fault) in try cursor.next()
        }
        if source.newNumber(of: document) == nil { continue }
        unsafe identifier.withUnsafeBytes { unsafe body($0) }
      }
      reader.releasePages()
    }
  }

  /// Merges the sorted values, dropping those that no living document has, and renumbers.
  private func merge(_ field: OrdinalField, to file: FileWriter) throws(StorageError) {
    let columns = sources.map { $0.reader.columns[Int(field.rawValue)] }
    let used = try columns.indices.map { (stream) throws(StorageError) in
      try usedValues(columns[stream], sources[stream])
    }
    var renumbered = columns.map { [UInt32](repeating: .max, count: $0.values.count) }
    var heap = MergeHeap<ByteString>()
    var cursors = columns.map { StringTable.Cursor($0.values) }
    var places = columns.map { _ in 0 }
    for stream in columns.indices where columns[stream].values.count > 0 {
      heap.insert(ByteString(bytes: try next(&cursors[stream], stream)), from: stream)
    }
    var values = StringTableWriter()
    while let value = heap.first?.element {
      var isUsed = false
      while let (next, stream) = heap.first, next == value {
        if used[stream][places[stream]] {
          renumbered[stream][places[stream]] = UInt32(values.count)
          isUsed = true
        }
        places[stream] += 1
        let hasMore = places[stream] < columns[stream].values.count
        heap.replaceFirst(
          with: hasMore ? ByteString(bytes: try self.next(&cursors[stream], stream)) : nil)
      }
      if isUsed { unsafe value.bytes.withUnsafeBytes { unsafe values.append($0) } }
    }
    let valueCount = values.count
    try values.finish(
      to: file, bytes: SectionKind.column("OVB", field),
      directory: SectionKind.column("OVD", field))
    var counts: [UInt8] = []
    var ordinals: [UInt32] = []
    for (stream, source) in sources.enumerated() {
      try forEachLiving(source) { (document) throws(ByteCursor.Fault) in
        let before = ordinals.count
        try columns[stream].forEachOrdinal(of: document) { ordinal in
          ordinals.append(renumbered[stream][Int(ordinal)])
        }
        counts.append(UInt8(ordinals.count - before))
      }
    }
    try OrdinalColumnWriter.write(
      counts: counts, ordinals: ordinals, values: valueCount, to: file, field: field)
  }

  private func next(
    _ cursor: inout StringTable.Cursor, _ stream: Int
  ) throws(StorageError) -> [UInt8] {
    let reader = sources[stream].reader
    return try reader.reading(reader.columnsFile, "a column value") {
      () throws(ByteCursor.Fault) in try cursor.next()
    }
  }

  private func usedValues(
    _ column: OrdinalColumn, _ source: MergeSource
  ) throws(StorageError) -> [Bool] {
    if source.isWhole { return .init(repeating: true, count: column.values.count) }
    var used = [Bool](repeating: false, count: column.values.count)
    try forEachLiving(source) { (document) throws(ByteCursor.Fault) in
      try column.forEachOrdinal(of: document) { used[Int($0)] = true }
    }
    return used
  }

  private func forEachLiving(
    _ source: MergeSource, _ body: (Int) throws(ByteCursor.Fault) -> Void
  ) throws(StorageError) {
    let reader = source.reader
    try reader.reading(reader.columnsFile, "a column") { () throws(ByteCursor.Fault) in
      for document in 0..<reader.info.documents
      where source.newNumber(of: UInt32(document)) != nil {
        try body(document)
      }
    }
  }
}
