extension IndexStatistics {
  /// The statistics as a JSON object.
  public var value: JSONText.Value {
    .object([
      ("documents", .integer(documents)),
      ("kinds", .object(DocumentKind.allCases.map { ($0.name, .integer(kinds[$0] ?? 0)) })),
      ("segments", .integer(segments)),
      (
        "bytes",
        .object(bytes.map { ($0.name, .integer($0.bytes)) } + [("total", .integer(totalBytes))])
      ),
      ("analyzer", .string(analyzer)), ("digest", .string(digest)),
    ])
  }
}
