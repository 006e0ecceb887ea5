/// A term to be looked for, and what it counts.
package struct QueryTerm: Hashable, Sendable {
  package enum Form: Hashable, Sendable {
    /// A term keyed by 32 bits.
    case key(UInt32)
    /// A term keyed by bytes.
    case word([UInt8])
    /// Any document with one of the keys of a range or one of the others.
    ///
    /// It counts as one term. Its frequency in a document is the larger of the two sums of
    /// frequencies: of the keys in the range and of the others.
    case union(range: Range<UInt32>, others: [UInt32])
  }

  package let form: Form
  package let field: PostingsField
  package let boost: Float

  package init(_ form: Form, in field: PostingsField = .text, boost: Float = 1) {
    self.form = form
    self.field = field
    self.boost = boost
  }
}
