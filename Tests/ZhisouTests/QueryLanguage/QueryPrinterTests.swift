import TestSupport
import Testing

@testable import Zhisou

@Suite struct QueryPrinterTests {
  @Test(arguments: [
    ("磨削 烧伤  AND 砂轮", "磨削 烧伤 AND 砂轮"), ("((a)) OR (b AND c)", "a OR b AND c"),
    ("(a OR b) AND c", "(a OR b) AND c"), ("ＮＯＴ ａ", "NOT ａ"), ("-（a b）", "NOT (a b)"),
    ("a NOT b", "a -b"), ("a NOT 304", "a -(304)"), ("+304 +a", "+304 +a"),
    ("+(304) +a b", "+(304) +a b"),
    ("“a”（b）", "\"a\" \\（b\\）"), ("“a” b AND c", "\"a\" (b AND c)"), ("标题：砂轮", "title:砂轮"),
    ("title: (a b)", "title:(a b)"), ("title:(砂轮)", "title:砂轮"), ("title:(:x)", "title:(:x)"),
    ("source:(//x)", "source:(//x)"), ("date:２０１９．．", "date:２０１９.."), ("(砂轮)^2.50", "砂轮^2.5"),
    ("(mm)^2", "(mm)^2"), ("(1804)^2", "(1804)^2"), ("(title:a)^2", "(title:a)^2"),
    ("(*) a", "(*) a"),
    ("* -a", "* -a"), ("“5\\\" \\\\”", "\"5\\\" \\\\\""), ("a \\AND b OR c", "a \\AND b OR c"),
    ("Cr12(MoV) OR 公差（m级）", "Cr12(MoV) OR 公差（m级）"), ("H01L*^2 OR *", "H01L*^2 OR *"),
    ("GB/T 1804—2000 OR 5*3 OR 1:50", "GB/T 1804—2000 OR 5*3 OR 1:50"), ("a AND", "a \\AND"),
    ("code:1.\\.2", "code:1.\\.2"), ("title\\:x", "title\\:x"),
    ("公差：x OR C:\\y", "公差：x OR C:\\\\y"),
  ])
  func `it is written with the parentheses and backslashes it needs`(text: String, printed: String)
  {
    let parsed = ParsedQuery.parse(text)
    #expect(parsed.expression.description == printed)
    #expect(ParsedQuery.parse(printed).expression == parsed.expression)
    #expect(ParsedQuery.parse(printed).problems == [])
  }

  @Test func `any tree in normal form comes back`() {
    var random = RandomQuery(seed: 1804)
    for round in 0..<3_000 {
      let tree = random.tree(depth: round % 6 + 1)
      let printed = tree.description
      let parsed = ParsedQuery.parse(printed)
      #expect(parsed.problems == [] && parsed.expression == tree, "\(printed)")
    }
  }

  @Test func `any text is read, and what is printed reads the same`() {
    var random = RandomQuery(seed: 2000)
    let queries = [
      "磨削 烧伤 AND 砂轮", "GB/T 1804-2000 (m级) 公差?", "+磨削 -“砂轮 磨料” title:(a OR b)^2 H01L*",
      "date:2019..2023 AND kind:patent,course NOT person:张三", "轴承“异响”原因：3/4\"螺纹 N/mm^2",
      "((a AND b) OR NOT c) \\-x * 长 * 宽", "标题：（砂轮 OR 磨料） 日期：2019年5月.. ^2 C++",
    ]
    for round in 0..<6_000 {
      let text =
        switch round % 3 {
        case 0: random.soup()
        case 1: random.noise()
        default: random.mutation(of: random.pick(queries))
        }
      let parsed = ParsedQuery.parse(text)
      let printed = parsed.expression.description
      let again = ParsedQuery.parse(printed)
      #expect(again.problems == [] && again.expression == parsed.expression, "\(text)")
      #expect(again.expression.description == printed, "\(text)")
      for problem in parsed.problems {
        #expect(problem.bytes.upperBound <= text.utf8.count)
        #expect(problem.characters.upperBound <= text.count && !problem.characters.isEmpty)
      }
    }
  }
}
