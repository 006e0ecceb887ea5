/// Markup inside running text that separates words.
enum XMLInlineMarkup {
  /// Puts a mark for line breaks, paragraphs, and the rows and cells of tables.
  static func begin(_ name: Span<UInt8>, _ builder: inout RecordBuilder, _ start: Int) {
    switch name.count {
    case 1 where name[0] == 0x70:  // p
      mark(WrappedText.gap, &builder, start)
    case 2 where name[0] == 0x62 && name[1] == 0x72:  // br
      mark(0x0A, &builder, start)
    case 2 where name[0] == 0x74 && (name[1] == 0x72 || name[1] == 0x64 || name[1] == 0x68):
      mark(WrappedText.gap, &builder, start)  // tr, td, th
    case 3 where name.equals("row"), 5 where name.equals("entry"):
      mark(WrappedText.gap, &builder, start)
    default:
      break
    }
  }

  private static func mark(_ byte: UInt8, _ builder: inout RecordBuilder, _ start: Int) {
    let bytes: InlineArray<1, UInt8> = [byte]
    builder.append(bytes.span, valueStart: start)
  }
}
