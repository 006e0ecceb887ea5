/// A language that people are spoken to in.
///
/// The program's own texts are English; another language is a table of its texts for them.
public struct Language: Equatable, Sendable {
  /// The code of ISO 639-1: `en`, `zh`.
  public let code: String
  /// The texts by the English templates that they stand for.
  private let texts: [String: String]

  private init(code: String, texts: [String: String]) {
    self.code = code
    self.texts = texts
  }

  /// English.
  public static let english = Language(code: "en", texts: [:])

  /// Chinese in simplified characters.
  public static let chinese = Language(code: "zh", texts: ChineseTexts.all)

  /// The language that a locale such as `zh_CN.UTF-8` names: Chinese, in any script and country, or
  /// else English.
  public init(locale: String) {
    let language = locale.prefix { $0 != "_" && $0 != "-" && $0 != "." && $0 != "@" }
    self = language.lowercased() == "zh" ? .chinese : .english
  }

  /// Whether sentences are put together in Chinese.
  public var isChinese: Bool { code == "zh" }

  /// The language with more Chinese texts by their English templates, for the messages of another
  /// module.
  public func adding(chinese more: @autoclosure () -> [String: String]) -> Language {
    isChinese ? Language(code: code, texts: texts.merging(more()) { own, _ in own }) : self
  }

  /// The text that stands for an English template; the template where there is none.
  func text(for template: String) -> String {
    texts[template] ?? template
  }
}
