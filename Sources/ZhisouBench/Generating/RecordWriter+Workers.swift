import Zhisou

/// What workers have found out, what they know, and who they are.
extension RecordWriter {
  private static let resultEnds = Phrase.list(
    "的改造 的研制与应用 装置改进 操作法 工艺优化 的创新实践 故障治理 专用工具 防错装置 节能改造")
  private static let effects = Phrase.list(
    """
    效率提高三成以上。 每年节约费用二十余万元。 合格率由原来的九成升到九成九以上。 单件工时减少一半。 \
    投用一年未再发生同类故障。 已在本单位全面推广。 劳动强度明显降低。
    """)
  private static let grades = Phrase.list("高级技师 高级技师 技师 高级工 特级技师 首席技师")
  private static let honours = Phrase.list(
    """
    省五一劳动奖章 全国技术能手 省技术能手 市首席技师 行业工匠 公司劳动模范 市技能大赛第一名 \
    省级技能大师工作室领办人 三八红旗手 青年岗位能手
    """)

  /// Appends an innovation result as JSON, its last value left open.
  func appendInnovation(_ draft: inout Draft) {
    beginLine("编号", "CG-", draft, .innovation, then: "标题")
    appendTitle(&draft)
    text.append(draft.walk.generator.element(of: Self.resultEnds))
    appendWhoAndWhere("完成人", people: 1 + draft.walk.generator.below(4), &draft)
    beginValue("摘要")
    appendText(sixteenths: 4, &draft)
    beginValue("正文")
    text.append("问题：")
    appendText(sixteenths: 4, &draft)
    text.append("\\n做法：")
    appendText(sixteenths: 7, &draft)
    text.append("\\n效果：")
    text.append(draft.walk.generator.element(of: Self.effects))
  }

  /// Appends an entry of knowledge as JSON, its last value left open.
  func appendKnowledge(_ draft: inout Draft) {
    beginLine("编号", "ZS-", draft, .knowledge, then: "标题")
    appendTitle(&draft)
    appendWhoAndWhere("作者", people: 1, &draft)
    beginValue("正文")
    appendText(&draft)
  }

  /// Appends a craftsman's record as JSON, its last value left open.
  func appendCraftsman(_ draft: inout Draft) {
    beginLine("编号", "GJ-", draft, .craftsman, then: "姓名")
    Names.appendPerson(draft.person(), to: text)
    beginValue("工种")
    text.append(Trade.of(subject: draft.subject))
    beginValue("单位")
    Names.appendOrganisation(draft.organisation, to: text)
    beginValue("地区")
    appendPlace(draft)
    beginValue("职称")
    text.append(draft.walk.generator.element(of: Self.grades))
    beginValue("荣誉")
    text.append(draft.walk.generator.element(of: Self.honours))
    beginValue("技能")
    appendPhrases(2 + draft.walk.generator.below(3), "；", &draft)
    beginValue("日期")
    appendRecentDate(&draft)
    beginValue("简介")
    text.append(1975 + draft.walk.generator.below(40))
    text.append("年参加工作，从事")
    text.append(Trade.of(subject: draft.subject))
    text.append("，")
    appendText(sixteenths: 10, &draft)
  }
}
