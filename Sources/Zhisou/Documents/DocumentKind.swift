/// What a document is.
public enum DocumentKind: UInt8, CaseIterable, Sendable {
  /// A course of training.
  case course
  /// A patent or a patent application.
  case patent
  /// A worker's innovation result.
  case innovation
  /// An entry of knowledge.
  case knowledge
  /// A craftsman's record.
  case craftsman
  /// Anything else; the original word is kept among the document's fields.
  case other

  /// The English name, as in files and on the command line.
  public var name: String {
    switch self {
    case .course: "course"
    case .patent: "patent"
    case .innovation: "innovation"
    case .knowledge: "knowledge"
    case .craftsman: "craftsman"
    case .other: "other"
    }
  }

  /// The kind with a name; `result` is another name of `innovation`.
  public init?(name: String) {
    if name == "result" {
      self = .innovation
      return
    }
    guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = kind
  }
}
