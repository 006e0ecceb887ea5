extension IngestReport {
  /// The report as a JSON object.
  public var value: JSONText.Value {
    .object([
      ("documents", .integer(documents)), ("added", .integer(added)), ("updated", .integer(0)),
      ("removed", .integer(replaced)), ("unchanged", .integer(0)),
      ("superseded", .integer(superseded)), ("withdrawals", .integer(withdrawals)),
      ("kinds", .object(DocumentKind.allCases.map { ($0.name, .integer(kinds[$0] ?? 0)) })),
      ("file_count", .integer(fileCount)),
      ("files", .array(files.map(\.value))),
      ("seconds", .number(seconds)), ("bytes_read", .integer(bytesRead)),
      ("text_bytes", .integer(textBytes)),
    ])
  }
}

extension IngestReport.File {
  var value: JSONText.Value {
    .object([
      ("path", .string(path)), ("format", .string(format)), ("encoding", .string(encoding)),
      ("records", .integer(records)), ("outcome", .string(outcome.rawValue)),
      (
        "problems",
        .array(
          problems.map {
            .object([("place", .string($0.place)), ("reason", .string($0.reason))])
          })
      ),
      ("problem_count", .integer(problemCount)),
      ("dropped_private_values", .integer(droppedPrivateValues)),
    ])
  }
}
