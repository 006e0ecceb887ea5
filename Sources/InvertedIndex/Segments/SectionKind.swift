internal import Storage

/// The files of a segment and the sections of each; see FileFormat.md, "Files".
enum SectionKind {
  static let termsFile = FileKind("TERM")
  static let postingsFile = FileKind("POST")
  static let intermediatePostingsFile = FileKind("POSI")
  static let columnsFile = FileKind("COLS")
  static let documentsFile = FileKind("DOCS")
  static let manifestFile = FileKind("MANI")

  static let segmentInfo = FileKind("INFO")
  static let norms = FileKind("NORM")
  static let longNorms = FileKind("NRML")
  static let classBorders = FileKind("NCLB")
  static let classes = FileKind("NCLS")
  static let leastClasses = FileKind("NCLL")
  static let kinds = FileKind("KIND")
  static let kindBlocks = FileKind("KNDB")
  static let dates = FileKind("DATE")
  static let identifiers = FileKind("IDTX")
  static let identifierDirectory = FileKind("IDTD")
  static let identifierEntries = FileKind("IDEN")
  static let identifierBuckets = FileKind("IDBU")
  static let sources = FileKind("SRCS")
  static let sourceNames = FileKind("SRCN")
  static let sourceNameDirectory = FileKind("SRCD")
  static let documentBlocks = FileKind("DBLK")
  static let documentTable = FileKind("DTAB")
  static let manifestBody = FileKind("BODY")

  static func postingsFile(_ form: SegmentForm) -> FileKind {
    switch form {
    case .finished: postingsFile
    case .intermediate: intermediatePostingsFile
    }
  }

  /// A section of a posting field: three characters and the field's number.
  static func field(_ part: StaticString, _ field: PostingsField) -> FileKind {
    numbered(part, field.rawValue)
  }

  /// A section of an ordinal column: three characters and the column's number.
  static func column(_ part: StaticString, _ field: OrdinalField) -> FileKind {
    numbered(part, field.rawValue)
  }

  private static func numbered(_ part: StaticString, _ number: UInt8) -> FileKind {
    precondition(part.utf8CodeUnitCount == 3)
    let name = unsafe UnsafeRawBufferPointer(start: part.utf8Start, count: 3)
    let digit = UInt32(UInt8(ascii: "0") + number)
    return unsafe FileKind(
      code: UInt32(name[0]) | UInt32(name[1]) << 8 | UInt32(name[2]) << 16 | digit << 24)
  }
}
