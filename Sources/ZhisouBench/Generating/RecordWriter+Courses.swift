import Zhisou

/// Courses: what is taught, to whom, for how long.
extension RecordWriter {
  private static let levels = Phrase.list(
    "五级/初级工 四级/中级工 四级/中级工 三级/高级工 三级/高级工 二级/技师 一级/高级技师")
  private static let titleEnds = Phrase.list(
    "基础 入门 实训 工艺与操作 原理与应用 技能提升 故障分析与排除 安全操作 案例精讲 检测技术")
  private static let needs = Phrase.list(
    """
    机械制图 电工基础 金属材料与热处理常识 公差与配合 安全生产常识 工程力学 计算机应用基础 液压与气动 \
    测量技术 职业道德
    """)

  /// Appends the course as JSON, its last value left open.
  func appendCourse(_ draft: inout Draft) {
    beginLine("编号", "KC-", draft, .course, then: "标题")
    appendTitle(&draft)
    text.append(draft.walk.generator.element(of: Self.titleEnds))
    beginValue("摘要")
    text.append("本课程讲授")
    text.append(copyOf: draft.title)
    text.append("，")
    appendText(sixteenths: 6, &draft)
    beginValue("等级")
    text.append(draft.walk.generator.element(of: Self.levels))
    beginList("先修课程")
    text.append(draft.walk.generator.element(of: Self.needs))
    text.append("\",\"")
    appendPhrase(3...6, &draft)
    text.append("\"],\"学时\":\"")
    text.append(8 * (1 + draft.walk.generator.rank(bits: 0...4)))
    text.append("学时")
    appendWhoAndWhere("授课教师", people: 1 + draft.walk.generator.below(2), &draft)
    beginValue("正文")
    for chapter in 1...(2 + draft.walk.generator.below(4)) {
      if chapter > 1 { text.append("\\n") }
      text.append("第")
      text.append(chapter)
      text.append("章 ")
      appendPhrase(3...10, &draft)
      text.append("：")
      appendText(sixteenths: 3, &draft)
    }
  }

  /// Ends a value and appends people, organisation, trade, region, date and keywords, the last one
  /// left open.
  func appendWhoAndWhere(_ role: String, people: Int, _ draft: inout Draft) {
    beginValue(role)
    appendPeople(people, "；", &draft)
    beginValue("单位")
    Names.appendOrganisation(draft.organisation, to: text)
    beginValue("工种")
    text.append(Trade.of(subject: draft.subject))
    beginValue("地区")
    appendPlace(draft)
    beginValue("日期")
    appendRecentDate(&draft)
    beginValue("关键词")
    appendPhrases(3 + draft.walk.generator.below(3), "；", &draft)
  }
}
