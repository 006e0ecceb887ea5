/// The Chinese texts of the commands' messages, by their English templates.
enum ChineseTexts {
  static let ofCommands = [answers, reports, arguments, names, ChineseHelp.texts, parser]
    .reduce(into: [:]) { all, texts in all.merge(texts) { text, _ in text } }

  private static let answers = [
    "1 document matches": "共 1 篇符合",
    "{1} documents match": "共 {1} 篇符合",
    "about {1} documents match": "约 {1} 篇符合",
    "{1}; searched as plain text": "{1}；已按普通文字检索",
    "query {1}: {2}": "查询 {1}：{2}",
    "query {1}: {2}; searched as plain text": "查询 {1}：{2}；已按普通文字检索",
    "no document has the identifier \"{1}\"": "没有编号为“{1}”的文档",
    "  … {1} more": "  … 另有 {1} 项",
    "{1} of {2} judged queries have no results and count 0": "{2} 个有评判的查询中有 {1} 个没有结果，按 0 计",
    "{1} of {2} queries are not judged and do not count": "{2} 个查询中有 {1} 个没有评判，不计入",
  ]

  private static let reports = [
    "{1}: {2}: {3}": "{1}：{2}：{3}",
    "read, with remarks": "已读，有附注",
    "damaged, {1} records kept": "有损坏，保留 {1} 条记录",
    "damaged, 1 record kept": "有损坏，保留 1 条记录",
    "not read": "未读",
    "could not be read": "读不出",
    "{1} (and {2} more)": "{1}（另有 {2} 处）",
    "{1} telephone and identity-card numbers were not stored": "有 {1} 个电话号码和身份证号未存入",
    "{1} documents in the index, {2} read": "索引中有 {1} 篇文档，读入 {2} 篇",
    "1 document in the index, {1} read": "索引中有 1 篇文档，读入 {1} 篇",
    "{1}, {2} replaced or removed": "{1}，替换或移除 {2} 篇",
    "{1}, {2} superseded by a later record or withdrawn": "{1}，{2} 篇被后来的记录取代或撤回",
    ", from {1} files in {2} s": "，来自 {1} 个文件，用时 {2} 秒",
    ", from 1 file in {1} s": "，来自 1 个文件，用时 {1} 秒",
    "1 file": "1 个文件", "{1} files": "{1} 个文件", "1 document": "1 篇文档", "{1} documents": "{1} 篇文档",
    "gone from the index: the documents of {1}, no longer there": "有 {1}不在了，其文档已从索引移除",
    "no file was read; gone from the index: {1} of {2}, no longer there":
      "没有读到文件；有 {2}不在了，其 {1}已从索引移除",
    "{1} records, {2} MB/s": "已读 {1} 条记录，{2} MB/s",
    "{1}, {2} left to read": "{1}，还要读 {2}",
    "{1} records read, joining segments": "已读 {1} 条记录，正在合并",
    "{1} documents, nothing wrong": "{1} 篇文档，没有问题",
    "1 document, nothing wrong": "1 篇文档，没有问题",
    "could not be written": "写不进去",
    "check the disk that it goes to": "请检查要写入的磁盘",
  ]

  private static let arguments = [
    "{1}; see zhisou --help": "{1}；参见 zhisou --help",
    "{1}; see zhisou {2} --help": "{1}；参见 zhisou {2} --help",
    "there is no verb \"{1}\"": "没有命令“{1}”",
    "the verbs are {1}": "命令有 {1}",
    "there is no kind \"{1}\"": "没有类型“{1}”",
    "{1} cannot be \"{2}\"": "{1} 不能是“{2}”",
    "it can be {1}": "可以是 {1}",
    "--explain goes with the formats text and json": "--explain 只用于 text 和 json 格式",
    "choose one of the two, or leave --explain out": "请选其一，或去掉 --explain",
    "neither a file of queries nor a run was given": "没有给查询文件，也没有给结果文件",
    "both --queries and --run were given": "--queries 和 --run 都给了",
    "give one of them": "请只给其中一个",
    "give either --queries or --run": "请在 --queries 和 --run 中给一个",
    "--changed goes with --against": "--changed 要和 --against 一起用",
    "name a run to compare with, or leave --changed out": "请指定要比较的结果文件，或去掉 --changed",
    "the query {1} is there twice": "查询 {1} 出现了两次",
    "give every query a number of its own": "请给每个查询不同的编号",
    "neither one query nor one file of queries was given": "没有给查询，也没有给查询文件",
    "both --query and --queries were given": "--query 和 --queries 都给了",
    "give either --query or --queries": "请在 --query 和 --queries 中给一个",
  ]

  private static let names = [
    "kind": "类型", "classification ({1})": "分类（{1}）", "year": "年份", "organisation": "单位",
    "region": "地区", "person": "人员", "trade": "工种与其他代码", " (at most)": "（至多）",
    "id": "编号", "date": "日期", "people": "人员", "organisations": "单位", "codes": "代码",
    "keywords": "关键词", "regions": "地区", "source": "来源",
    "{1} queries": "{1} 个查询", "mean": "平均", "against": "对照", "difference": "差值", "p": "p 值",
    "changed most": "变化最大", "query": "查询", "text": "文字", "against {1}": "对照 {1}",
    "documents": "文档", "segments": "段", "bytes": "字节", "analyzer": "分词器", "digest": "摘要值",
  ]

  /// What the argument parser says.
  static let parser = [
    "Unknown option '{1}'": "没有选项 {1}",
    "Unknown option '{1}'. Did you mean '{2}'?": "没有选项 {1}；是不是 {2}？",
    "Missing value for '{1}'": "{1} 缺少值",
    "Missing expected argument '{1}'": "缺少参数 {1}",
    "The value '{1}' is invalid for '{2}'": "“{1}”不能用作 {2} 的值",
    "The option '{1}' does not take any value, but '{2}' was specified": "选项 {1} 不带值，却给了“{2}”",
    "Unexpected argument '{1}'": "多余的参数“{1}”",
    "{1} unexpected arguments: '{2}'": "{1} 个多余的参数：{2}", "{1}', '{2}": "{1}、{2}",
    "The value '{1}' is invalid for '{2}': {3}": "“{1}”不能用作 {2} 的值：{3}",
    "Missing one of: '{1}'": "须给出其中之一：{1}", "Invalid option: {1}": "选项写法不对：{1}",
    "Value to be set with {1} had already been set with {2}": "{1} 与前面的 {2} 重复",
    "flag '{1}'": "“{1}”",
    """
    Can't generate completion scripts for '{1}'. Please use --generate-completion-script=<shell> with \
    one of: {2}
    """: "没有 {1} 的补全脚本；可选的有 {2}",
    "OVERVIEW:": "简介：", "USAGE:": "用法：", "ARGUMENTS:": "参数：", "FILTERS:": "筛选：", "OPTIONS:": "选项：",
    "SUBCOMMANDS:": "命令：",
    "Show the version.": "显示版本。",
    "Show help information.": "显示帮助。",
    "Show subcommand help information.": "显示某个命令的帮助。",
    "See '{1}' for detailed help.": "详细说明请看 {1}。",
  ]
}
