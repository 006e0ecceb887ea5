/// The Chinese texts of this module's messages, by their English templates.
enum ChineseTexts {
  static let all: [String: String] = [:]
}
