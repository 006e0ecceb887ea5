import ArgumentParser
import Zhisou

/// The option that says which language people are spoken to in.
struct LanguageOption: ParsableArguments {
  enum Name: String, CaseIterable {
    case zh, en
  }

  @Option(
    help: .message(
      """
      The language of messages, zh or en (default: $ZHISOU_LANG, else that of the locale; Chinese \
      for zh, English for all others). Data and exit codes do not depend on it.
      """))
  var lang: Choice<Name>?

  /// Refuses a language that there is not.
  static func check(_ arguments: [String]) throws(ZhisouError) {
    if let name = Language.option(in: arguments) {
      _ = try Choice<Name>(argument: name)?.value(of: "--lang")
    }
  }
}

extension Language {
  /// The language of the person who runs the program.
  ///
  /// It is found before the arguments are parsed, since it is needed to say what is wrong with them.
  static let ofPerson: Language = {
    let locale =
      option(in: CommandLine.arguments)
      ?? ["ZHISOU_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
      .lazy.compactMap { Environment.value(of: $0) }.first
    return Language(locale: locale ?? "").adding(chinese: ChineseTexts.ofCommands)
  }()

  /// The value of the last `--lang` in front of `--`.
  fileprivate static func option(in arguments: [String]) -> String? {
    let options = arguments.prefix { $0 != "--" }
    return options.indices.reversed().lazy.compactMap { place in
      if options[place].hasPrefix("--lang=") { return String(options[place].dropFirst(7)) }
      return options[place] == "--lang" && place + 1 < options.count ? options[place + 1] : nil
    }.first
  }
}
