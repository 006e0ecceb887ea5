import ArgumentParser

extension ZhisouCommand {
  /// The command of arguments that name a verb, read with the options of that verb alone.
  ///
  /// - Returns: `nil` where the options of all verbs are needed to say what is wrong, or what was
  ///   asked for.
  static func parse(verb arguments: [String]) -> (any ParsableCommand)? {
    let words = Self.behindLanguage(arguments)
    guard let name = words.first,
      let verb = verbs.first(where: { $0.configuration.commandName == name }),
      let command = try? verb.parseAsRoot(Array(words.dropFirst())), type(of: command) == verb
    else { return nil }
    return command
  }

  /// The verb that arguments name, if there is such a verb.
  static func verb(in arguments: ArraySlice<String>) -> String? {
    behindLanguage(Array(arguments)).first.flatMap { name in
      verbs.contains { $0.configuration.commandName == name } ? name : nil
    }
  }

  /// The arguments from the verb on, where only the language stands before it.
  static func behindLanguage(_ arguments: [String]) -> ArraySlice<String> {
    var words = arguments[...]
    while let option = words.first, option == "--lang" || option.hasPrefix("--lang=") {
      words = words.dropFirst(option == "--lang" ? 2 : 1)
    }
    return words
  }
}
