package import Storage

/// What a document must be like to match, whatever it scores.
package indirect enum Condition: Sendable {
  /// Every document.
  case everything
  /// Documents with a term in a field.
  case term(QueryTerm.Form, in: PostingsField)
  /// Documents with a word, in a field, that begins so and is accepted.
  case words(prefix: [UInt8], in: PostingsField, accepts: @Sendable ([UInt8]) -> Bool)
  /// Documents of these kinds.
  case kinds(Set<UInt8>)
  /// Documents with a date, yyyymmdd, in a range.
  case dates(ClosedRange<UInt32>)
  /// Documents with one of these identifiers.
  case identifiers([[UInt8]])
  /// Documents that match and have an accepted identifier.
  case named(among: Condition, accepts: @Sendable ([UInt8]) -> Bool)
  /// Documents from source files whose names are accepted.
  case sources(accepts: @Sendable ([UInt8]) -> Bool)
  /// Documents that match and have a value in a column that is accepted by what `makeAccepts` makes
  /// for one pass over a segment.
  case values(
    of: OrdinalField, among: Condition, makeAccepts: @Sendable () -> ([UInt8]) -> Bool)
  /// Documents that match and pass a check that reads their stored text.
  case checked(among: Condition, by: any DocumentCheck)
  /// Documents that match all of these; every document when there are none.
  case all([Condition])
  /// Documents that match one of these; none when there are none.
  case any([Condition])
  /// Documents that do not match.
  case not(Condition)
}

/// A check of documents that postings and columns cannot decide: whether a phrase is in them.
package protocol DocumentCheck: Sendable {
  /// Calls `body` with those documents of a set that pass.
  ///
  /// - Complexity: that of reading the stored text of the set.
  func forEachAccepted(
    among set: DocumentSet, in segment: SegmentReader, _ body: (UInt32) -> Void
  ) throws(StorageError)
}
