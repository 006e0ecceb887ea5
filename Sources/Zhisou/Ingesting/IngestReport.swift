internal import CorpusReading

/// What an ingestion read and what came of it.
public struct IngestReport: Equatable, Sendable {
  /// Something that could not be read as it should.
  public struct Problem: Equatable, Sendable {
    /// The place in the file, such as `line 17`.
    public let place: String
    /// What is wrong there.
    public let reason: String

    /// The place and the reason, for people.
    public var message: Message {
      let reason = Message(reason, following: ChineseReasons.patternsOfReasons)
      let place = Message(place, following: ChineseReasons.patternsOfPlaces)
      return self.place.isEmpty ? reason : "\(place): \(reason)"
    }
  }

  /// What became of a file.
  public enum Outcome: String, Equatable, Sendable {
    /// Read to its end; problems, if any, lost nothing.
    case read
    /// A record, a line or the rest is lost; what was whole is in the index.
    case damaged
    /// Of a type that is not read.
    case unsupported
    /// It could not be opened or read.
    case failed
  }

  /// A file that was looked at.
  public struct File: Equatable, Sendable {
    /// The path as sources name it.
    public let path: String
    /// The format it was read as.
    public let format: String
    /// The encoding of its text, such as `gb18030`; empty where no text was read.
    public let encoding: String
    /// Records read from it.
    public let records: Int
    /// What became of it.
    public let outcome: Outcome
    /// The first problems.
    public let problems: [Problem]
    /// All problems, also those not listed.
    public let problemCount: Int
    /// Values left out because they are telephone or identity-card numbers.
    public let droppedPrivateValues: Int
  }

  /// Files of the index that were not there any more, under the paths that were read.
  public struct Gone: Equatable, Sendable {
    /// How many.
    public let files: Int
    /// The documents that went with them, where no other file was read; they are not counted apart
    /// from documents that were replaced.
    public let documents: Int?
  }

  /// Documents in the index now.
  public internal(set) var documents = 0
  /// Documents read in this run.
  public internal(set) var added = 0
  /// Notices read that a record is withdrawn.
  public internal(set) var withdrawals = 0
  /// Documents left out because their identifier came again later or was withdrawn.
  public internal(set) var superseded = 0
  /// Documents of the former index that were replaced by this run.
  public internal(set) var replaced = 0
  /// Files whose documents were removed since they are gone.
  public internal(set) var gone = Gone(files: 0, documents: nil)
  /// Documents read by kind.
  public internal(set) var kinds: [DocumentKind: Int] = [:]
  /// Files looked at.
  public internal(set) var fileCount = 0
  /// The files, at least all that have problems, in the order in which they were read.
  public internal(set) var files: [File] = []
  /// Wall time.
  public internal(set) var seconds = 0.0
  /// Bytes of files read.
  public internal(set) var bytesRead = 0
  /// Bytes of text after inflating.
  public internal(set) var textBytes = 0

  /// Whether something was damaged or could not be read: the exit code then says so.
  public var hasFailures: Bool { firstFailure != nil }

  /// The first file with damage; an unsupported type is none.
  var firstFailure: File? {
    files.first { file in
      file.outcome == .damaged || file.outcome == .failed
    }
  }
}

extension IngestReport.File {
  /// The first place with what is wrong there.
  var reason: Message {
    guard let first = problems.first else { return Message(format) }
    return first.message
  }

  init(_ report: FileReport) {
    path = report.path
    format = report.format
    encoding = report.encoding
    records = report.records
    outcome =
      switch report.outcome {
      case .read: .read
      case .damaged: .damaged
      case .unsupported: .unsupported
      case .failed: .failed
      }
    problems = report.problems.map {
      IngestReport.Problem(place: $0.place, reason: $0.reason)
    }
    problemCount = report.problemCount
    droppedPrivateValues = report.droppedPrivate
  }
}
