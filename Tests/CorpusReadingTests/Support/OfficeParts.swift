/// Parts of Office documents, as short as they may be.
enum OfficeParts {
  /// A part with one relationship.
  static func relationship(_ type: String, _ target: String) -> String {
    relationships([("r1", type, target)])
  }

  static func relationships(_ list: [(id: String, type: String, target: String)]) -> String {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let elements = list.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(types)/\($0.type)\" Target=\"\($0.target)\"/>"
    }
    return """
      <?xml version="1.0"?><Relationships \
      xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      \(elements.joined())</Relationships>
      """
  }

  private static let word =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"m\""

  /// A Word document whose body is given; more parts may follow.
  static func word(
    _ body: String, styles: String = "", core: String = "",
    more parts: [(type: String, name: String, content: String)] = []
  ) -> Zip {
    var zip = Zip(
      Zip.Entry("[Content_Types].xml", "<Types/>"),
      Zip.Entry("_rels/.rels", relationship("officeDocument", "word/document.xml")),
      Zip.Entry(
        "word/document.xml",
        "<?xml version=\"1.0\"?><w:document \(word)><w:body>\(body)</w:body></w:document>"))
    var parts = parts
    if !styles.isEmpty {
      parts.append(("styles", "styles.xml", "<w:styles \(word)>\(styles)</w:styles>"))
    }
    let list = parts.map { (id: $0.name, type: $0.type, target: $0.name) }
    zip.entries.append(Zip.Entry("word/_rels/document.xml.rels", relationships(list)))
    for part in parts { zip.entries.append(Zip.Entry("word/\(part.name)", part.content)) }
    if !core.isEmpty { zip.entries.append(Zip.Entry("docProps/core.xml", self.core(core))) }
    return zip
  }

  /// A paragraph of one run, in a style if one is named.
  static func paragraph(_ text: String, style: String = "") -> String {
    let properties = style.isEmpty ? "" : "<w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>"
    return "<w:p>\(properties)<w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  /// A table of cells of one paragraph.
  static func table(_ rows: [String]...) -> String {
    let rows = rows.map { row in
      let cells = row.map { "<w:tc><w:tcPr/>\(paragraph($0))</w:tc>" }
      return "<w:tr>\(cells.joined())</w:tr>"
    }
    return "<w:tbl><w:tblPr/>\(rows.joined())</w:tbl>"
  }

  /// The notes of a Word document, with the line that separates them from the text.
  static func notes(_ kind: String, _ notes: String...) -> String {
    let separator =
      "<w:\(kind) w:type=\"separator\" w:id=\"0\">\(paragraph("———"))</w:\(kind)>"
    let list = notes.map { "<w:\(kind) w:id=\"1\">\(paragraph($0))</w:\(kind)>" }
    return "<w:\(kind)s \(word)>\(separator)\(list.joined())</w:\(kind)s>"
  }

  private static func core(_ elements: String) -> String {
    """
    <cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t">\(elements)</cp:coreProperties>
    """
  }

  private static let sheets =
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"r\""

  /// A workbook of sheets whose rows are given.
  static func workbook(
    _ sheets: [(name: String, rows: String)], strings: String = "", styles: String = "",
    properties: String = "", core: String = ""
  ) -> Zip {
    let list = sheets.indices.map {
      "<sheet name=\"\(sheets[$0].name)\" sheetId=\"\($0 + 1)\" r:id=\"r\($0)\"/>"
    }
    var pointers = sheets.indices.map {
      (id: "r\($0)", type: "worksheet", target: "worksheets/sheet\($0).xml")
    }
    pointers.append((id: "s", type: "sharedStrings", target: "/xl/sharedStrings.xml"))
    pointers.append((id: "t", type: "styles", target: "styles.xml"))
    var zip = Zip(
      Zip.Entry("_rels/.rels", relationship("officeDocument", "/xl/workbook.xml")),
      Zip.Entry(
        "xl/workbook.xml",
        "<workbook \(self.sheets)>\(properties)<sheets>\(list.joined())</sheets></workbook>"),
      Zip.Entry("xl/_rels/workbook.xml.rels", relationships(pointers)),
      Zip.Entry("xl/sharedStrings.xml", "<sst \(self.sheets)>\(strings)</sst>"),
      Zip.Entry("xl/styles.xml", "<styleSheet \(self.sheets)>\(styles)</styleSheet>"))
    for (index, sheet) in sheets.enumerated() {
      zip.entries.append(
        Zip.Entry(
          "xl/worksheets/sheet\(index).xml",
          "<worksheet \(self.sheets)><dimension ref=\"A1:XFD1048576\"/><sheetData>\(sheet.rows)"
            + "</sheetData><mergeCells/></worksheet>"))
    }
    if !core.isEmpty { zip.entries.append(Zip.Entry("docProps/core.xml", self.core(core))) }
    return zip
  }

  /// A row of texts, the first in the column `A`; an empty text has no cell.
  static func row(_ cells: String...) -> String {
    let elements = cells.enumerated().map { index, text in
      let column = Character(Unicode.Scalar(UInt8(0x41 + index)))
      return text.isEmpty
        ? "" : "<c r=\"\(column)1\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    return "<row>\(elements.joined())</row>"
  }
}
