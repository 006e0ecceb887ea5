import ArgumentParser
import Zhisou

/// `zhisou index`: reads files and folders into an index.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    verb: "index", abstract: "Build an index of files and folders, or bring it up to date.",
    discussion: """
      Files are recognised by their content. Damaged input is named, what is whole is indexed, and \
      the exit code is 2; an unsupported type is named and does not matter.
      """,
    examples: [
      "zhisou index corpus",
      "zhisou index corpus/patents corpus/courses --index small-index",
      "zhisou index corpus --strict --json > report.json",
    ])

  static let mostThreads = 16

  @Argument(help: .message("Files and folders to read."), completion: .file())
  var paths: [String]

  @OptionGroup var index: IndexOption

  @Option(help: .message("Memory for what is inverted at a time, such as 512M or 2G."))
  var memory: ByteCount = ByteCount(bytes: Ingester.Options().memory)

  @Option(help: .message("How many runs of documents to invert at a time."))
  var threads = 2

  @Flag(help: .message("Leave the index as it was when anything is damaged."))
  var strict = false

  @Flag(
    help: .message("Store telephone and identity-card numbers too; they are left out otherwise."))
  var keepPrivateNumbers = false

  @Flag(help: .message("Print the report as JSON on standard output."))
  var json = false

  @Flag(help: .message("Show no progress and no figures, only what is wrong."))
  var quiet = false

  func run() throws {
    Signals.watchInterrupts()
    var options = Ingester.Options()
    options.memory = memory.bytes
    options.isStrict = strict
    options.keepsPrivateNumbers = keepPrivateNumbers
    options.threads = try ThreadsOption.checked(threads, most: Self.mostThreads)
    let report = try ingest(options)
    if json { Terminal.write(data: JSONText.line(report.value) + "\n") }
    IngestSummary(report: report).print(isQuiet: quiet)
    if report.hasFailures { throw ExitCode(2) }
  }

  private func ingest(_ options: Ingester.Options) throws(ZhisouError) -> IngestReport {
    let ingester = Ingester(indexPath: index.directory, options: options)
    guard !quiet, let line = ProgressLine() else {
      return try ingester.run(paths, isCancelled: { Signals.isInterrupted })
    }
    defer { line.clear() }
    return try ingester.run(
      paths, isCancelled: { Signals.isInterrupted },
      progress: { line.show(IngestSummary.message(of: $0)) })
  }
}

/// A number of bytes as people write it.
struct ByteCount: ExpressibleByArgument {
  let bytes: Int

  init(bytes: Int) {
    self.bytes = bytes
  }

  init?(argument: String) {
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let unit = argument.last.flatMap { units[Character($0.uppercased())] }
    let digits = unit == nil ? argument : String(argument.dropLast())
    guard let number = Int(digits), number > 0 else { return nil }
    let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: unit ?? 1)
    guard !isTooLarge, bytes >= 1 << 20, bytes <= 1 << 40 else { return nil }
    self.bytes = bytes
  }

  var defaultValueDescription: String { "\(bytes >> 20)M" }
}
