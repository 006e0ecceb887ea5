/// What a person is told, written in English and said in any language.
///
/// A message keeps its template, in which `{1}`, `{2}` … stand for what was interpolated, and a
/// ``Language`` has its own text for the template: `"there is no kind \(name)"` is found as
/// `there is no kind {1}`.
public struct Message: Hashable, Sendable {
  /// What stands in place of a number in the template.
  enum Argument: Hashable, Sendable {
    case text(String)
    case message(Message)
    case list([String])
    case alternatives([String])
  }

  /// The English text with the numbers of its arguments in braces.
  let template: String
  let arguments: [Argument]

  init(template: String, arguments: [Argument]) {
    self.template = template
    self.arguments = arguments
  }

  /// A text that came from elsewhere; it is said in another language where it is known there.
  public init(_ text: String) {
    self.init(template: text, arguments: [])
  }

  /// The message in a language, in English where the language has no text for it.
  public func text(in language: Language) -> String {
    guard !arguments.isEmpty else { return language.text(for: template) }
    var text = ""
    var rest = language.text(for: template)[...]
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}"),
        let number = Int(rest[rest.index(after: open)..<close]),
        arguments.indices.contains(number - 1)
      else {
        text.append(rest.removeFirst())
        continue
      }
      text += arguments[number - 1].text(in: language)
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}

extension Message: CustomStringConvertible {
  /// The message in English.
  public var description: String { text(in: .english) }
}

extension Message: ExpressibleByStringInterpolation {
  /// Puts a template together.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var template = ""
    fileprivate var arguments: [Argument] = []

    /// An empty template.
    public init(literalCapacity: Int, interpolationCount: Int) {
      template.reserveCapacity(literalCapacity + 3 * interpolationCount)
    }

    /// Adds words of the template.
    public mutating func appendLiteral(_ literal: String) {
      template += literal
    }

    /// Adds a name, a number or another value that is the same in every language.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      append(.text(value.description))
    }

    /// Adds a part that is a message by itself.
    public mutating func appendInterpolation(_ message: Message) {
      append(.message(message))
    }

    /// Adds all of several names, with commas between them.
    public mutating func appendInterpolation(list names: [String]) {
      append(.list(names))
    }

    /// Adds several names of which one is meant.
    public mutating func appendInterpolation(anyOf names: [String]) {
      append(.alternatives(names))
    }

    private mutating func append(_ argument: Argument) {
      arguments.append(argument)
      template += "{\(arguments.count)}"
    }
  }

  /// A message without values in it.
  public init(stringLiteral text: String) {
    self.init(template: text, arguments: [])
  }

  /// A message with values in it.
  public init(stringInterpolation: StringInterpolation) {
    self.init(
      template: stringInterpolation.template, arguments: stringInterpolation.arguments)
  }
}

extension Message.Argument {
  fileprivate func text(in language: Language) -> String {
    switch self {
    case .text(let text): text
    case .message(let message): message.text(in: language)
    case .list(let names): names.joined(separator: language.isChinese ? "、" : ", ")
    case .alternatives(let names): names.joined(separator: language.isChinese ? " 或 " : " or ")
    }
  }
}
