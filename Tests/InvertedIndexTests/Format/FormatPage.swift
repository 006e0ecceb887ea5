import TestSupport

/// FileFormat.md as the tests read it: its headings and the bytes of its examples.
///
/// An example is a fenced block marked `hex`. A line is bytes, a semicolon and what they mean; a
/// line in brackets names the section of a file that the bytes below it fill.
struct FormatPage {
  struct Section {
    let title: String
    /// 2 for a chapter, 3 for a structure.
    let level: Int
    var examples: [[ExamplePart]] = []
    var text = ""
  }

  private(set) var sections: [Section] = []

  /// The folder of the package.
  static let root = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(4)
    return parts.joined(separator: "/")
  }()

  static let shared = FormatPage()

  private init() {
    let path = "\(Self.root)/Sources/InvertedIndex/InvertedIndex.docc/FileFormat.md"
    let text = String(decoding: TestFile.read(path), as: UTF8.self)
    var example: [ExamplePart]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let parts = example {
        if line.hasPrefix("```") {
          sections[sections.count - 1].examples.append(
            parts.filter { !$0.bytes.isEmpty || !$0.name.isEmpty })
          example = nil
        } else {
          example = Self.add(line, to: parts)
        }
      } else if line == "```hex" {
        example = [ExamplePart(name: "", bytes: [])]
      } else if line.hasPrefix("## ") || line.hasPrefix("### ") {
        let level = line.prefix { $0 == "#" }.count
        sections.append(Section(title: String(line.dropFirst(level + 1)), level: level))
      } else if !sections.isEmpty {
        sections[sections.count - 1].text += line + "\n"
      }
    }
  }

  private static func add(_ line: Substring, to parts: [ExamplePart]) -> [ExamplePart] {
    if line.hasPrefix("[") {
      return parts + [ExamplePart(name: String(line.dropFirst().prefix { $0 != "]" }), bytes: [])]
    }
    var parts = parts
    for pair in line.prefix(while: { $0 != ";" }).split(separator: " ") {
      guard pair.count == 2, let byte = UInt8(pair, radix: 16) else {
        preconditionFailure("no byte in an example of FileFormat.md: \(line)")
      }
      parts[parts.count - 1].bytes.append(byte)
    }
    return parts
  }

  func section(_ title: String) -> Section? {
    sections.first { $0.title == title }
  }
}

/// Bytes of an example: a section of a file, or a structure inside one when the name is empty.
struct ExamplePart: Equatable, CustomStringConvertible {
  var name = ""
  var bytes: [UInt8]

  var description: String {
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
    return "[\(name)] " + digits.joined(separator: " ")
  }
}
