/// Which entries of a folder are no part of a corpus.
enum NameFilter {
  /// Whether an entry is passed over without a word, by its name alone.
  ///
  /// Hidden files, and what office programs, downloads and other systems leave lying about.
  static func skips(_ name: [UInt8]) -> Bool {
    guard let first = name.first, first != 0x2E else { return true }
    let folded = name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return folded.starts(with: "~$".utf8) || hasSuffix(folded, ".part")
      || hasSuffix(folded, ".tmp") || folded.elementsEqual("thumbs.db".utf8)
      || folded.elementsEqual("desktop.ini".utf8) || folded.elementsEqual("__macosx".utf8)
  }

  /// Why something that is not a file is not opened; nil for a file.
  static func obstacle(_ shape: FileStatus.Shape) -> CorpusFile.Obstacle? {
    switch shape {
    case .file: nil
    case .link: .unsupported("a symbolic link is not followed")
    case .pipe: .unsupported("a pipe is not a file")
    case .socket: .unsupported("a socket is not a file")
    case .folder: .unsupported("a folder is not a file")
    case .device: .unsupported("a device is not a file")
    }
  }

  private static func hasSuffix(_ name: [UInt8], _ suffix: String) -> Bool {
    name.count >= suffix.utf8.count && name.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }
}
