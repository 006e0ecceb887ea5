/// What the rows of a sheet are told to, from top to bottom.
protocol SheetRows: AnyObject {
  /// Whether no more rows are wanted.
  var isSatisfied: Bool { get }
  /// A cell that is not empty; the column is counted from 0, and nil for a place that no sheet has.
  func cell(_ text: Span<UInt8>, column: Int?)
  /// The end of the row that has that number in the sheet.
  func endRow(_ number: Int)
}
