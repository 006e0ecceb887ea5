internal import Foundation

/// The templates of messages that stand in a module's source files.
///
/// Literals are taken where messages are made: behind `reason:` and `advice:`, in calls of `note`,
/// `complain` and `error`, and in what is declared as a `Message`.
package struct MessageTemplates {
  /// The templates of literals that are messages and have words, `{1}` for the first value.
  package private(set) var messages: Set<String> = []
  /// The templates of all literals, whatever they are for.
  package private(set) var literals: Set<String> = []

  /// Reads all Swift files of a folder.
  package init(folder: String) {
    let files = FileManager.default.enumerator(
      at: URL(fileURLWithPath: folder), includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      add(Source((try? String(contentsOf: file, encoding: .utf8)) ?? ""))
    }
  }

  private mutating func add(_ source: Source) {
    literals.formUnion(source.templates)
    let code = source.code
    for match in code.matches(of: /case [\u{F0000}-\u{FFFFD}, \n]+:/) {
      for scalar in match.output {
        literals.formUnion(source.template(of: scalar).map { [$0] } ?? [])
      }
    }
    let body = code.replacing(/case [\u{F0000}-\u{FFFFD}, \n]+:/, with: "")
    let anchors =
      /\b(reason|advice|discussion|help|verb: [\u{F0000}-\u{FFFFD}], abstract): |\b(note|complain|error|TextTable)\(|Message\??( \{| = )|\(Message, String\)\] = \[/
    for match in body.matches(of: anchors) {
      for character in Self.extent(in: body, from: match.range.upperBound, of: match.output.0) {
        guard let template = source.template(of: character) else { continue }
        let words = template.replacing(/\{\d+\}/, with: "")
        if words.contains(where: { $0.isASCII && $0.isLetter }) { messages.insert(template) }
      }
    }
    for match in body.matches(of: /([\u{F0000}-\u{FFFFD}]) as Message/) {
      if let character = match.output.1.first, let template = source.template(of: character) {
        messages.insert(template)
      }
    }
  }

  /// From a place to the end of the argument, block or statement that begins there.
  private static func extent(
    in code: String, from start: String.Index, of anchor: Substring
  ) -> Substring {
    var depth = 0
    let isArgument = anchor.hasSuffix(": ")
    let isStatement = anchor.hasSuffix("= ")
    for place in code[start...].indices {
      switch code[place] {
      case "(", "[", "{": depth += 1
      case ")", "]", "}":
        if depth == 0 { return code[start..<place] }
        depth -= 1
      case ",": if depth == 0, isArgument { return code[start..<place] }
      case "\n":
        let next = code[place...].first { !$0.isWhitespace }
        if depth == 0, isStatement, next != "?", next != ":" { return code[start..<place] }
      default: break
      }
    }
    return code[start...]
  }
}

/// A source file without its comments, each literal one character of a private plane.
private struct Source {
  private(set) var code = ""
  private(set) var templates: [String] = []
  private let text: [Character]
  private var place = 0

  init(_ text: String) {
    self.text = Array(text)
    while place < self.text.count { readCode() }
  }

  func template(of character: Character) -> String? {
    guard let value = character.unicodeScalars.first?.value, value >= 0xF0000 else { return nil }
    return templates[Int(value) - 0xF0000]
  }

  private func starts(_ mark: String) -> Bool {
    text[place...].starts(with: mark)
  }

  private mutating func readCode() {
    if starts("//") {
      while place < text.count, text[place] != "\n" { place += 1 }
    } else if starts("#\"") || starts("\"") {
      let template = readLiteral()
      code.unicodeScalars.append(Unicode.Scalar(UInt32(0xF0000 + templates.count)) ?? " ")
      templates.append(template)
    } else {
      code.append(text[place])
      place += 1
    }
  }

  private mutating func readLiteral() -> String {
    let isRaw = starts("#")
    if isRaw { place += 1 }
    let isMultiline = starts("\"\"\"")
    place += isMultiline ? 3 : 1
    let end = (isMultiline ? "\"\"\"" : "\"") + (isRaw ? "#" : "")
    let escape = isRaw ? "\\#" : "\\"
    var template = ""
    var count = 0
    while place < text.count, !starts(end) {
      if starts(escape + "(") {
        place += escape.count + 1
        skipInterpolation()
        count += 1
        template += "{\(count)}"
      } else if starts(escape) {
        place += escape.count
        template += readEscape()
      } else {
        template.append(text[place])
        place += 1
      }
    }
    place += end.count
    return isMultiline ? Self.withoutIndent(template) : template
  }

  private mutating func readEscape() -> String {
    let character = text[place]
    place += 1
    switch character {
    case "n": return "\n"
    case "t": return "\t"
    case "\n":
      while place < text.count, text[place] == " " { place += 1 }
      return ""
    case "u":
      let digits = text[place...].dropFirst().prefix { $0 != "}" }
      place += digits.count + 2
      return UInt32(String(digits), radix: 16).flatMap { Unicode.Scalar($0) }.map { String($0) }
        ?? ""
    default: return String(character)
    }
  }

  private mutating func skipInterpolation() {
    var depth = 1
    while place < text.count {
      if starts("\"") {
        _ = readLiteral()
        continue
      }
      if text[place] == "(" { depth += 1 }
      if text[place] == ")" { depth -= 1 }
      place += 1
      if depth == 0 { return }
    }
  }

  private static func withoutIndent(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
    let indent = (lines.last ?? "").count
    return lines.dropLast().map { $0.dropFirst(indent) }.joined(separator: "\n")
  }
}
