import ArgumentParser
import Zhisou

extension ArgumentHelp {
  /// What an option does, in the person's language.
  static func message(_ message: Message) -> ArgumentHelp {
    ArgumentHelp(message.text(in: .ofPerson))
  }
}

extension CommandConfiguration {
  /// What a verb does, in the person's language; examples are the same in all.
  init(
    verb: String, abstract: Message, discussion: Message? = nil, examples: [String],
    version: String = "", verbs: [any ParsableCommand.Type] = []
  ) {
    let paragraphs: [String?] = [discussion?.text(in: .ofPerson), examples.joined(separator: "\n")]
    self.init(
      commandName: verb, abstract: abstract.text(in: .ofPerson),
      discussion: paragraphs.compactMap { $0 }.joined(separator: "\n\n"), version: version,
      subcommands: verbs)
  }
}
