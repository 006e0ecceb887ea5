import Foundation
import TestSupport
import Testing

/// Messages in the person's language, data in none.
@Suite struct LanguageTests {
  private static let folder = TemporaryFolder()
  private static let index: String = {
    let index = folder.path("index")
    let outcome = try? Program.run(
      "index", Program.root.appendingPathComponent("corpus/knowledge").path, "-i", index)
    precondition(outcome?.status == 0, outcome?.errors ?? "the program cannot be run")
    return index
  }()

  private static let unset = ["ZHISOU_LANG": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": ""]

  @Test(arguments: [
    (["LANG": "zh_CN.UTF-8"], true), (["LANG": "en_GB.UTF-8"], false), (["LANG": "de_DE"], false),
    ([:], false), (["LC_MESSAGES": "zh_TW", "LANG": "en_GB"], true),
    (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], false),
    (["ZHISOU_LANG": "zh", "LC_ALL": "C"], true), (["ZHISOU_LANG": "en", "LANG": "zh_CN"], false),
  ])
  func `the locale chooses`(variables: [String: String], isChinese: Bool) throws {
    let outcome = try Program.run(
      "search", "磨削", "-i", Self.index, environment: Self.unset.merging(variables) { $1 })
    #expect(outcome.errors.contains("篇符合") == isChinese)
    #expect(outcome.errors.contains("documents match") != isChinese)
    #expect(outcome.output.contains("知识  ") == isChinese)
    #expect(outcome.output.contains("knowledge  ") != isChinese)
  }

  @Test func `the option goes before the locale, in every verb and before it`() throws {
    let (qrels, queries) = (Self.folder.path("qrels"), Self.folder.path("queries"))
    TestFile.write("1 0 ZS-GC-009 1\n".utf8, to: qrels)
    TestFile.write("1\t公差\n".utf8, to: queries)
    let commands: [(arguments: [String], english: String, chinese: String)] = [
      (["search", "磨削 tilte:磨"], "searched as plain text", "已按普通文字检索"),
      (["search", "(磨"], "does not end", "没有结尾"),
      (["search", "磨削", "--facet", "kind"], "documents match", "篇符合"),
      (["search", "磨削", "--facet", "knd"], "did you mean kind?", "是不是 kind？"),
      (
        ["search", "\"磨削烧伤\"", "--facet", "kind", "--most-checks", "1"], "(at most)", "（至多）"
      ),
      (["search", "磨削", "--limt", "3"], "Did you mean '--limit'?", "是不是 --limit？"),
      (["--lnag", "search", "磨削"], "Did you mean '--lang'?", "是不是 --lang？"),
      (["stats", "a", "b"], "2 unexpected arguments", "2 个多余的参数：a、b"),
      (["search", "磨削", "--format", "jsn"], "did you mean json?", "是不是 json？"),
      (["search", "磨削", "--kind", "patnt"], "did you mean patent?", "是不是 patent？"),
      (["export", "--query", "磨", "--format", "cvs"], "did you mean csv?", "是不是 csv？"),
      (["serach", "磨削"], "did you mean search?", "是不是 search？"),
      (["search", "磨削", "-i", "/nowhere"], "there is no index here", "这里没有索引"),
      (["search", "，"], "give at least one", "请至少给出一个"),
      (["stats"], "documents  ", "文档  "), (["verify"], "nothing wrong", "没有问题"),
      (["show", "无"], "no document has", "没有编号为"), (["search"], "Missing expected", "缺少参数"),
      (["index", "/nowhere"], "No such file or directory", "没有这个文件或文件夹"),
      (["show", "ZS-GC-009"], "kind: knowledge", "类型: 知识"),
      (["eval", "--qrels", qrels, "--queries", queries], "queries    mean", "个查询    平均"),
    ]
    for (arguments, english, chinese) in commands {
      let index = arguments.contains("-i") || arguments == ["search"] ? [] : ["-i", Self.index]
      for (options, text) in [(["--lang", "zh"], chinese), (["--lang=en"], english)] {
        let behind = try Program.run([Program.path] + arguments + index + options)
        #expect((behind.output + behind.errors).contains(text), "\(arguments): \(behind.errors)")
        let before = try Program.run([Program.path] + options + arguments + index)
        #expect((before.output + before.errors).contains(text), "\(arguments): \(before.errors)")
        #expect(before.status == behind.status)
      }
    }
    let wrong = try Program.run("stats", "--lang", "fr", "-i", Self.index)
    #expect(wrong.status == 2 && wrong.errors.contains("zh"))
    // Behind -- it is part of the query.
    let query = try Program.run("search", "-i", Self.index, "--", "磨削", "--lang", "zh")
    #expect(query.errors.contains("documents match"))
  }

  @Test(arguments: [
    ["search", "磨削 (tilte:磨", "--format", "json", "--explain"],
    ["search", "磨削", "--format", "jsonl"], ["search", "磨削", "--format", "tsv"],
    ["search", "磨削", "--format", "json", "--facet", "kind,year"], ["stats", "--json"],
    ["export", "--query", "磨削", "--format", "csv"], ["show", "ZS-GC-009", "--json"],
  ])
  func `data are the same in every language`(arguments: [String]) throws {
    let command = [Program.path] + arguments + ["-i", Self.index]
    let english = try Program.run(command + ["--lang", "en"])
    let chinese = try Program.run(command + ["--lang", "zh"])
    #expect(!english.output.isEmpty && english.output == chinese.output)
    #expect(english.status == chinese.status)
  }

  @Test func `an ingestion is told in Chinese, and a score is explained`() throws {
    TestFile.write(
      "{\"id\":\"1\",\"title\":\"轴\"}\n{\"id\":\n".utf8, to: Self.folder.path("a.jsonl"))
    let built = try Program.run(
      "index", Self.folder.path("a.jsonl"), "-i", Self.folder.path("b"), "--lang", "zh")
    #expect(built.status == 2)
    #expect(built.errors.contains("有损坏，保留 1 条记录：第 2 行：对象还没有结束，行就完了"))
    #expect(built.errors.contains("索引中有 1 篇文档，读入 1 篇，来自 1 个文件，用时 "))
    let options = ["search", "磨削烧伤", "-n", "1", "--explain", "-i", Self.index]
    let chinese = try Program.run([Program.path] + options + ["--lang", "zh"])
    #expect(chinese.output.contains("命中标题「磨削」1 次"))
    let english = try Program.run([Program.path] + options + ["--lang", "en"])
    #expect(english.output.contains("\"磨削\" once in the title"))
  }
}
