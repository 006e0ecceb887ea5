internal import CorpusReading
internal import Storage

/// How a record's fields are stored: for each value its field, its name where it has one, its text.
///
/// See FileFormat.md, "Stored document". Identifier, kind, date and source are columns of the index
/// and not repeated.
enum StoredDocument {
  /// Appends the stored form of a record.
  static func encode(_ record: borrowing Record, into output: inout ByteWriter) {
    for value in record.values where value.field != .id {
      output.append(value.field.rawValue)
      unsafe record.bytes.withUnsafeBytes { bytes in
        unsafe output.append(counted: UnsafeRawBufferPointer(rebasing: bytes[value.name]))
        unsafe output.append(counted: UnsafeRawBufferPointer(rebasing: bytes[value.text]))
      }
    }
  }

  /// Reads the fields back into a document that has its columns already.
  ///
  /// - Returns: whether the bytes were whole.
  static func decode(_ bytes: [UInt8], into document: inout Document) -> Bool {
    unsafe forEachValue(of: bytes) { field, name, text in
      unsafe add(
        field, String(decoding: name, as: UTF8.self), String(decoding: text, as: UTF8.self),
        to: &document)
    }
  }

  /// Calls `body` with every value: its field, its own name where it has one, its text.
  ///
  /// - Returns: whether the bytes were whole.
  static func forEachValue(
    of bytes: [UInt8],
    _ body: (Record.Field, UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Void
  ) -> Bool {
    unsafe bytes.withUnsafeBytes { bytes in
      var cursor = unsafe ByteCursor(bytes)
      do {
        while cursor.remaining > 0 {
          let code = try cursor.read(UInt8.self)
          let name = try unsafe cursor.counted()
          let text = try unsafe cursor.counted()
          unsafe body(Record.Field(rawValue: code) ?? .other, name, text)
        }
        return true
      } catch {
        return false
      }
    }
  }

  /// What is wrong when `decode` says that the bytes were not whole.
  static func damage(in path: String) -> StorageError {
    .corrupt(path: path, offset: 0, reason: "a stored document does not end")
  }

  private static func add(
    _ field: Record.Field, _ name: String, _ text: String, to document: inout Document
  ) {
    switch field {
    case .id: break
    case .title: document.title = text
    case .abstract, .claims, .description, .body:
      document.sections.append(
        Document.Section(name: name.isEmpty ? field.name : name, text: text))
    case .keyword: document.keywords.append(text)
    case .person: document.people.append(text)
    case .organisation: document.organisations.append(text)
    case .code: document.codes.append(text)
    case .region: document.regions.append(text)
    case .date, .level, .prerequisite, .duration, .other:
      document.fields.append(
        Document.Field(name: name.isEmpty ? field.name : name, value: text))
    }
  }
}

extension Record.Field {
  /// The name of the field where a value has none of its own.
  ///
  /// Written out, since the name of a case is found by reflection, which takes as long as a search.
  fileprivate var name: String {
    switch self {
    case .id: "id"
    case .title: "title"
    case .abstract: "abstract"
    case .claims: "claims"
    case .description: "description"
    case .body: "body"
    case .keyword: "keyword"
    case .person: "person"
    case .organisation: "organisation"
    case .code: "code"
    case .date: "date"
    case .region: "region"
    case .level: "level"
    case .prerequisite: "prerequisite"
    case .duration: "duration"
    case .other: "other"
    }
  }
}
