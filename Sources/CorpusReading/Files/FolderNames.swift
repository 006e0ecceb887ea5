/// What the names of folders say about the records in them.
enum FolderNames {
  /// The kind that a name says, nil for a name that says none.
  static func kind(of name: some Collection<UInt8>) -> RecordKind? {
    let kind = RecordKind(word: name)
    return kind == .other ? nil : kind
  }

  /// The kind said by the last folder that says one.
  static func kind(parents: ArraySlice<ArraySlice<UInt8>>) -> RecordKind? {
    for name in parents.reversed() {
      if let kind = kind(of: name) { return kind }
    }
    return nil
  }
}
