import Testing

@testable import CorpusReading

struct ColumnAliasesTests {
  @Test(arguments: [
    ("id", Column.identifier(.local)), ("编号", .identifier(.local)),
    ("publication_number", .identifier(.publication)), ("公开(公告)号", .identifier(.publication)),
    ("公开（公告）号", .identifier(.publication)), ("申请号", .identifier(.application)),
    (" Title ", .field(.title)), ("专利名称", .field(.title)), ("课程名称", .field(.title)),
    ("发明名称", .field(.title)), ("title_localized", .field(.title)), ("摘要", .field(.abstract)),
    ("主权项", .field(.claims)), ("正文", .field(.body)), ("姓名", .personalName),
    ("发明（设计）人", .field(.person)), ("申请(专利权)人", .field(.organisation)),
    ("工作单位", .field(.organisation)), ("IPC主分类号", .field(.code)), ("工种", .field(.code)),
    ("关键词", .field(.keyword)), ("Publication Date", .date(.publication)),
    ("公开(公告)日", .date(.publication)), ("申请日", .date(.application)), ("省份", .field(.region)),
    ("技能等级", .field(.level)), ("先修课程", .field(.prerequisite)), ("学时", .field(.duration)),
    ("kind", .kind), ("类型", .type), ("手机", .personal), ("身份证号码", .personal),
    ("Phone-Number", .personal), ("法律状态", .other), ("", .other),
    ("*姓名：", .personalName), ("发明人2", .field(.person)), ("日期（年月日）", .date(.publication)),
    ("联系电话1", .personal), ("电话(手机)", .personal), ("*", .other), ("(标题)", .other), ("2024", .other),
    ("技艺", .section), ("categories", .field(.keyword)), ("出生", .other),
  ])
  func `columns are known by many names`(name: String, column: Column) {
    #expect(ColumnAliases.column(named: Array(name.utf8)) == column)
  }
}
