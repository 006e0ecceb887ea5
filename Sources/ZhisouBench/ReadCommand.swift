import ArgumentParser
import Zhisou

/// `zhisou-bench read`: reads records and indexes nothing, to time the reading alone.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read the records of files and time it.")

  @Argument(help: "Files and folders.")
  var paths: [String]

  func run() throws {
    let stopwatch = Stopwatch()
    let report = try CorpusReadingRun.run(paths)
    let seconds = stopwatch.wallMicroseconds / 1e6
    let megabytes = Double(report.textBytes) / 1e6
    print(
      JSONText.line(
        .object([
          ("files", .integer(report.files)), ("records", .integer(report.records)),
          ("text_bytes", .integer(report.textBytes)),
          ("value_bytes", .integer(report.valueBytes)), ("seconds", .number(seconds)),
          ("cpu_seconds", .number(stopwatch.threadMicroseconds / 1e6)),
          ("mb_per_s", .number(megabytes / seconds)),
          ("peak_rss_mb", .number(Double(ProcessMemory.peakBytes) / 1e6)),
        ])))
  }
}
