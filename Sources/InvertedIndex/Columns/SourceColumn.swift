package import Storage

/// Where every document came from: a source file and the ordinal of the record in it.
///
/// See FileFormat.md, "Sources". Documents of one file follow one another with ascending ordinals,
/// so a run holds many of them.
@safe
package struct SourceColumn: @unchecked Sendable {
  /// The files' names, in the order in which they were read.
  package let names: StringTable
  private let runs: UnsafeRawBufferPointer
  private static let runSize = 12

  init(_ file: SectionFile) throws(StorageError) {
    do {
      names = try unsafe StringTable(
        bytes: file.section(SectionKind.sourceNames),
        directory: file.section(SectionKind.sourceNameDirectory))
    } catch let error as StorageError {
      throw error
    } catch {
      throw .corrupt(path: file.path, offset: 0, reason: "the names of the sources are \(error)")
    }
    unsafe runs = try file.section(SectionKind.sources)
    guard unsafe runs.count % Self.runSize == 0 else {
      throw .corrupt(path: file.path, offset: 0, reason: "the list of sources has another length")
    }
  }

  private func word(_ run: Int, _ index: Int) -> UInt32 {
    unsafe UInt32(
      littleEndian: runs.loadUnaligned(
        fromByteOffset: run * Self.runSize + index * 4, as: UInt32.self))
  }

  /// Calls `body` with documents that follow one another and the number of their file.
  ///
  /// Runs begin in the order of documents, and none is left out; damaged ones throw.
  func forEachRun(
    documents: Int,
    _ body: (_ documents: Range<UInt32>, _ file: UInt32) throws(ByteCursor.Fault) -> Void
  ) throws(ByteCursor.Fault) {
    let count = unsafe runs.count / Self.runSize
    for run in 0..<count {
      let end = run + 1 < count ? word(run + 1, 0) : UInt32(documents)
      let file = word(run, 1)
      guard word(run, 0) <= end, end <= documents, file < names.count else { throw .malformed }
      try body(word(run, 0)..<end, file)
    }
  }

  /// The number of a document's file and the ordinal, from 1, of its record there.
  ///
  /// - Complexity: O(log runs).
  package func source(
    of document: UInt32
  ) throws(ByteCursor.Fault) -> (file: UInt32, ordinal: UInt32) {
    var low = 0
    var high = unsafe runs.count / Self.runSize
    while low < high {
      let middle = (low + high) / 2
      if word(middle, 0) <= document { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { throw .malformed }
    let file = word(low - 1, 1)
    guard file < names.count else { throw .malformed }
    return (file, word(low - 1, 2) &+ (document - word(low - 1, 0)))
  }
}

/// Collects sources document by document; the twin of ``SourceColumn``.
struct SourceColumnWriter: ~Copyable {
  private var names = StringTableWriter()
  private var runs = ByteWriter()
  private var last: (name: [UInt8], ordinal: UInt32)?
  private var documents: UInt32 = 0

  /// Bytes of memory in use.
  var size: Int { names.size + runs.count }

  mutating func append(name: UnsafeRawBufferPointer, ordinal: UInt32) {
    let isSameFile = last.map { unsafe $0.name.elementsEqual(name) } ?? false
    if !isSameFile {
      unsafe names.append(name)
      last = unsafe ([UInt8](name), ordinal)
    }
    if !isSameFile || last?.ordinal != ordinal {
      runs.append(documents)
      runs.append(UInt32(names.count - 1))
      runs.append(ordinal)
    }
    last?.ordinal = ordinal &+ 1
    documents += 1
  }

  mutating func finish(to file: FileWriter) throws(StorageError) {
    try names.finish(
      to: file, bytes: SectionKind.sourceNames, directory: SectionKind.sourceNameDirectory)
    try file.writeSection(SectionKind.sources, runs)
  }
}
