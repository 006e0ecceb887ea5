/// Every format there is, one line each.
enum FormatRegistry {
  /// Formats in the order in which a file is tried.
  static let formats: [any RecordFormat.Type] = [
    Markdown.self,
    JSONLines.self,
    JSONDocument.self,
    HTMLPage.self,
    XMLDocuments.self,
    DelimitedTable.self,
    PlainText.self,
  ]

  /// Formats of archives whose parts are one document.
  static let packages: [any PackageFormat.Type] = [
    DOCX.self,
    XLSX.self,
  ]

  /// Dialects of XML, each known by its root element.
  static let dialects: [any XMLDialect.Type] = [
    CNIPAPatent.self,
    CNIPAOldPatent.self,
    ST36Patent.self,
    LearningObject.self,
    OAIRecords.self,
  ]

  /// The format of a file that begins so; what nothing else recognises is plain text.
  static func format(of opening: Opening) -> any RecordFormat.Type {
    formats.first { $0.recognises(opening) } ?? PlainText.self
  }

  /// The format of a package, nil when none recognises it.
  static func format(of package: Package) -> (any PackageFormat.Type)? {
    packages.first { $0.recognises(package) }
  }

  /// The dialect of a root element, by its local name.
  static func dialect(root name: Span<UInt8>) -> (any XMLDialect.Type)? {
    let name = name.string
    return dialects.first { $0.roots.contains(name) }
  }
}
