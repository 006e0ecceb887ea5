/// The blocks of a Markdown document (CommonMark 0.31, section 4, and the tables of GitHub's form).
///
/// Of lists, quotations, code and tables only the words matter here: every paragraph, item, row and
/// line of code is a line of text.
struct MarkdownBlocks {
  /// A heading, or lines of text: a range of `bytes`.
  struct Block: Equatable {
    /// 1 to 6 for a heading, 0 for text.
    let level: Int
    let range: Range<Int>
  }

  /// The words of all blocks.
  private(set) var bytes: [UInt8] = []
  private(set) var blocks: [Block] = []

  private var headings = 0
  private var paragraph: [UInt8] = []
  /// The line that opened the code around us.
  private var fence: (byte: UInt8, count: Int)?
  private var isInTable = false
  private var isInList = false

  /// Headings that divide a document; more of them are text.
  private static let mostHeadings = 1 << 16

  /// Reads a document.
  ///
  /// Complexity: O(length).
  init(_ text: Span<UInt8>) {
    var start = 0
    while start < text.count {
      let (end, next) = LineSearch.line(in: text, from: start)
      var line: [UInt8] = []
      line.append(text.extracting(start..<end))
      read(line[...])
      start = next
    }
    endParagraph()
  }

  /// The block that is the title: the first heading of the first level, or what stands in front if it
  /// is a heading or a short line; nil when neither is there.
  var title: Int? {
    if let heading = blocks.firstIndex(where: { $0.level == 1 && !$0.range.isEmpty }) {
      return heading
    }
    guard let first = blocks.first, !first.range.isEmpty else { return nil }
    let words = bytes.span.extracting(first.range)
    return (first.level > 0 || PlainText.isShort(words)) && PlainText.hasWord(words) ? 0 : nil
  }

  private mutating func read(_ whole: ArraySlice<UInt8>) {
    if readFence(whole) { return }
    var line = whole
    while let quote = MarkdownLine.withoutQuoteMark(line) { line = quote }
    let text = MarkdownLine.trimmed(line)
    if text.isEmpty {
      endParagraph()
      isInTable = false
      return
    }
    let indentation = MarkdownLine.indentation(line)
    if indentation >= 4, paragraph.isEmpty, !isInList {
      add(Array(MarkdownLine.withoutIndentation(line)), level: 0)
    } else if indentation < 4, readHeading(text) {
      return
    } else if readTable(text) {
      return
    } else if let item = MarkdownLine.item(text) {
      endParagraph()
      isInList = true
      read(paragraphLine: item)
    } else if !MarkdownLine.isDefinition(text) {
      if indentation == 0, paragraph.isEmpty { isInList = false }
      read(paragraphLine: line)
    }
  }

  private mutating func read(paragraphLine line: ArraySlice<UInt8>) {
    let isBroken = line.suffix(2).elementsEqual([0x20, 0x20]) || line.last == UInt8(ascii: "\\")
    let text = MarkdownLine.trimmed(line.last == UInt8(ascii: "\\") ? line.dropLast() : line)
    if !paragraph.isEmpty { paragraph.append(0x0A) }
    paragraph += text
    if isBroken { endParagraph() }
  }

  private mutating func endParagraph() {
    guard !paragraph.isEmpty else { return }
    add(Self.words(of: paragraph), level: 0)
    paragraph.removeAll(keepingCapacity: true)
  }

  /// The words of a paragraph, its lines joined.
  private static func words(of paragraph: [UInt8]) -> [UInt8] {
    var words = MarkdownSpans.words(of: paragraph)
    WrappedText.join(&words, from: 0)
    return words
  }

  private mutating func add(_ words: [UInt8], level: Int) {
    let start = bytes.count
    if level > 0 {
      guard !words.isEmpty else { return }
      headings += 1
    }
    let isText = level == 0 || headings > Self.mostHeadings
    // The first line stays alone: it may be the title.
    if isText, blocks.count > 1, let last = blocks.last, last.level == 0 {
      bytes.append(0x0A)
      bytes += words
      blocks[blocks.count - 1] = Block(level: 0, range: last.range.lowerBound..<bytes.count)
    } else {
      bytes += words
      blocks.append(Block(level: isText ? 0 : level, range: start..<bytes.count))
    }
  }

  // MARK: - Code

  /// Reads a line of fenced code, or one that opens or closes it.
  private mutating func readFence(_ line: ArraySlice<UInt8>) -> Bool {
    let mark = MarkdownLine.fence(line)
    if let fence {
      if let mark, mark.byte == fence.byte, mark.count >= fence.count, mark.isBare {
        self.fence = nil
      } else {
        add(Array(line), level: 0)
      }
      return true
    }
    guard let mark else { return false }
    endParagraph()
    fence = (mark.byte, mark.count)
    return true
  }

  // MARK: - Headings

  /// Reads a heading or a rule.
  private mutating func readHeading(_ text: ArraySlice<UInt8>) -> Bool {
    if let heading = MarkdownLine.heading(text) {
      endParagraph()
      isInList = false
      add(Self.words(of: Array(heading.text)), level: heading.level)
      return true
    }
    if let level = MarkdownLine.underline(text), !paragraph.isEmpty, !isInList,
      PlainText.isShort(paragraph.span)
    {
      add(Self.words(of: paragraph), level: level)
      paragraph.removeAll(keepingCapacity: true)
      return true
    }
    guard MarkdownLine.isRule(text) else { return false }
    endParagraph()
    return true
  }

  // MARK: - Tables

  private mutating func readTable(_ text: ArraySlice<UInt8>) -> Bool {
    if MarkdownLine.isTableRule(text) {
      if !isInTable { addTableHeader() }
      isInTable = true
      return true
    }
    guard text.first == UInt8(ascii: "|") || isInTable && text.contains(UInt8(ascii: "|")) else {
      return false
    }
    endParagraph()
    addRow(text)
    return true
  }

  /// The last line of the paragraph is the header of the table whose rule has come.
  private mutating func addTableHeader() {
    guard let start = paragraph.lastIndex(of: 0x0A).map({ $0 + 1 }) ?? paragraph.indices.first,
      paragraph[start...].contains(UInt8(ascii: "|"))
    else { return }
    let header = paragraph[start...]
    paragraph.removeLast(header.count)
    endParagraph()
    addRow(header)
  }

  private mutating func addRow(_ text: ArraySlice<UInt8>) {
    let cells = MarkdownLine.cells(text).map { Self.words(of: Array($0)) }
    add(Array(cells.joined(separator: [0x09])), level: 0)
  }
}
