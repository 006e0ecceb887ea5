/// Which of a workbook's styles show a number as a date or a time
/// (ISO/IEC 29500-1, clauses 18.8.10 and 18.8.30).
final class CellStyles: PartEvents {
  private var formats: [Int: NumberFormat] = [:]
  private var styles: [Int] = []
  private var depth = 0
  /// The depth of the list of styles that cells name, while it is open; of the list of formats.
  private var stylesDepth = 0
  private var formatsDepth = 0

  private static let mostStyles = 1 << 16

  /// How the style of that number shows a number; plainly, when it is not there.
  func format(ofStyle index: Int) -> NumberFormat {
    guard styles.indices.contains(index) else { return .plain }
    return formats[styles[index]] ?? NumberFormat(builtIn: styles[index])
  }

  func startElement(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    depth += 1
    if name.equals("cellXfs") {
      stylesDepth = depth
    } else if name.equals("numFmts") {
      formatsDepth = depth
    } else if stylesDepth > 0, name.equals("xf"), styles.count < Self.mostStyles {
      styles.append(Self.number(attributes["numFmtId"]))
    } else if formatsDepth > 0, name.equals("numFmt"), formats.count < Self.mostStyles {
      let code = String(decoding: attributes["formatCode"] ?? [], as: UTF8.self)
      formats[Self.number(attributes["numFmtId"])] = NumberFormat(code: code)
    }
  }

  func endElement() {
    if depth == stylesDepth { stylesDepth = 0 }
    if depth == formatsDepth { formatsDepth = 0 }
    depth -= 1
  }

  func characters(_ text: Span<UInt8>) {}

  private static func number(_ value: [UInt8]?) -> Int {
    Int(String(decoding: value ?? [], as: UTF8.self)) ?? 0
  }
}
