/// The texts that the cells of a workbook share (ISO/IEC 29500-1, clause 18.4.8): one buffer, and
/// where each text ends in it.
final class SharedStrings: PartEvents {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var markup = StringMarkup()
  /// Whether there were more or longer texts than are kept.
  private(set) var wasCut = false

  private let byteLimit: Int

  init(limits: ReadingLimits) {
    byteLimit = min(limits.sharedStringBytes, Int(UInt32.max))
  }

  var count: Int { ends.count }

  /// Calls `body` with the text of that number; false when there is none.
  func withText(at index: Int, _ body: (Span<UInt8>) -> Void) -> Bool {
    guard ends.indices.contains(index) else { return false }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    let bytes = bytes
    body(bytes.span.extracting(start..<Int(ends[index])))
    return true
  }

  func startElement(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    markup.begin(name)
  }

  func endElement() {
    guard markup.end() == .item else { return }
    // The end of a text takes memory too.
    if bytes.count + markup.text.count + 4 * ends.count > byteLimit {
      wasCut = true
    } else {
      bytes.append(markup.text.span)
    }
    if 4 * ends.count <= byteLimit { ends.append(UInt32(bytes.count)) }
    markup.reset()
  }

  func characters(_ text: Span<UInt8>) {
    markup.append(text)
  }
}
