import Zhisou

/// Facets as a person reads them: values with their counts, years as a histogram.
struct FacetList {
  /// Columns of the longest bar.
  private static let longestBar = 40

  let facets: [FacetCounts]

  func print() {
    for counts in facets {
      Terminal.write("\n\(counts.facet.name)\n")
      let most = counts.values.map(\.documents).max() ?? 0
      let nameWidth = counts.values.map { Self.shown($0.name).displayWidth }.max() ?? 0
      let countWidth = String(most).count
      for value in counts.values {
        let name = Self.shown(value.name)
        let padding = String(repeating: " ", count: nameWidth - name.displayWidth)
        let count = String(value.documents)
        let indent = String(repeating: " ", count: countWidth - count.count)
        let bar = counts.facet.property == .year ? "  " + Self.bar(value.documents, of: most) : ""
        Terminal.write("  \(name)\(padding)  \(indent)\(count)\(bar)\n")
      }
      let rest = counts.distinct - counts.values.count
      if rest > 0 { Terminal.write("  … \(rest) more\n") }
    }
  }

  private static func shown(_ name: String) -> String { name.isEmpty ? "-" : name }

  /// A bar in eighths of a column.
  private static func bar(_ count: Int, of most: Int) -> String {
    let eighths = count * longestBar * 8 / max(most, 1)
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }
}
