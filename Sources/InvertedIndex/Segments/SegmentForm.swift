/// What a segment is written for.
package enum SegmentForm: Sendable {
  /// To be searched.
  case finished
  /// To be merged before the next commit: all its lists are short ones, which cost a third of the time
  /// to write and to read, and nothing is prepared for ranking.
  case intermediate
}
