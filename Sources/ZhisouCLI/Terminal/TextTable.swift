import Zhisou

/// Rows of cells in columns that are aligned by display width.
struct TextTable {
  private var rows: [[String]]

  /// A table with the names of its columns on top, in the person's language.
  init(_ header: [Message]) {
    rows = [header.map { $0.text(in: .ofPerson) }]
  }

  mutating func append(_ row: [String]) {
    rows.append(row)
  }

  /// The lines of the table.
  ///
  /// The first column and a last one of free text stand to the left, numbers to the right, with two
  /// blanks between columns; free text is cut at the border of the window.
  func lines(hasFreeText: Bool = false) -> String {
    var widths: [Int] = []
    for row in rows {
      for (place, cell) in row.enumerated() {
        if place == widths.count { widths.append(0) }
        widths[place] = max(widths[place], cell.displayWidth)
      }
    }
    return rows.map { row in
      let cells = row.enumerated().map { place, cell in
        let padding = String(repeating: " ", count: widths[place] - cell.displayWidth)
        if hasFreeText, place == row.count - 1 { return cell }
        return place == 0 ? cell + padding : padding + cell
      }
      let line = StyledText(cells.joined(separator: "  "))
      let columns = hasFreeText ? Window.current?.columns ?? line.width : line.width
      return line.cut(to: columns).text(isColoured: false) + "\n"
    }.joined()
  }
}
