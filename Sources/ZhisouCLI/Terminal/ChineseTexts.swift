/// The Chinese texts of the commands' messages, by their English templates.
enum ChineseTexts {
  static let ofCommands: [String: String] = [:]
}
