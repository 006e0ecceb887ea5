import ArgumentParser
import Zhisou

/// One of a few names, as an option has it.
///
/// Any text is taken while arguments are parsed, so that what is wrong with it is said in the person's
/// language, with the name that is nearest.
struct Choice<Value>: ExpressibleByArgument, Equatable, Sendable
where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
  private let name: String

  init(_ value: Value) {
    name = value.rawValue
  }

  init(named name: String) {
    self.name = name
  }

  init?(argument: String) {
    self.init(named: argument)
  }

  var defaultValueDescription: String { name }

  /// What the name can be, which the help of the option lists itself.
  static var names: [String] { Value.allCases.map(\.rawValue) }

  static var defaultCompletionKind: CompletionKind { .list(names) }

  /// The value with the name.
  ///
  /// - Parameter option: the option as it is written.
  /// - Returns: the value.
  /// - Throws: `.invalidArgument` for a name that there is not.
  func value(of option: String) throws(ZhisouError) -> Value {
    if let value = Value(rawValue: name) { return value }
    let names = Self.names
    let nearest = NearestNames.nearest(to: name, among: names)
    throw ZhisouError(
      code: .invalidArgument, reason: "\(option) cannot be \"\(name)\"",
      advice: nearest.isEmpty ? "it can be \(list: names)" : "did you mean \(anyOf: nearest)?")
  }
}
