/// The markup of a Word document's text (ISO/IEC 29500-1, clause 17), told to a `WordRecord`.
///
/// Words are cut into runs by every change of format; runs join without a blank. What was deleted or
/// moved away, field codes and the readings above characters are no text. Of alternatives for older
/// programs the first one counts. It is a struct, whose parts are touched without a check that nobody
/// else does: every run of text has several elements.
struct WordTextReading {
  private enum Element {
    case other, paragraph, paragraphProperties, text, alternatives, table, row, cell
  }

  private let record: WordRecord
  private let styles: WordStyles
  /// Whether paragraphs are those of notes, in which nothing is a heading.
  private let isNotes: Bool
  private var open: [Element] = []
  /// Elements that are open inside one that is passed over, that one included.
  private var skippedDepth = 0
  private var paragraphDepth = 0
  private var tableDepth = 0
  /// For every open list of alternatives, whether one was taken.
  private var alternatives: [Bool] = []
  private var role = WordStyles.Role.text
  private var isText = false

  /// Gets ready to tell the text of a part.
  init(_ record: WordRecord, styles: WordStyles, isNotes: Bool) {
    self.record = record
    self.styles = styles
    self.isNotes = isNotes
  }

  mutating func startElement(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    guard skippedDepth == 0, !skips(name, attributes) else {
      skippedDepth += 1
      return
    }
    open.append(begin(name, attributes))
  }

  mutating func endElement() {
    guard skippedDepth == 0 else {
      skippedDepth -= 1
      return
    }
    switch open.popLast() {
    case .paragraph:
      paragraphDepth -= 1
      if paragraphDepth == 0 {
        record.endParagraph(isNotes ? .text : role)
      } else {
        record.append(0x0A)
      }
    case .text: isText = false
    case .alternatives: alternatives.removeLast()
    case .table:
      tableDepth -= 1
      if tableDepth == 0, paragraphDepth == 0 { record.endTable() }
    case .row: if isInTable { record.endRow() }
    case .cell: if isInTable { record.endCell() }
    case .other, .paragraphProperties, nil: break
    }
  }

  mutating func characters(_ text: Span<UInt8>) {
    if isText, skippedDepth == 0 { record.append(text) }
  }

  /// Whether cells are those of a table in the text, not of one inside another or in a text box.
  private var isInTable: Bool { tableDepth == 1 && paragraphDepth == 0 }

  private mutating func begin(_ name: Span<UInt8>, _ attributes: XMLAttributes) -> Element {
    if open.last == .paragraphProperties {
      readProperty(name, attributes)
      return .other
    }
    switch name.count {
    case 1 where name.equals("p"): return beginParagraph()
    case 1 where name.equals("t"):
      isText = true
      return .text
    case 2 where name.equals("br") || name.equals("cr"): record.append(0x0A)
    case 2 where name.equals("tr"): return .row
    case 2 where name.equals("tc"): return .cell
    case 3 where name.equals("pPr"): return .paragraphProperties
    case 3 where name.equals("tab"), 4 where name.equals("ptab"): record.append(0x09)
    case 3 where name.equals("tbl"):
      tableDepth += 1
      if tableDepth == 1, paragraphDepth == 0 { record.beginTable() }
      return .table
    case 13 where name.equals("noBreakHyphen"): record.append(0x2D)
    case 16 where name.equals("AlternateContent"):
      alternatives.append(false)
      return .alternatives
    default: break
    }
    return .other
  }

  private mutating func beginParagraph() -> Element {
    paragraphDepth += 1
    if paragraphDepth == 1 {
      role = .text
      record.beginParagraph()
    } else {
      // A text box in a paragraph: its text is part of it, on lines of its own.
      record.append(0x0A)
    }
    return .paragraph
  }

  private mutating func readProperty(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    guard paragraphDepth == 1, let value = attributes["val"] else { return }
    if name.equals("pStyle") {
      role = styles.role(ofStyle: String(decoding: value, as: UTF8.self))
    } else if name.equals("outlineLvl") {
      let level = WordStyles.role(ofOutlineLevel: String(decoding: value, as: UTF8.self))
      if let level, role != .title { role = level }
    }
  }

  /// Whether an element and all in it is passed over.
  private mutating func skips(_ name: Span<UInt8>, _ attributes: XMLAttributes) -> Bool {
    if open.last == .paragraphProperties {
      // Properties of the paragraph's mark, its tab stops and its former properties.
      return !name.equals("pStyle") && !name.equals("outlineLvl")
    }
    if open.last == .alternatives, let wasTaken = alternatives.last {
      alternatives[alternatives.count - 1] = true
      return wasTaken
    }
    switch name.count {
    case 3: return name.equals("rPr") || name.equals("del")
    case 2: return name.equals("rt")
    case 4: return name.equals("tcPr") || name.equals("trPr")
    case 5: return name.equals("tblPr") || name.equals("sdtPr")
    case 6: return name.equals("sectPr")
    case 7 where name.equals("endnote"), 8 where name.equals("footnote"):
      // Notes with a type are the lines between text and notes.
      return attributes.has("type", "normal") == false
    case 7: return name.equals("delText") || name.equals("tblGrid")
    case 8: return name.equals("moveFrom")
    case 9: return name.equals("instrText")
    case 12: return name.equals("delInstrText")
    default:
      return false
    }
  }
}
