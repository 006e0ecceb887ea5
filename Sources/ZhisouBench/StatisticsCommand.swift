import ArgumentParser
import Zhisou

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `zhisou-bench statistics`: what makes a corpus easy or hard for an index, generated or real.
///
/// A line of JSON for every step of growth; on the last line the whole, with the mean of Σdf/N over
/// queries cut from the texts.
struct StatisticsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statistics", abstract: "Count the bigrams of records and what queries meet.")

  @Argument(help: "Files and folders.")
  var paths: [String]

  @Option(help: "Texts to count at most.")
  var texts = Int.max

  @Option(help: "Cut texts into pieces of about so many characters.")
  var cut: Int?

  @Option(help: "Queries of each length.")
  var queries = 1000

  @Option(help: "The seed of the queries.")
  var seed: UInt64 = 1

  func run() throws {
    var statistics = CorpusStatistics(queries: queries, seed: seed)
    func add(_ text: Span<UInt8>) -> Bool {
      statistics.add(text)
      return statistics.current.texts < texts
    }
    let cutter = cut.map { TextCutter(characters: $0) }
    try CorpusTexts.forEach(in: paths) { text in
      cutter?.forEachPiece(of: text, add) ?? add(text)
    }
    var previous = CorpusStatistics.Step()
    for step in statistics.steps {
      print(JSONText.line(.object(Self.members(step, after: previous))))
      previous = step
    }
    let queries = statistics.postingsPerText.map { (String($0.length), Self.rounded($0.mean)) }
    print(
      JSONText.line(
        .object(
          Self.members(statistics.current, after: previous)
            + [
              ("in_one_text", .integer(statistics.inOneText)),
              ("sum_df_per_text", .object(queries)),
            ])))
  }

  /// A step with its exponent of growth: `β` of Heaps' law `distinct ∝ bigrams^β`, since the step
  /// before.
  private static func members(
    _ step: CorpusStatistics.Step, after previous: CorpusStatistics.Step
  ) -> [(String, JSONText.Value)] {
    let exponent =
      log(Double(step.distinct) / Double(previous.distinct))
      / log(Double(step.bigrams) / Double(previous.bigrams))
    return [
      ("texts", .integer(step.texts)), ("characters", .integer(step.characters)),
      ("bigrams", .integer(step.bigrams)), ("postings", .integer(step.postings)),
      ("distinct", .integer(step.distinct)),
      ("exponent", rounded(exponent)),
    ]
  }

  private static func rounded(_ number: Double) -> JSONText.Value {
    .number((number * 1000).rounded() / 1000)
  }
}
