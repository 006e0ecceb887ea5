/// Lines of delimited values.
enum Delimited {
  /// A line of RFC 4180: fields with a comma, a quote or a line end are quoted.
  static func csv(_ fields: [String]) -> String {
    fields.map { field in
      let needsQuotes = field.utf8.contains { byte in
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
          || byte == UInt8(ascii: "\r")
      }
      guard needsQuotes else { return field }
      return "\""
        + field.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
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
