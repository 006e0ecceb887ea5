internal import Storage

/// Finds documents whose identifier comes again later, and leaves them out.
///
/// A unique identifier (a publication number, an OAI identifier, a DOI) is unique in the whole
/// index, any other one within its source file; of equals the last stays, unless it is a withdrawal:
/// then none does.
enum SupersededDocuments {
  private struct Identity: Hashable {
    let identifier: [UInt8]
    /// Empty for an identifier that is unique in the whole index.
    let source: [UInt8]
  }

  /// - Returns: how many documents were left out.
  /// - Complexity: O(documents log segments); identifiers are read only where hashes are equal.
  static func remove(from sources: inout [MergeSource]) throws(StorageError) -> Int {
    var removed = sources.map { _ in Set<UInt32>() }
    var heap = MergeHeap<UInt32>()
    var places = sources.map { _ in 0 }
    for (stream, source) in sources.enumerated() where source.reader.info.documents > 0 {
      heap.insert(source.reader.identifierIndex.entry(0).hash, from: stream)
    }
    var group: [(stream: Int, document: UInt32)] = []
    while let hash = heap.first?.element {
      group.removeAll(keepingCapacity: true)
      while let (next, stream) = heap.first, next == hash {
        let index = sources[stream].reader.identifierIndex
        let document = index.entry(places[stream]).document
        if document < index.count, sources[stream].newNumber(of: document) != nil {
          group.append((stream, document))
        }
        places[stream] += 1
        let following = places[stream] < index.count ? index.entry(places[stream]).hash : nil
        heap.replaceFirst(with: following)
      }
      if group.count > 1 { try resolve(group, sources, removed: &removed) }
    }
    var count = 0
    for (stream, superseded) in removed.enumerated() {
      let reader = sources[stream].reader
      let withdrawals = (0..<UInt32(reader.info.documents)).filter { reader.isWithdrawal($0) }
      count += superseded.subtracting(withdrawals).count
      let left = superseded.union(withdrawals)
      if left.isEmpty { continue }
      try sources[stream].remove { (document) throws(StorageError) in left.contains(document) }
    }
    return count
  }

  private static func resolve(
    _ group: [(stream: Int, document: UInt32)], _ sources: [MergeSource],
    removed: inout [Set<UInt32>]
  ) throws(StorageError) {
    var last: [Identity: (stream: Int, document: UInt32)] = [:]
    for entry in group {
      let reader = sources[entry.stream].reader
      let identity = Identity(
        identifier: try reader.identifier(of: entry.document),
        source: reader.hasUniqueIdentifier(entry.document)
          ? [] : try reader.source(of: entry.document).name)
      if let earlier = last.updateValue(entry, forKey: identity) {
        removed[earlier.stream].insert(earlier.document)
      }
    }
  }
}
