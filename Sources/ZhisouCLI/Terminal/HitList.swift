import Zhisou

/// Hits as a person reads them: title, facts in columns, the passage, the source.
struct HitList {
  let index: SearchIndex
  let query: Query
  let snippetCharacters: Int
  let explains: Bool
  let layout: Layout

  /// So many hits have their facts under one another.
  private static let block = 100
  /// The most organisations and people named.
  private static let mostNames = 3
  /// A fact that is wider does not move what stands behind it on other lines.
  private static let widestColumn = 24

  func print(_ hits: [Hit]) throws {
    for start in stride(from: 0, to: hits.count, by: Self.block) {
      let entries = try hits[start..<min(start + Self.block, hits.count)].map {
        Entry(hit: $0, document: try index.document(at: $0.address))
      }
      let widths = Self.widths(of: entries.map(\.facts))
      let indent = String(entries.map(\.hit.rank).max() ?? 0).count + 2
      for entry in entries { try print(entry, indent: indent, widths: widths) }
    }
  }

  /// A hit and what is said of it.
  private struct Entry {
    let hit: Hit
    let document: Document

    /// Kind, date, identifier, the first code of a classification, and who; `-` where there is none.
    var facts: [StyledText] {
      let names = (document.people + document.organisations).prefix(HitList.mostNames)
      return [
        Message(document.kind.name).text(in: .ofPerson), document.dateText, document.id,
        document.codes.first ?? "", names.joined(separator: "、"),
      ].map { StyledText($0.isEmpty ? "-" : $0) }
    }
  }

  private func print(_ entry: Entry, indent: Int, widths: [Int]) throws {
    let document = entry.document
    let rank = "\(entry.hit.rank). "
    let lead = StyledText(String(repeating: " ", count: indent - rank.count) + rank)
    let score = StyledText("  \(Self.rounded(entry.hit.score))")
    let title =
      document.title.isEmpty
      ? StyledText(document.id, .strong)
      : StyledText(
        index.markedTitle(of: document, for: query), .strong, brackets: layout.bracketsHits)
    let room = layout.columns.map { $0 - lead.width - score.width }
    write(lead + (room.map { title.cut(to: $0) } ?? title) + score)

    var facts = StyledText()
    for (fact, width) in zip(entry.facts, widths) {
      // A fact that is wider than its column keeps its distance from the next one.
      facts = facts + fact.padded(to: max(width, fact.width) + 2)
    }
    write(facts.trimmed, indent: indent, isCut: true)

    let snippet = index.snippet(of: document, for: query, characters: snippetCharacters)
    write(
      snippet.text.isEmpty
        ? StyledText("-") : StyledText(snippet.joined, brackets: layout.bracketsHits),
      indent: indent)
    write(StyledText(document.source, .faint), indent: indent)
    guard explains else { return }
    let explanation = try index.explain(query, entry.hit.address)
    let sentences =
      Language.ofPerson.isChinese ? explanation.chineseSentences : explanation.englishSentences
    for sentence in sentences { write(StyledText(sentence), indent: indent + 2) }
  }

  /// Writes a text behind an indent, cut or wrapped where there is a window.
  private func write(_ text: StyledText, indent: Int = 0, isCut: Bool = false) {
    let lead = StyledText(String(repeating: " ", count: indent))
    guard let columns = layout.columns.map({ max($0 - indent, 1) }) else {
      return Terminal.write(lead + text, layout)
    }
    for line in isCut ? [text.cut(to: columns)] : text.wrapped(to: columns) {
      Terminal.write(lead + line, layout)
    }
  }

  private static func widths(of rows: [[StyledText]]) -> [Int] {
    rows.reduce(into: [Int](repeating: 0, count: rows.first?.count ?? 0)) { widths, row in
      for (place, fact) in row.enumerated() where fact.width <= widestColumn {
        widths[place] = max(widths[place], fact.width)
      }
    }
  }

  /// A score with two decimals; `-` for that of a match that nothing ranks, as of `H01L*`.
  private static func rounded(_ score: Float) -> String {
    if score == 0 { return "-" }
    let hundredths = Int((score * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
