/// What the dictionary knows of a term: how many documents have it and where they are listed.
package struct TermInfo: Equatable, Sendable {
  package enum Location: Equatable, Sendable {
    /// The only document, and how often the term stands in it.
    case single(document: UInt32, frequency: UInt32)
    /// Bytes of the postings section.
    case list(offset: Int, count: Int)
  }

  package let documentFrequency: UInt32
  package let location: Location
}
