/// Which analyzer made the terms of an index: a query must go through the same one.
package struct AnalyzerStamp: Equatable, Sendable, CustomStringConvertible {
  package let name: String
  package let version: UInt32

  package init(name: String, version: UInt32) {
    self.name = name
    self.version = version
  }

  package var description: String { "\(name) \(version)" }
}
