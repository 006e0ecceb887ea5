/// Kinds of packages that are known by their parts and not read, so that a report can name them.
extension FileSignature {
  /// The signature of a package; nil for one that is only a bundle of files.
  static func of(_ package: Package) -> FileSignature? {
    if case .part(_, let root) = package.main {
      switch root {
      case "presentation": return unsupported("pptx", "a PowerPoint presentation (PPTX)")
      case "": return unsupported("xlsb", "a binary Excel workbook (XLSB)")
      default: return unsupported("office", "an Office document with root <\(root)>")
      }
    }
    switch package.mediaType {
    case "application/epub+zip": return unsupported("epub", "an e-book (EPUB)")
    case let type where type.contains("opendocument.text"):
      return unsupported("odt", "an OpenDocument text (ODT)")
    case let type where type.contains("opendocument.spreadsheet"):
      return unsupported("ods", "an OpenDocument spreadsheet (ODS)")
    case let type where type.contains("opendocument."):
      return unsupported("odf", "an OpenDocument drawing or presentation")
    default: break
    }
    guard package.hasPart("imsmanifest.xml") else { return nil }
    return unsupported("imscc", "a course package (Common Cartridge, SCORM)")
  }

  private static func unsupported(_ name: String, _ words: String) -> FileSignature {
    FileSignature(name: name, reason: "\(words) is not supported yet")
  }
}
