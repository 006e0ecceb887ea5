import ArgumentParser
import Zhisou

/// `zhisou-bench generate`: a corpus of any size whose text has the statistics of real text.
///
/// The same options give the same bytes, whatever the number of threads. See ``CopyingModel`` for how
/// text is made, and `zhisou-bench statistics` for laying it beside real text.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Write a corpus of invented records.",
    discussion: """
      The folder gets patents/, courses/, innovations/, knowledge/ and craftsmen/. Without --kinds \
      there are as many of each as the country has, in proportion.
      """)

  @Argument(help: "The folder to write to, new or empty.")
  var folder: String

  @Option(help: "Records in all.")
  var records: Int

  @Option(help: "Another seed gives another corpus.")
  var seed: UInt64 = 1

  @Option(
    help: "Files, folders or archives whose text is imitated; again for more. Default: corpus.")
  var text: [String] = []

  @Option(help: "Characters of that text that are used at most.")
  var characters = 20_000_000

  @Option(help: "Weights of the kinds: patent=28050000,course=114000.")
  var kinds: String?

  @Option(help: "jsonl.gz, jsonl, or cnipa for patents in XML.")
  var format = GenerationPlan.Format.jsonlGzip

  @Option(help: "Records of a file.")
  var part = 100_000

  @Option(help: "Threads.")
  var threads = 2

  @Option(help: "Leaps in 1000 characters; default: by the growth of the text that is imitated.")
  var leaps: Double?

  func validate() throws {
    guard records > 0, part > 0, threads > 0, characters > 0 else {
      throw ValidationError("--records, --part, --threads and --characters must be above 0")
    }
    guard kinds.map({ Proportions($0) != nil }) ?? true else {
      throw ValidationError("--kinds is written as patent=28050000,course=114000")
    }
    guard leaps.map({ (0...100).contains($0) }) ?? true else {
      throw ValidationError("--leaps is from 0 to 100")
    }
  }

  func run() throws {
    guard try PartFile.isVacant(folder) else {
      throw ValidationError("\(folder) is not empty")
    }
    let start = Stopwatch()
    let text = try SeedTextBuilder.read(
      text.isEmpty ? ["corpus"] : text, limit: min(characters, Int(UInt32.max)))
    guard !text.characters.isEmpty else { throw ValidationError("there is no text to imitate") }
    let seedText = SeedText(text)
    let seconds = start.wallMicroseconds / 1e6
    let plan = GenerationPlan(
      counts: (kinds.flatMap { Proportions($0) } ?? .national).counts(of: records),
      format: format, part: part)
    let copying = CopyingModel(seed: seedText, leapsPerThousand: leaps)
    let model = CorpusModel(
      copying: copying, seed: seed,
      patents: plan.counts.first { $0.kind == .patent }?.count ?? 0)
    let stopwatch = Stopwatch()
    let report = try CorpusGenerator(
      model: model, plan: plan, folder: folder, threads: threads
    ).run()
    let elapsed = stopwatch.wallMicroseconds / 1e6
    print(
      JSONText.line(
        .object([
          ("kinds", .object(plan.counts.map { ($0.kind.name, .integer($0.count)) })),
          ("records", .integer(report.records)), ("files", .integer(report.files)),
          ("text_bytes", .integer(report.textBytes)), ("file_bytes", .integer(report.fileBytes)),
          ("seed_characters", .integer(seedText.count)), ("novelty", .number(seedText.novelty)),
          ("leaps_per_thousand", .number(copying.leapsPerThousand)),
          ("prepare_seconds", .number(seconds)), ("seconds", .number(elapsed)),
          ("cpu_seconds", .number(stopwatch.processMicroseconds / 1e6)),
          ("records_per_s", .number((Double(report.records) / elapsed).rounded())),
          ("mb_per_s", .number(Double(report.textBytes) / 1e6 / elapsed)),
          ("peak_rss_mb", .number(Double(ProcessMemory.peakBytes) / 1e6)),
        ])))
  }
}

extension GenerationPlan.Format: ExpressibleByArgument {}
