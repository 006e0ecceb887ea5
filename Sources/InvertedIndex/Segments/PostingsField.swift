/// The fields with postings of their own.
///
/// `text` has the terms of all of them and of the body: it is what a bare query searches.
package enum PostingsField: UInt8, CaseIterable, Sendable {
  // The numbers are part of the file format.
  case text = 0
  case title = 1
  case person = 2
  case organisation = 3
  case code = 4
}
