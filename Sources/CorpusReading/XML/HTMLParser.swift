internal import CLibXML2

/// What a parser tells of a page while it passes.
///
/// Elements that HTML lets open are closed.
protocol HTMLEvents: AnyObject {
  /// An element begins; names are in lower case.
  func startElement(_ name: Span<UInt8>, _ attributes: HTMLAttributes)
  func endElement(_ name: Span<UInt8>)
  /// A piece of text, of a script or of a style sheet.
  func characters(_ text: Span<UInt8>)
}

/// The attributes of an element while its start tag is told; not to be kept.
@safe
struct HTMLAttributes {
  // Names and values in turn, a null at the end.
  private let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  @unsafe
  init(_ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    unsafe self.pointers = pointers
  }

  /// The value of an attribute, references in it settled; empty for one without a value.
  subscript(name: StaticString) -> [UInt8]? {
    guard let pointers = unsafe pointers else { return nil }
    var index = 0
    while let key = unsafe pointers[index] {
      if unsafe XMLName.equals(key, name) {
        var value: [UInt8] = []
        guard let bytes = unsafe pointers[index + 1] else { return value }
        var length = 0
        while unsafe bytes[length] != 0 { length += 1 }
        unsafe value.append(contentsOf: UnsafeBufferPointer(start: bytes, count: length))
        return value
      }
      index += 2
    }
    return nil
  }
}

/// One web page, parsed by libxml2's HTML parser.
///
/// Nothing is loaded and no tree is built. Damage is mended the way browsers once did; what cannot be
/// is passed over. Text must be UTF-8 whatever the page says of itself.
@safe
final class HTMLParser {
  private let context: htmlParserCtxtPtr
  private let events: any HTMLEvents

  /// - Returns: nil when memory is short.
  init?(events: any HTMLEvents) {
    self.events = events
    XMLPushParser.prepareLibrary()
    var handler = unsafe Self.handler
    guard let context = unsafe zhisou_htmlCreatePush(&handler, nil) else { return nil }
    unsafe self.context = context
    unsafe context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
  }

  deinit {
    unsafe zhisou_htmlFreePush(context)
  }

  /// Takes a whole page, of 2 GiB at most.
  func parse(_ page: Span<UInt8>) {
    unsafe page.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { bytes in
        _ = unsafe htmlParseChunk(context, bytes.baseAddress, Int32(bytes.count), 0)
        _ = unsafe htmlParseChunk(context, nil, 0, 1)
      }
    }
  }

  /// The callbacks: the ones below and no others, so that no document tree is built.
  private static var handler: htmlSAXHandler {
    var handler = unsafe htmlSAXHandler()
    unsafe handler.startElement = { context, name, attributes in
      guard let name = unsafe name else { return }
      unsafe XMLName.withLocal(name) { local in
        unsafe withParser(of: context) { parser in
          unsafe parser.events.startElement(local, HTMLAttributes(attributes))
        }
      }
    }
    unsafe handler.endElement = { context, name in
      guard let name = unsafe name else { return }
      unsafe XMLName.withLocal(name) { local in
        unsafe withParser(of: context) { $0.events.endElement(local) }
      }
    }
    unsafe handler.characters = { context, text, count in
      unsafe withParser(of: context) { unsafe $0.pass(text, count) }
    }
    unsafe handler.ignorableWhitespace = { context, text, count in
      unsafe withParser(of: context) { unsafe $0.pass(text, count) }
    }
    unsafe handler.cdataBlock = { context, text, count in
      unsafe withParser(of: context) { unsafe $0.pass(text, count) }
    }
    return unsafe handler
  }

  private func pass(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let text = unsafe text else { return }
    let buffer = unsafe UnsafeBufferPointer(start: text, count: Int(count))
    unsafe events.characters(Span(_unsafeElements: buffer))
  }
}

/// Calls `body` with the parser that a callback's context belongs to, which is alive.
@inline(__always)
private func withParser(
  of context: UnsafeMutableRawPointer?, _ body: (HTMLParser) -> Void
) {
  guard let context = unsafe context, let owner = unsafe zhisou_xmlOwner(context) else { return }
  unsafe Unmanaged<HTMLParser>.fromOpaque(owner)._withUnsafeGuaranteedRef { body($0) }
}
