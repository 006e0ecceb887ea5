/// A small file of each format of text, with all that the format can have.
enum SmallFiles {
  static let table = """
    2024年成果汇总,,
    编号,标题,摘要,手机\r
    1,"多行\r
    标题","他说\"\"好\"\"",13800000000\r
    2,乙,'0012345678901
    3,"x"y,z,,,多\r

    4,"没有收尾,丙
    5,丁,戊
    6,己,庚
    7,"辛",壬
    """

  static let tabs = "编号\t标题\r1\t甲\r2\t\"乙\r丙\"\r\r3\t丁"

  static let array = """
    [
      {"id": "1", "title": "甲\\u4e59", "keywords": ["a", "b"], "extra": {"k": [1, 2]}},
      {"id": "2", "title": "没收尾
      },
      {"id": "3", "title": "丙"} {"id": "4", "title": "丁"},
      12, ["x"],
      {"id": "5", "title": "戊",}
    ]
    """

  static let wrapper = """
    {
      "code": 0, "title": "汇编",
      "data": {"total": 2, "courses": [{"id": "1", "title": "甲"}, {"id": "2", "title": "乙"}]},
      "rows": [{"title": "丙"}]
    }
    {
      "title": "单独的", "items": ["x", {"id": "9"}],
      "body": "正文"
    }
    """

  static let markdown = """
    ---
    title: "题目: \\"引\\""
    tags: [甲, 'b, c']
    作者:
      - 张三
    摘要: >
      一行
      二行
    ---
    引言 *强* [链接](http://x "y") ![图](z)<br>后。

    # 一级

    | 名 | 值 |
    |---|---|
    | a | `b|c` |

    二级
    ----
    - 项
    1. 步骤

    ```
    代码 *x*
    ```
    > 引用 &amp; <版本>
    """

  static let text = "======\n题目\n\n正文第一行\r\n第二行\n"

  /// Name, format and text of each.
  static let all: [(name: String, format: String, text: String)] = [
    ("a.csv", "csv", table), ("a.tsv", "csv", tabs), ("a.json", "json", array),
    ("b.json", "json", wrapper), ("a.md", "markdown", markdown), ("a.txt", "text", text),
  ]
}
