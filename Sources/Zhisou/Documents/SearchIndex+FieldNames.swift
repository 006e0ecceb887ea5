internal import InvertedIndex
internal import Storage

extension SearchIndex {
  /// The names of all fields and sections that documents have of their own.
  ///
  /// - Throws: `.damagedIndex`.
  /// - Complexity: O(stored text): every document is read.
  public func fieldNames() throws(ZhisouError) -> Set<String> {
    var names: Set<String> = []
    try ZhisouError.wrap { () throws(StorageError) in
      for segment in snapshot.segments {
        try segment.documents.forEach { (bytes) throws(StorageError) in
          var document = Document(id: "", kind: .other, date: 0, source: "")
          guard StoredDocument.decode(bytes, into: &document) else {
            throw StoredDocument.damage(in: segment.directory.path)
          }
          for field in document.fields { names.insert(field.name) }
          for section in document.sections { names.insert(section.name) }
        }
      }
    }
    return names
  }
}
