package import Storage

/// An index as of one commit: immutable, shared by any number of readers.
///
/// Files that a later commit removes stay readable for as long as the snapshot lives.
package final class IndexSnapshot: Sendable {
  package let manifest: Manifest
  package let segments: [SegmentReader]
  package let documents: Int
  /// The sum of all document lengths, in positions.
  package let totalLength: UInt64
  /// What postings count by the snapshot's own statistics, for each segment.
  let saturationTables: [SaturationTable]

  /// Opens the last commit of a folder.
  ///
  /// - Complexity: O(segments), whatever their size.
  package init(_ directory: Directory, analyzer: AnalyzerStamp) throws(IndexError) {
    var (manifest, segments) = try Self.open(directory)
    if segments == nil { (manifest, segments) = try Self.open(directory) }
    guard let segments else { throw .missing(path: directory.path) }
    guard manifest.analyzer == analyzer else {
      throw .otherAnalyzer(path: directory.path, found: manifest.analyzer, expected: analyzer)
    }
    self.manifest = manifest
    self.segments = segments
    documents = segments.reduce(0) { $0 + $1.info.documents }
    totalLength = segments.reduce(0) { $0 + $1.info.totalLength }
    let ranking = BM25(documents: documents, totalLength: totalLength)
    saturationTables = segments.map { SaturationTable($0.lengthClasses, ranking: ranking) }
  }

  /// - Returns: no segments when a commit removed them while they were being opened.
  private static func open(
    _ directory: Directory
  ) throws(IndexError) -> (Manifest, [SegmentReader]?) {
    let manifest = try Manifest.read(from: directory)
    var segments: [SegmentReader] = []
    do throws(StorageError) {
      for segment in manifest.segments {
        let reader = try SegmentReader(segment.number, in: directory)
        guard reader.info.documents == segment.documents else {
          throw StorageError.corrupt(
            path: reader.columnsFile.path, offset: 0,
            reason: "the segment has other documents than the manifest says")
        }
        segments.append(reader)
      }
    } catch {
      if let current = try? Manifest.read(from: directory), current != manifest {
        return (current, nil)
      }
      throw .storage(error)
    }
    return (manifest, segments)
  }

  /// How many documents have a term; 0 also when the index is too damaged to tell.
  package func documentFrequency(of term: QueryTerm) -> Int {
    segments.reduce(0) { count, segment in
      let postings = try? TermPostings.find(term, in: segment)
      return count + (postings?.documentFrequency ?? 0)
    }
  }

  /// Checks every checksum and every invariant of the format.
  ///
  /// - Throws: `.corrupt` at the first thing that is wrong, the same with any number of threads.
  /// - Complexity: O(bytes of the index), shared by so many threads.
  package func verify(threads: Int = 1) throws(StorageError) {
    var stages: [VerificationStage] = []
    for segment in segments { stages += try segment.verificationStages() }
    try Verification(stages).run(threads: threads)
  }
}
