import Testing

@testable import CorpusReading

struct DelimitedShapeTests {
  private func shape(_ text: String, name: String = "", isWhole: Bool = true) -> DelimitedShape {
    let bytes = Array(text.utf8)
    return DelimitedShape(bytes.span, isWhole: isWhole, name: FileName(name))
  }

  @Test(arguments: [
    ("编号,标题\n1,甲\n", ","), ("编号\t标题\n1\t甲\n", "\t"), ("编号;标题\n1;甲,乙\n", ";"),
    ("sep=;\n甲;乙\n", ";"), ("sep=|\r\n甲|乙\n", "|"), ("\"sep=,\"\n甲,乙\n", ","),
    ("编号,标题\n", ","), ("姓名,年纪\n甲,20\n乙,30\n", ","), ("甲,乙,丙\n1,2,3\n4,5,6\n", ","),
    ("甲\t乙\n1\t2\n3\t4\n", "\t"), ("2024年汇总\n编号,标题\n1,甲\n", ","),
    ("编号,标题,关键词\n1,甲,a;b;c\n2,乙,d;e;f\n", ","),
    ("标题,正文\n甲,\"多行\n的,正文\"\n乙,x\n", ","),
  ])
  func `tables are known by what is in them`(text: String, delimiter: String) {
    let shape = shape(text)
    #expect(shape.isTable && [shape.delimiter] == Array(delimiter.utf8))
  }

  @Test(arguments: [
    "", "一行文字", "他说,今天不来.\n我说,好.\n", "床前明月光,疑是地上霜\n举头望明月,低头思故乡\n",
    "Dear all, we met, and parted.\nThen, as before, we met.\nSo, again, nothing.\n",
    "完成人：甲、乙\n单位：丙\n\n正文,第一行\n", "2024-01-01 10:00:00,123 INFO a\n2024-01-01 10:00:01,456 INFO b\n",
    "int a;\nint b;\nreturn 0;\n", "甲,乙\n", "标题\n甲\n乙\n",
    "# 编号, 标题, 年份\nx = [(1, \"甲\",\n2), (3, \"乙\", 4, 5)]\nprint(x)\n",
    "第一段。\n关键词,作者,标题都要写清\n后面是没有逗号的正文。\n还有一行。\n再有一行。\n",
  ])
  func `prose, logs and code are no tables`(text: String) {
    #expect(!shape(text).isTable)
  }

  @Test func `an extension tips the scales`() {
    let unknown = "甲,乙\n1,2\n3,4\n"
    #expect(!shape(unknown).isTable && shape(unknown, name: "表.CSV").isTable)
    #expect(shape("标题\n甲\n乙\n", name: "a.csv").isTable)
    #expect(!shape("只有一段文字\n没有表\n", name: "a.csv").isTable)
    #expect(shape("甲\t乙,丙\n1\t2,3\n", name: "a.tsv.gz").delimiter == UInt8(ascii: "\t"))
  }

  @Test func `a row that the front cuts off does not count`() {
    #expect(shape("甲,乙,丙\n1,2,3\n4,5,6\n7,8", isWhole: false).isTable)
    #expect(!shape("甲,乙,丙\n1,2,3\n4,5", isWhole: true).isTable)
  }
}
