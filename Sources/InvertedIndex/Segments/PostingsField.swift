/// The fields with postings of their own.
///
/// `text` has the terms of all of them and of the body: it is what a bare query searches.
package enum PostingsField: UInt8, CaseIterable, Sendable {
  case text, title, person, organisation, code
}
