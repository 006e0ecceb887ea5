/// The formats that ranked results are written in.
public enum ExportFormat: String, CaseIterable, Sendable {
  /// One JSON object a hit and line.
  case jsonl
  /// Comma-separated values (RFC 4180) with a header, UTF-8.
  case csv
  /// Tab-separated values with a header, UTF-8; tabs and line ends in values become spaces.
  case tsv
  /// The run format of TREC: query, `Q0`, document, rank, score, tag.
  case trec
}
