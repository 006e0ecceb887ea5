import ArgumentParser
import Zhisou

/// `zhisou show`: the stored documents with given identifiers.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    verb: "show", abstract: "Print stored documents by their identifiers.",
    discussion: "Exit code 1 when one of them is not there.",
    examples: ["zhisou show ZS-ZC-003", "zhisou show CN999380144A KC-2024-0101 --json"])

  @Argument(help: .message("Identifiers, as search prints them."))
  var ids: [String]

  @OptionGroup var index: IndexOption

  @Flag(help: .message("One JSON object a line."))
  var json = false

  @OptionGroup var layout: LayoutOptions

  func run() throws {
    let index = try SearchIndex(path: index.directory)
    let layout = json ? .plain : layout.begin()
    var missing: [Message] = []
    for id in ids {
      let documents = try index.documents(withID: id)
      if documents.isEmpty {
        missing.append("no document has the identifier \"\(id)\"")
      }
      for document in documents {
        if json {
          Terminal.write(data: JSONText.line(document.value) + "\n")
        } else {
          Terminal.write(text: text(of: document), layout)
        }
      }
    }
    try Terminal.flush()
    for message in missing { Terminal.complain(message) }
    if !missing.isEmpty { throw ExitCode(1) }
  }

  private func text(of document: Document) -> String {
    var lines = [document.title.isEmpty ? document.id : document.title]
    let facts: [(Message, String)] = [
      ("id", document.id), ("kind", Message(document.kind.name).text(in: .ofPerson)),
      ("date", document.dateText),
      ("people", document.people.joined(separator: "、")),
      ("organisations", document.organisations.joined(separator: "、")),
      ("codes", document.codes.joined(separator: "、")),
      ("keywords", document.keywords.joined(separator: "、")),
      ("regions", document.regions.joined(separator: "、")), ("source", document.source),
    ]
    for (name, value) in facts where !value.isEmpty {
      lines.append("\(name.text(in: .ofPerson)): \(value)")
    }
    // A column may be both what a fact is from and a field.
    let said = Set(facts.map { "\($0.0): \($0.1)" })
    for field in document.fields where !said.contains("\(field.name): \(field.value)") {
      lines.append("\(field.name): \(field.value)")
    }
    for section in document.sections { lines.append("\n[\(section.name)]\n\(section.text)") }
    return lines.joined(separator: "\n") + "\n\n"
  }
}
