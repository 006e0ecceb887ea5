internal import CorpusReading
internal import InvertedIndex
internal import Storage

/// Why something could not be done: what, where, and what to do next.
public struct ZhisouError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The kinds of failure; more may come.
  public struct Code: RawRepresentable, Equatable, Hashable, Sendable {
    /// The name of the code, for machines.
    public let rawValue: String

    /// Makes a code from its name.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// A file or folder that was named does not exist or cannot be read.
    public static let unreadablePath = Code(rawValue: "unreadable-path")
    /// There is no index in the folder.
    public static let noIndex = Code(rawValue: "no-index")
    /// The index is damaged.
    public static let damagedIndex = Code(rawValue: "damaged-index")
    /// The index has a format that this version no longer reads.
    public static let indexTooOld = Code(rawValue: "index-too-old")
    /// The index was made by a later version.
    public static let indexTooNew = Code(rawValue: "index-too-new")
    /// The index was made with another analyzer.
    public static let otherAnalyzer = Code(rawValue: "other-analyzer")
    /// Another process is writing to the index.
    public static let locked = Code(rawValue: "locked")
    /// The system refused: no space, no permission, a failing disk.
    public static let system = Code(rawValue: "system")
    /// The query has nothing that could be looked for.
    public static let emptyQuery = Code(rawValue: "empty-query")
    /// The query does not follow the rules of the query language.
    public static let badQuery = Code(rawValue: "bad-query")
    /// An argument is not what it must be.
    public static let invalidArgument = Code(rawValue: "invalid-argument")
    /// The caller asked to stop.
    public static let interrupted = Code(rawValue: "interrupted")
  }

  /// The kind of failure.
  public let code: Code
  /// The file or folder it is about, empty when there is none.
  public let path: String
  private let reasonMessage: Message
  private let adviceMessage: Message

  /// Makes an error.
  public init(code: Code, path: String = "", reason: Message, advice: Message) {
    self.code = code
    self.path = path
    reasonMessage = reason
    adviceMessage = advice
  }

  /// The error of an option whose number must not be negative, and is.
  public init(negative option: String) {
    self.init(
      code: .invalidArgument, reason: "\(option) must not be negative",
      advice: "give a number from 0 on")
  }

  /// What was expected and what was found.
  public var reason: String { reasonMessage.description }

  /// What to do next.
  public var advice: String { adviceMessage.description }

  /// One line: place, reason, advice; control characters of the path are written `\xHH`.
  public var message: Message {
    let text: Message = advice.isEmpty ? reasonMessage : "\(reasonMessage); \(adviceMessage)"
    return path.isEmpty ? text : "\(CorpusFile.shown(path.utf8)): \(text)"
  }

  /// The message in English.
  public var description: String { message.description }
}

extension ZhisouError {
  /// Why an ingestion that was cancelled did not come to its end.
  static let interrupted = ZhisouError(
    code: .interrupted, reason: "stopped before the commit",
    advice: "the index is as it was; run it again")

  init(_ error: StorageError) {
    switch error {
    case .system(let path, let operation, let code):
      self.init(
        code: .system, path: path,
        reason: "\(operation): \(Message(StorageError.message(of: code)))",
        advice: Self.advice(for: code))
    case .corrupt(let path, let offset, let reason):
      self.init(
        code: .damagedIndex, path: path,
        reason: offset > 0
          ? "damaged at byte \(offset): \(Message(reason))" : "damaged: \(Message(reason))",
        advice: "remove the index folder and build it again")
    case .tooOld(let path, let found, let oldest):
      self.init(
        code: .indexTooOld, path: path,
        reason: "format version \(found), this program reads \(oldest) and later",
        advice: "remove the index folder and build it again")
    case .tooNew(let path, let found, let newest):
      self.init(
        code: .indexTooNew, path: path,
        reason: "format version \(found), this program knows up to \(newest)",
        advice: "use a newer zhisou, or remove the index folder and build it again")
    case .locked(let path):
      self.init(
        code: .locked, path: path, reason: "another process is writing to this index",
        advice: "wait until it has finished")
    case .tooLarge(let path, let limit):
      self.init(
        code: .system, path: path, reason: "would grow beyond \(limit) bytes",
        advice: "give a smaller --memory, so that segments are cut earlier")
    }
  }

  /// What keeps a file or folder that the caller named from being read.
  init(reading error: StorageError) {
    switch error {
    case .system(let path, _, let code):
      self.init(
        code: .unreadablePath, path: path, reason: Message(StorageError.message(of: code)),
        advice: Self.adviceForReading(code))
    case .tooLarge(let path, let limit):
      self.init(
        code: .unreadablePath, path: path, reason: "larger than \(limit) bytes",
        advice: "cut it into smaller files")
    case .corrupt, .tooOld, .tooNew, .locked:
      self.init(error)
    }
  }

  init(_ error: IndexError) {
    switch error {
    case .storage(let error):
      self.init(error)
    case .missing(let path):
      self.init(
        code: .noIndex, path: path, reason: "there is no index here",
        advice: "build one with zhisou index FOLDER --index \(path)")
    case .otherAnalyzer(let path, let found, let expected):
      self.init(
        code: .otherAnalyzer, path: path,
        reason: "made with analyzer \(found), this program has \(expected)",
        advice: "remove the index folder and build it again")
    }
  }

  init(_ error: ReadingError) {
    self.init(
      code: .unreadablePath, path: error.path, reason: Message(error.reason),
      advice: Message(error.advice))
  }

  private static func advice(for code: Int32) -> Message {
    switch StorageError.cause(of: code) {
    case .noSpace: "make room on the disk and run it again"
    case .noPermission: "check the permissions, or choose another folder with --index"
    case .missing: "check the path"
    case .other: "check the disk and the path"
    }
  }

  private static func adviceForReading(_ code: Int32) -> Message {
    switch StorageError.cause(of: code) {
    case .missing: "check the spelling, and that the disk or stick is there"
    case .noPermission: "check the permissions of the path and of the folders above it"
    case .noSpace, .other: "check the disk and the path"
    }
  }

  /// Runs what throws storage errors where this error is thrown.
  static func wrap<Result>(
    _ body: () throws(StorageError) -> Result
  ) throws(ZhisouError) -> Result {
    do {
      return try body()
    } catch {
      throw ZhisouError(error)
    }
  }

  /// Runs what reads a file or folder that the caller named.
  static func wrapReading<Result>(
    _ body: () throws(StorageError) -> Result
  ) throws(ZhisouError) -> Result {
    do {
      return try body()
    } catch {
      throw ZhisouError(reading: error)
    }
  }

  /// Runs what throws index errors where this error is thrown.
  static func wrapIndex<Result>(
    _ body: () throws(IndexError) -> Result
  ) throws(ZhisouError) -> Result {
    do {
      return try body()
    } catch {
      throw ZhisouError(error)
    }
  }
}
