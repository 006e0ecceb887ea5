/// What the folders in entries' names say: entries of one folder mostly come one after another.
struct EntryFolders {
  private var folder: Substring = ""
  private var kind: RecordKind?
  private var isSkipped = false

  /// The kind that the folders of a name say; nil for none.
  ///
  /// `isSkipped` is whether the file is none of a corpus: hidden, or left by another program. A name
  /// that climbs out of its folder is only an odd label.
  mutating func look(at name: String) -> (kind: RecordKind?, isSkipped: Bool) {
    let file: Substring
    if let slash = name.utf8.lastIndex(where: Self.isSeparator) {
      file = name[name.utf8.index(after: slash)...]
      if name[..<slash] != folder { lookAt(folder: name[..<slash]) }
    } else {
      file = name[...]
      if !folder.isEmpty { lookAt(folder: "") }
    }
    return (kind, isSkipped || Self.skips(Array(file.utf8)))
  }

  private mutating func lookAt(folder: Substring) {
    self.folder = folder
    let names = Array(folder.utf8).split(whereSeparator: Self.isSeparator)
    kind = FolderNames.kind(parents: names[...])
    isSkipped = names.contains { Self.skips(Array($0)) }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == 0x2F || byte == 0x5C
  }

  private static func skips(_ name: [UInt8]) -> Bool {
    name != [0x2E] && name != [0x2E, 0x2E] && NameFilter.skips(name)
  }
}
