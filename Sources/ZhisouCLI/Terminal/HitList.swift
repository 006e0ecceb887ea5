import Zhisou

/// Hits as a person reads them: title, kind and identifier, the passage, the source.
struct HitList {
  let index: SearchIndex
  let query: Query
  let snippetCharacters: Int
  let explains: Bool

  func print(_ results: SearchResults) throws {
    let style = Style(isColoured: Terminal.isColoured)
    for hit in results.hits {
      let document = try index.document(at: hit.address)
      let title = index.markedTitle(of: document, for: query).pieces.map {
        $0.isHit ? style.hit($0.text) : style.bold($0.text)
      }.joined()
      var facts = [document.kind.name, document.id, document.dateText]
      facts.append((document.people + document.organisations).prefix(3).joined(separator: "、"))
      Terminal.write(
        "\(hit.rank). \(title.isEmpty ? style.bold(document.id[...]) : title)"
          + "  \(Self.rounded(hit.score))\n")
      Terminal.write("   " + facts.filter { !$0.isEmpty }.joined(separator: "  ") + "\n")
      let snippet = index.snippet(
        of: document, for: query, characters: snippetCharacters)
      if !snippet.text.isEmpty {
        let passage = snippet.joined.pieces.map { $0.isHit ? style.hit($0.text) : String($0.text) }
        Terminal.write("   " + passage.joined() + "\n")
      }
      Terminal.write("   \(style.faint(document.source))\n")
      if explains { try print(index.explain(query, hit.address)) }
    }
    FacetList(facets: results.facets).print()
    try Terminal.flush()
    Terminal.note(
      results.matches == 1 ? "1 document matches" : "\(results.matches) documents match")
  }

  private func print(_ explanation: Explanation) {
    for part in explanation.parts {
      Terminal.write(
        "     \(Self.rounded(part.score))  \(part.term)  \(part.frequency) times here, "
          + "in \(part.documentFrequency) documents\n")
    }
  }

  /// A score with two decimals.
  private static func rounded(_ score: Float) -> String {
    let hundredths = Int((score * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}

/// The few ways in which text stands out on a terminal.
struct Style {
  let isColoured: Bool

  func bold(_ text: Substring) -> String { wrap(String(text), "1") }
  func hit(_ text: Substring) -> String { wrap(String(text), "1;31") }
  func faint(_ text: String) -> String { wrap(text, "2") }

  private func wrap(_ text: String, _ code: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
