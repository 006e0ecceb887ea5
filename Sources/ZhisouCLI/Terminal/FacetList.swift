import Zhisou

/// Facets as a person reads them: values with their counts, years as a histogram.
struct FacetList {
  /// Columns of the longest bar.
  private static let longestBar = 40

  let facets: [FacetCounts]
  /// Whether counts are of documents that may match.
  let areUpperBounds: Bool
  let layout: Layout

  func print() {
    for counts in facets {
      write("")
      let heading = Self.heading(of: counts.facet).text(in: .ofPerson)
      let mark = areUpperBounds ? (" (at most)" as Message).text(in: .ofPerson) : ""
      write(heading + mark, .strong)
      let most = counts.values.map(\.documents).max() ?? 0
      let names = counts.values.map { Self.name(of: $0, in: counts.facet) }
      let nameWidth = names.map(\.width).max() ?? 0
      let countWidth = String(most).count
      for (name, value) in zip(names, counts.values) {
        let count = String(value.documents)
        let indent = String(repeating: " ", count: countWidth - count.count)
        let bar = counts.facet.property == .year ? "  " + Self.bar(value.documents, of: most) : ""
        let number = StyledText("  \(indent)\(count)")
        let room = layout.columns.map { max($0 - 2 - number.width, 1) } ?? nameWidth
        let column = min(nameWidth, room)
        write(
          StyledText("  ") + name.cut(to: column).padded(to: column) + number + StyledText(bar))
      }
      let rest = counts.distinct - counts.values.count
      if rest > 0 { write(("  … \(rest) more" as Message).text(in: .ofPerson)) }
    }
  }

  private func write(_ text: String, _ style: StyledText.Style = .plain) {
    write(StyledText(text, style))
  }

  private func write(_ text: StyledText) {
    Terminal.write(layout.columns.map { text.cut(to: $0) } ?? text, layout)
  }

  private static func heading(of facet: Facet) -> Message {
    switch facet.property {
    case .kind: "kind"
    case .ipc: "classification (\(facet.name))"
    case .year: "year"
    case .org: "organisation"
    case .region: "region"
    case .person: "person"
    case .trade: "trade"
    }
  }

  private static func name(of value: FacetCounts.Value, in facet: Facet) -> StyledText {
    if value.name.isEmpty { return StyledText("-") }
    guard facet.property == .kind else { return StyledText(value.name) }
    return StyledText(Message(value.name).text(in: .ofPerson))
  }

  /// A bar in eighths of a column.
  private static func bar(_ count: Int, of most: Int) -> String {
    let eighths = count * longestBar * 8 / max(most, 1)
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }
}
