/// The columns whose values are strings of a sorted list, any number of them a document.
package enum OrdinalField: UInt8, CaseIterable, Sendable {
  case region, person, organisation, code
}
