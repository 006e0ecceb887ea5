import Zhisou

/// Help of the argument parser, said in a language and fitted to a window.
///
/// The parser itself is asked for lines that are not wrapped, since it counts characters and not
/// columns.
struct HelpText {
  /// So many columns leave every text of the parser on one line.
  static let parserColumns = 1 << 20
  /// Where the parser begins what it says of an option.
  private static let parserIndent = 26
  /// In a window that is narrower, texts stand below options and not beside them.
  private static let narrow = 60
  private static let narrowIndent = 8

  /// A text behind a lead: an option, a heading, or nothing.
  fileprivate struct Paragraph {
    var lead = ""
    var text = ""
    /// The columns left of the text where they do not depend on the window.
    var indent: Int?
  }

  private let language: Language
  private var paragraphs: [Paragraph] = []

  /// Takes the help apart; `nil` when the parser wrote something else, such as a version.
  init?(_ parserText: String, in language: Language) {
    guard parserText.hasPrefix("OVERVIEW: ") else { return nil }
    self.language = language
    let lines = parserText.split(separator: "\n", omittingEmptySubsequences: false)
    let usage = lines.firstIndex { $0.hasPrefix("USAGE: ") } ?? lines.endIndex
    for (place, line) in lines.enumerated() {
      if place == 0 || place == usage {
        let blank = line.firstIndex(of: " ") ?? line.endIndex
        addHeading(line[..<blank])
        addText(line[blank...].dropFirst())
      } else if Self.isText(line) {
        addText(line.dropFirst(Self.parserIndent))
      } else if line.hasPrefix("  See '") {
        let sentence = ParserComplaint.sentence(String(line.dropFirst(2))).text(in: language)
        paragraphs.append(Paragraph(lead: "  ", text: sentence, indent: 2))
      } else if line.hasPrefix("  ") {
        addOption(line, isAlone: lines.dropFirst(place + 1).first.map(Self.isText) ?? true)
      } else if place > usage, line.hasSuffix(":") {
        addHeading(line)
      } else {
        paragraphs.append(Paragraph(text: String(line), indent: 0))
      }
    }
  }

  /// The lines of the help, none wider than the columns unless a single character is.
  func lines(columns: Int) -> [String] {
    let indentOfOptions = columns < Self.narrow ? Self.narrowIndent : Self.parserIndent
    return paragraphs.flatMap { paragraph in
      paragraph.lines(columns: columns, indent: paragraph.indent ?? indentOfOptions)
    }
  }

  /// Whether a line is the text of the option above it.
  private static func isText(_ line: Substring) -> Bool {
    line.prefix { $0 == " " }.count == parserIndent
  }

  private mutating func addHeading(_ name: Substring) {
    let heading = Message(String(name)).text(in: language)
    let lead = heading.hasSuffix(":") ? heading + " " : heading
    paragraphs.append(Paragraph(lead: lead, indent: lead.displayWidth))
  }

  /// Adds an option, with its text where it does not stand alone on its line.
  private mutating func addOption(_ line: Substring, isAlone: Bool) {
    let label = isAlone ? line : line.prefix(Self.parserIndent)
    let end = label.lastIndex { $0 != " " } ?? label.startIndex
    // With a blank between the option and its text.
    paragraphs.append(Paragraph(lead: label[...end] + " "))
    if !isAlone { addText(line.dropFirst(Self.parserIndent)) }
  }

  /// Adds the text of what was added last, with what the parser says itself in the language: its own
  /// options, and default values.
  private mutating func addText(_ text: Substring) {
    let mark = " (default: "
    var said = Message(String(text))
    if text.hasSuffix(")"), let range = text.ranges(of: mark).last {
      said = "\(text[..<range.lowerBound]) (default: \(text[range.upperBound...].dropLast()))"
    }
    paragraphs[paragraphs.count - 1].text = said.text(in: language)
  }
}

extension HelpText.Paragraph {
  /// The lead and the text beside it, or below it when the lead is too wide.
  fileprivate func lines(columns: Int, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let body = StyledText(text).wrapped(to: max(columns - indent, 1)).map {
      $0.text(isColoured: false)
    }
    guard lead.displayWidth <= indent else {
      return linesOfLead(columns: columns) + body.map { margin + $0 }
    }
    let first = StyledText(lead).padded(to: indent) + StyledText(body.first ?? "")
    return [first.trimmed.text(isColoured: false)] + body.dropFirst().map { margin + $0 }
  }

  /// The lead on lines of its own.
  private func linesOfLead(columns: Int) -> [String] {
    StyledText(lead).wrapped(to: max(columns - 2, 1)).map { "  " + $0.text(isColoured: false) }
  }
}
