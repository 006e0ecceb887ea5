/// What a record is about.
package enum RecordKind: UInt8, CaseIterable, Sendable {
  // The numbers are stored with documents: new kinds take new ones.
  case course = 0
  case patent = 1
  case innovation = 2
  case knowledge = 3
  case craftsman = 4
  case other = 5

  /// The kind's name in queries, filters and output.
  package var name: String {
    switch self {
    case .course: "course"
    case .patent: "patent"
    case .innovation: "innovation"
    case .knowledge: "knowledge"
    case .craftsman: "craftsman"
    case .other: "other"
    }
  }

  /// Recognises a word, English or Chinese, singular or plural; nil for a word it does not know.
  ///
  /// White space around the word and the case of ASCII letters do not matter.
  package init?(word: some Collection<UInt8>) {
    self.init(word: Array(word).span)
  }

  /// Recognises a word where it stands.
  init?(word: Span<UInt8>) {
    guard word.count <= KindWords.longestWord else { return nil }
    let range = Bytes.trimmed(word, from: 0, to: word.count)
    guard let kind = Self.words.kind(of: word.extracting(range)) else { return nil }
    self = kind
  }

  private static let words: KindWords = {
    let table: [(RecordKind, String)] = [
      (.course, "course courses lesson lessons 课程 课 培训课程 教程 微课 公开课"),
      (.patent, "patent patents 专利 发明专利 实用新型 实用新型专利 外观设计 外观设计专利 专利文献"),
      (
        .innovation,
        """
        innovation innovations result results achievement achievements 成果 创新成果 职工创新成果 \
        技术成果 科技成果 创新 技术创新 合理化建议 工法 操作法
        """
      ),
      (.knowledge, "knowledge 知识 知识条目 知识点 知识库 条目 词条 百科 经验"),
      (
        .craftsman,
        """
        craftsman craftsmen craftswoman craftswomen craftsperson craftspeople artisan artisans \
        expert experts 工匠 劳模 劳动模范 大国工匠 匠人 人才 专家 技师 能工巧匠 工匠人才 工匠劳模
        """
      ),
      (.other, "other others 其他 其它"),
    ]
    return KindWords(
      table.flatMap { kind, list in list.split(separator: " ").map { (String($0), kind) } })
  }()
}
