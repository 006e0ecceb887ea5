/// The columns whose values are strings of a sorted list, any number of them a document.
package enum OrdinalField: UInt8, CaseIterable, Sendable {
  // The numbers are part of the file format.
  case region = 0
  case person = 1
  case organisation = 2
  case code = 3
}
