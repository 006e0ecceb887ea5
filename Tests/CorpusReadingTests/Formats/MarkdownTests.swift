import CorpusReading
import Testing

struct MarkdownTests {
  @Test func `front matter gives columns, headings give sections`() throws {
    let (records, report) = read(
      """
      \u{FEFF}---
      id: ZS-1
      title: 磨削烧伤的判断
      tags: [磨削, "烧伤, 裂纹"]
      作者:
        - 乔砚青
      日期: 2024-05-12
      kind: knowledge
      工种: 磨工
      电话: 13800000000
      路径: /a/b  # 注
      ---
      引言。

      # 现象

      表面发**蓝**。
      还有裂纹。

      ## 原因

      - 砂轮太硬
      - 冷却不足
      """, name: "x.md")
    let record = try #require(records.first)
    #expect(report.format == "markdown" && records.count == 1 && report.droppedPrivate == 1)
    #expect(record.kind == .knowledge && record.date == 20_240_512)
    #expect(record.texts(.id) == ["ZS-1"] && record.texts(.title) == ["磨削烧伤的判断"])
    #expect(record.texts(.keyword) == ["磨削", "烧伤", "裂纹"] && record.texts(.person) == ["乔砚青"])
    #expect(record.texts(.code) == ["磨工"] && record.others("路径") == ["/a/b"])
    #expect(
      record.sections == [": 引言。", "现象: 表面发蓝。还有裂纹。", "原因: 砂轮太硬\n冷却不足"])
  }

  @Test(arguments: [
    ("# 题目\n\n正文", "题目", [": 正文"]), ("前言\n\n# 题目\n正文", "题目", [": 前言", ": 正文"]),
    ("题目\n===\n\n正文", "题目", [": 正文"]), ("## 题目\n正文", "题目", [": 正文"]),
    ("短的一行\n\n## 节\n正文", "短的一行", ["节: 正文"]),
    (
      "\(String(repeating: "长", count: 61))\n\n## 节\n正文", "笔记",
      [": \(String(repeating: "长", count: 61))", "节: 正文"]
    ),
    ("# 题目\n## 空节\n## 另一节\n正文", "题目", [": 空节", "另一节: 正文"]),
    ("# 题目", "题目", []),
  ])
  func `the title is a heading, a short line or the file's name`(
    text: String, title: String, sections: [String]
  ) {
    let (records, report) = read(text, name: "笔记.md")
    #expect(records.map { $0.texts(.title) } == [[title]] && report.problemCount == 0)
    #expect(records.first?.sections == sections)
  }

  @Test(arguments: [
    "---\ntitle: \"没收尾\ntags: [a, b\n正文\n", "---\ntitle: x\n正文没有冒号\n---\n正文",
    "---\ntags: [a, b\n---\n正文", "---\n  a: b\n---\n",
  ])
  func `front matter that cannot be made out is text`(text: String) {
    let (records, report) = read(text, name: "x.md")
    #expect(records.count == 1 && report.outcome == .read && report.problems[0].place == "line 1")
    let all = (records[0].texts(.title) + records[0].texts(.body)).joined()
    for word in text.split(whereSeparator: \.isWhitespace) { #expect(all.contains(word)) }
  }

  @Test(arguments: [
    ("# 题目\n\n正文", "a", "markdown"), ("题目\n----\n正文", "a", "markdown"),
    ("---\na: b\n---\n正文", "a", "markdown"), ("随便什么", "a.markdown", "markdown"),
    ("<h1>题目</h1>", "README.md", "markdown"), ("[![徽章](a.svg)](b)\n# 题目", "a.md", "markdown"),
    ("编号,标题\n1,甲", "a.md", "markdown"), ("# 注释\n# 注释二\na = 1", "a.conf", "text"),
    ("# 注释\na = 1", "a.py", "text"),
    ("#!/bin/sh\n", "a", "text"), ("#标签", "a", "text"), ("---\n一段话\n---\n", "a", "text"),
    ("# 说明,\n编号,标题\n1,甲\n2,乙", "a.csv", "csv"), ("<?xml version=\"1.0\"?><a/>", "a.md", "xml"),
  ])
  func `Markdown is known by its name, its front or its heading`(
    text: String, name: String, format: String
  ) {
    #expect(read(text, name: name).report.format == format)
  }
}
