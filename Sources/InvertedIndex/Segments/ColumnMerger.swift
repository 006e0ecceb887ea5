internal import Storage

/// Merges the columns of several segments.
struct ColumnMerger {
  private let sources: [MergeSource]

  init(_ sources: [MergeSource]) {
    self.sources = sources
  }

  func write(to file: FileWriter) throws(StorageError) {
    var kinds = ByteWriter()
    var dates = ByteWriter()
    var hashes: [UInt32] = []
    var identifiers = StringTableWriter()
    var origins = SourceColumnWriter()
    for source in sources {
      let reader = source.reader
      var cursor = StringTable.Cursor(reader.identifiers)
      for document in 0..<UInt32(reader.info.documents) {
        let identifier = try reader.reading(reader.columnsFile, "an identifier") {
          () throws(ByteCursor.Fault) in try cursor.next()
        }
        if source.newNumber(of: document) == nil { continue }
        let flag = reader.hasUniqueIdentifier(document) ? SegmentReader.uniqueFlag : 0
        kinds.append(reader.kind(of: document) | flag)
        dates.append(reader.date(of: document))
        unsafe identifier.withUnsafeBytes { bytes in
          unsafe hashes.append(IdentifierIndex.hash(bytes))
          unsafe identifiers.append(bytes)
        }
        let origin = try reader.source(of: document)
        unsafe origin.name.withUnsafeBytes {
          unsafe origins.append(name: $0, ordinal: origin.ordinal)
        }
      }
      reader.releasePages()
    }
    try file.writeSection(SectionKind.kinds, kinds)
    try KindBlocks.write(kinds, to: file)
    try file.writeSection(SectionKind.dates, dates)
    try IdentifierIndex.write(hashes, to: file)
    try identifiers.finish(
      to: file, bytes: SectionKind.identifiers, directory: SectionKind.identifierDirectory)
    try origins.finish(to: file)
    for field in OrdinalField.allCases { try merge(field, to: file) }
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
