import ArgumentParser
import Zhisou

/// `zhisou-bench queries`: queries of one length, cut from records at random.
///
/// Lines of a number, a tab and a text that has so many Han characters, begins and ends with one, and has
/// none that stands alone: a cut through a word and a comma would leave many more of these than people
/// type.
/// Every record with so many is as likely as any other (Vitter, "Random sampling with a reservoir",
/// 1985, algorithm R).
struct QueriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queries", abstract: "Cut queries from the records of files.")

  @Argument(help: "Files and folders.")
  var paths: [String]

  @Option(help: "Han characters of a query.")
  var characters = 4

  @Option(help: "How many queries.")
  var count = 500

  @Option(help: "Records to look at, at most.")
  var texts = 1_000_000

  @Option(help: "The seed of what is drawn.")
  var seed: UInt64 = 1

  func run() throws {
    guard characters > 0, count > 0 else {
      throw ValidationError("characters and count must be positive")
    }
    var generator = SplitMix64(seed: seed)
    var queries: [String] = []
    var offered = 0
    var read = 0
    try CorpusTexts.forEach(in: paths) { text in
      read += 1
      let scalars = Self.scalars(of: text)
      if let query = cut(scalars, using: &generator) {
        offered += 1
        if queries.count < count {
          queries.append(query)
        } else {
          let slot = Int.random(in: 0..<offered, using: &generator)
          if slot < count { queries[slot] = query }
        }
      }
      return read < texts
    }
    for (number, query) in queries.enumerated() { print("\(number)\t\(query)") }
  }

  /// A piece of a text at random; `nil` where it has too few Han characters or none was found that has no
  /// character alone.
  private func cut(_ scalars: [Unicode.Scalar], using generator: inout SplitMix64) -> String? {
    let places = scalars.indices.filter { HanBigrams.isHan(scalars[$0].value) }
    guard places.count >= characters else { return nil }
    for _ in 0..<Self.attempts {
      let first = Int.random(in: 0...(places.count - characters), using: &generator)
      let range = first..<(first + characters)
      let hasLoneCharacter = range.contains { place in
        let followsOne = place > first && places[place - 1] == places[place] - 1
        let precedesOne = place + 1 < range.upperBound && places[place + 1] == places[place] + 1
        return !followsOne && !precedesOne
      }
      if hasLoneCharacter, characters > 1 { continue }
      let piece = scalars[places[first]...places[range.upperBound - 1]]
      return String(
        String.UnicodeScalarView(piece.map { $0.properties.isWhitespace ? " " : $0 }))
    }
    return nil
  }

  private static let attempts = 8

  private static func scalars(of text: Span<UInt8>) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    var place = 0
    while place < text.count {
      let (scalar, width) = HanBigrams.scalar(at: place, of: text)
      scalars.append(Unicode.Scalar(scalar) ?? " ")
      place += width
    }
    return scalars
  }
}
