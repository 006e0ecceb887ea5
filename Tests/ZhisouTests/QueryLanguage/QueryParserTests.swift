import Testing

@testable import Zhisou

/// What texts with operators are read as.
@Suite struct QueryParserTests {
  /// Requires that a text has no problems and is this tree.
  private func expect(
    _ text: String, _ tree: QueryExpression, at location: SourceLocation = #_sourceLocation
  ) {
    let parsed = ParsedQuery.parse(text)
    #expect(parsed.text == text)
    #expect(parsed.problems == [], "\(text)", sourceLocation: location)
    #expect(parsed.expression == tree, "\(text)", sourceLocation: location)
  }

  private func list(
    _ clauses: (QueryExpression.Clause.Occurrence, QueryExpression)...
  ) -> QueryExpression {
    .list(clauses.map { .init($0, $1) })
  }

  @Test func `keywords bind NOT, AND, OR, then what stands side by side`() {
    expect("磨削 烧伤 AND 砂轮", .all([.words("磨削 烧伤"), .words("砂轮")]))
    expect("a b OR c d", .any([.words("a b"), .words("c d")]))
    expect("a OR b AND c", .any([.words("a"), .all([.words("b"), .words("c")])]))
    expect(
      "a AND b OR c AND d",
      .any([
        .all([.words("a"), .words("b")]), .all([.words("c"), .words("d")]),
      ]))
    expect("(a OR b) AND c", .all([.any([.words("a"), .words("b")]), .words("c")]))
    expect("NOT a", .not(.words("a")))
    expect("NOT a AND b", .all([.not(.words("a")), .words("b")]))
    expect("a AND NOT b", .all([.words("a"), .not(.words("b"))]))
    expect("NOT a b", list((.prohibited, .words("a")), (.optional, .words("b"))))
    expect(
      "“p” a AND b",
      list((.optional, .phrase("p")), (.optional, .all([.words("a"), .words("b")]))))
    expect("ａ ＡＮＤ ｂ", .all([.words("ａ"), .words("ｂ")]))
    expect("ａ ＯＲ ＮＯＴ ｂ", .any([.words("ａ"), .not(.words("ｂ"))]))
  }

  @Test func `operands of one operator are one list, whatever their parentheses`() {
    expect("a AND (b AND c)", .all([.words("a"), .words("b"), .words("c")]))
    expect("(a OR b) OR (c OR d)", .any(["a", "b", "c", "d"].map { .words($0) }))
    expect("((a) AND ((b)))", .all([.words("a"), .words("b")]))
    expect("NOT NOT a", .words("a"))
    expect("NOT NOT NOT a", .not(.words("a")))
    expect("NOT (NOT a)", .words("a"))
    expect("NOT -a", .words("a"))
    expect("a NOT NOT b", .words("a b"))
    expect("NOT(a b)", .not(.words("a b")))
    expect("“a”AND“b”", .all([.phrase("a"), .phrase("b")]))
    expect("(a)AND(b)", .all([.words("a"), .words("b")]))
  }

  @Test func `signs go to one word, phrase or group`() {
    expect("+磨削 烧伤", list((.required, .words("磨削")), (.optional, .words("烧伤"))))
    expect("磨削 -砂轮", list((.optional, .words("磨削")), (.prohibited, .words("砂轮"))))
    expect("磨削 NOT 砂轮", list((.optional, .words("磨削")), (.prohibited, .words("砂轮"))))
    expect(
      "＋磨削 －“砂轮 磨料” -（烧伤 裂纹） x",
      list(
        (.required, .words("磨削")), (.prohibited, .phrase("砂轮 磨料")),
        (.prohibited, .words("烧伤 裂纹")), (.optional, .words("x"))))
    expect(
      "+title:砂轮 -H01L*",
      list(
        (.required, .field(.title, .words("砂轮"))), (.prohibited, .prefix("H01L"))))
    expect("+a", .words("a"))
    expect("-a", .not(.words("a")))
    expect("-a -b", list((.prohibited, .words("a")), (.prohibited, .words("b"))))
    expect("+(NOT a) b", list((.prohibited, .words("a")), (.optional, .words("b"))))
    expect("-(NOT a) b", list((.required, .words("a")), (.optional, .words("b"))))
    expect("(NOT a) b", list((.prohibited, .words("a")), (.optional, .words("b"))))
  }

  @Test func `between ANDs and ORs a minus is NOT and a plus is nothing`() {
    expect("a AND -b", .all([.words("a"), .not(.words("b"))]))
    expect("a OR -b", .any([.words("a"), .not(.words("b"))]))
    expect("+a AND b", .all([.words("a"), .words("b")]))
    expect(
      "a OR +b c", list((.optional, .any([.words("a"), .words("b")])), (.optional, .words("c"))))
  }

  @Test func `a field takes one word, phrase or group`() {
    expect("title:砂轮", .field(.title, .words("砂轮")))
    expect("标题：砂轮", .field(.title, .words("砂轮")))
    expect("标题： 砂轮", .field(.title, .words("砂轮")))
    expect("标题：\u{3000}砂轮", .field(.title, .words("砂轮")))
    expect(
      "title:砂轮 磨削",
      list(
        (.optional, .field(.title, .words("砂轮"))), (.optional, .words("磨削"))))
    expect("title:(砂轮 OR 磨料)", .field(.title, .any([.words("砂轮"), .words("磨料")])))
    expect("title:（砂轮 磨料）", .field(.title, .words("砂轮 磨料")))
    expect("code:\"GB/T 1804\"", .field(.code, .phrase("GB/T 1804")))
    expect("ipc:H01L*", .field(.ipc, .prefix("H01L")))
    expect("title:*", .field(.title, .everything))
    expect("NOT person:张三", .not(.field(.person, .words("张三"))))
    expect("title:-砂轮", .field(.title, .not(.words("砂轮"))))
    expect("title:NOT", .field(.title, .words("NOT")))
    expect("title:砂轮^2", .field(.title, .boosted(.words("砂轮"), 2)))
    expect(
      "title:(a person:b)",
      .field(
        .title,
        list(
          (.optional, .words("a")), (.optional, .field(.person, .words("b"))))))
    expect("source:a/b.csv", .field(.source, .words("a/b.csv")))
    expect("(title:a)", .field(.title, .words("a")))
    expect(
      "单位：一汽“轴承”",
      list(
        (.optional, .field(.org, .words("一汽"))), (.optional, .phrase("轴承"))))
  }

  @Test func `a boost belongs to what is directly before it`() {
    expect("砂轮^2", .boosted(.words("砂轮"), 2))
    expect(
      "磨削 砂轮^0.5 烧伤",
      list(
        (.optional, .words("磨削")), (.optional, .boosted(.words("砂轮"), 0.5)),
        (.optional, .words("烧伤"))))
    expect("“烧伤 裂纹”＾３", .boosted(.phrase("烧伤 裂纹"), 3))
    expect("(a b)^1.5 AND c", .all([.boosted(.words("a b"), 1.5), .words("c")]))
    expect("(砂轮^2)^.5", .boosted(.boosted(.words("砂轮"), 2), 0.5))
    expect("H01L*^2", .boosted(.prefix("H01L"), 2))
    expect("*^2", .boosted(.everything, 2))
    expect("C919^3", .boosted(.words("C919"), 3))
    expect("NOT 砂轮^1", .not(.boosted(.words("砂轮"), 1)))
    expect(
      "轴承^0.001 轴瓦^1000",
      list(
        (.optional, .boosted(.words("轴承"), 0.001)), (.optional, .boosted(.words("轴瓦"), 1000))))
  }

  @Test func `a star at the end of a word makes it a prefix, by itself it is everything`() {
    expect("*", .everything)
    expect("＊", .everything)
    expect("H01L*", .prefix("H01L"))
    expect("磨削＊", .prefix("磨削"))
    expect(
      "离子 H01L* 刻蚀",
      list(
        (.optional, .words("离子")), (.optional, .prefix("H01L")), (.optional, .words("刻蚀"))))
    expect("* -砂轮", list((.optional, .everything), (.prohibited, .words("砂轮"))))
    expect("* AND a", .all([.everything, .words("a")]))
    expect("(*) a", list((.optional, .everything), (.optional, .words("a"))))
    expect("(a*)", .prefix("a"))
    expect("+5*3*", .prefix("+5*3"))
  }

  @Test func `marks of any form open and close phrases, in words too`() {
    for text in ["\"烧伤 裂纹\"", "“烧伤 裂纹”", "”烧伤 裂纹“", "＂烧伤 裂纹\"", "“烧伤 裂纹＂"] {
      expect(text, .phrase("烧伤 裂纹"))
    }
    expect(
      "“表面粗糙度”怎么测？",
      list(
        (.optional, .phrase("表面粗糙度")), (.optional, .words("怎么测？"))))
    expect(
      "轴承“异响”原因",
      list(
        (.optional, .words("轴承")), (.optional, .phrase("异响")), (.optional, .words("原因"))))
    expect("6205“异响”", list((.optional, .words("6205")), (.optional, .phrase("异响"))))
    expect("“五经”“针经”", list((.optional, .phrase("五经")), (.optional, .phrase("针经"))))
    expect("“ a  (b) AND -c* ”", .phrase(" a  (b) AND -c* "))
    expect("“a”-b", list((.optional, .phrase("a")), (.optional, .words("-b"))))
    expect("“a”(b) c", list((.optional, .phrase("a")), (.optional, .words("(b) c"))))
    expect("“a”title:b", list((.optional, .phrase("a")), (.optional, .words("title:b"))))
  }

  @Test func `a quotation mark is one, whatever mark on letters follows it`() {
    expect(
      "\"\u{301}a\"\u{301}",
      list(
        (.optional, .phrase("\u{301}a")), (.optional, .words("\u{301}"))))
    expect(
      "(\u{301}a OR b)\u{20E3}",
      list(
        (.optional, .any([.words("\u{301}a"), .words("b")])), (.optional, .words("\u{20E3}"))))
  }

  @Test func `dates are values as written, and ranges of them`() {
    expect("date:2019", .field(.date, .words("2019")))
    expect("date:2019..2023", .field(.date, .range(from: "2019", through: "2023")))
    expect("date:2019..", .field(.date, .range(from: "2019", through: nil)))
    expect("日期：..2023年5月", .field(.date, .range(from: nil, through: "2023年5月")))
    expect("date:２０１９．．２０２３", .field(.date, .range(from: "２０１９", through: "２０２３")))
    expect(
      "date:2019.05..2019.06.30", .field(.date, .range(from: "2019.05", through: "2019.06.30")))
    expect(
      "date:(2019 OR 2021..2022)",
      .field(
        .date,
        .any([
          .words("2019"), .range(from: "2021", through: "2022"),
        ])))
    expect(
      "date:(2019 2021.. 2020)",
      .field(
        .date,
        list(
          (.optional, .words("2019")), (.optional, .range(from: "2021", through: nil)),
          (.optional, .words("2020")))))
    expect("date:\"2019-05-03\"", .field(.date, .phrase("2019-05-03")))
    expect("date:*", .field(.date, .everything))
    expect("date:2019-05..2019", .field(.date, .range(from: "2019-05", through: "2019")))
    expect("2019..2023", .words("2019..2023"))
  }

  @Test func `two dots are no range where no number is beside them, or behind a backslash`() {
    expect("source:../a", .field(.source, .words("../a")))
    expect("title:等等..", .field(.title, .words("等等..")))
    expect(#"code:1.\.2"#, .field(.code, .words("1..2")))
    expect("title:a..2", .field(.title, .words("a..2")))
  }

  @Test func `kinds are lists of names in both languages`() {
    for value in ["patent", "专利", "PATENT", "ｐａｔｅｎｔ", "專利", "patent,course", "专利、课程，成果"] {
      expect("kind:\(value)", .field(.kind, .words(value)))
    }
    expect("类型：(专利 OR 课程)", .field(.kind, .any([.words("专利"), .words("课程")])))
    expect("kind:“patent， course”", .field(.kind, .phrase("patent， course")))
  }

  @Test func `a backslash makes operators text`() {
    expect(#"\-x a"#, .words("-x a"))
    expect(#"\(a OR b\)"#, .any([.words("(a"), .words("b)")]))
    expect(#"“5\” 管 \\”"#, .phrase("5” 管 \\"))
    expect(#"a \AND b \OR c \NOT"#, .words("a AND b OR c NOT"))
    expect(#"title\:x H01L\* 砂轮\^2 \*"#, .words("title:x H01L* 砂轮^2 *"))
    expect(#"+\(x"#, .words("(x"))
    expect(#"a \“b\” c"#, .words("a “b” c"))
    expect(#"C:\Temp\日志 \ORDER \1 \"#, .words(#"C:\Temp\日志 \ORDER \1 \"#))
    expect(#"\\server"#, .words(#"\server"#))
  }
}
