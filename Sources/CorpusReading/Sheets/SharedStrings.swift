/// The part of a workbook with the texts that its cells share (ISO/IEC 29500-1, clause 18.4.8).
final class SharedStrings: PartEvents {
  private(set) var texts: SharedTexts
  /// Whether there were more or longer texts than are kept.
  private(set) var wasCut = false

  private var markup = StringMarkup()

  init(limits: ReadingLimits) {
    texts = SharedTexts(limit: limits.sharedStringBytes)
  }

  func startElement(_ name: Span<UInt8>, _ attributes: XMLAttributes) {
    markup.begin(name)
  }

  func endElement() {
    guard markup.end() == .item else { return }
    if !texts.append(markup.text) { wasCut = true }
    markup.reset()
  }

  func characters(_ text: Span<UInt8>) {
    markup.append(text)
  }
}
