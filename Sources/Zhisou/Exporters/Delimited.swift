/// Lines of delimited values.
enum Delimited {
  /// A line of RFC 4180: fields with a comma, a quote or a line end are quoted, and so is an empty
  /// one that stands alone, which would be a blank line.
  static func csv(_ fields: [String]) -> String {
    if fields == [""] { return "\"\"\r\n" }
    return fields.map { field in
      let needsQuotes = field.utf8.contains { byte in
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
          || byte == UInt8(ascii: "\r")
      }
      guard needsQuotes else { return field }
      // By scalars: a quote with a mark behind it is another character, but still a quote.
      let doubled = field.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
      return "\"\(String(String.UnicodeScalarView(doubled)))\""
    }.joined(separator: ",") + "\r\n"
  }

  /// A line of tab-separated values; tabs and line ends inside become spaces.
  static func tsv(_ fields: [String]) -> String {
    fields.map { field in
      String(
        String.UnicodeScalarView(
          field.unicodeScalars.map { scalar in
            scalar == "\t" || scalar == "\n" || scalar == "\r" ? " " : scalar
          }))
    }.joined(separator: "\t") + "\n"
  }
}
