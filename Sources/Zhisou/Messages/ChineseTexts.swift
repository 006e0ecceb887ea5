/// The Chinese texts of this module's messages, by their English templates.
enum ChineseTexts {
  static let all = [
    index, files, fromElsewhere, arguments, queryReasons, queryAdvice, names, ChineseReasons.places,
    ChineseReasons.reasons, ChineseReasons.ofXMLParser,
  ]
  .reduce(into: [:]) { all, texts in all.merge(texts) { text, _ in text } }

  private static let index = [
    "there is no index here": "这里没有索引",
    "build one with zhisou index FOLDER --index {1}": "请用 zhisou index 文件夹 --index {1} 建立",
    "another process is writing to this index": "另一个进程正在写这个索引",
    "wait until it has finished": "请等它结束",
    "made with analyzer {1}, this program has {2}": "索引由分词器 {1} 建立，本程序用的是 {2}",
    "remove the index folder and build it again": "请删除索引文件夹后重新建立",
    "format version {1}, this program reads {2} and later": "格式版本为 {1}，本程序只读 {2} 及以后的版本",
    "format version {1}, this program knows up to {2}": "格式版本为 {1}，本程序最高只认识 {2}",
    "use a newer zhisou, or remove the index folder and build it again":
      "请换用新版 zhisou，或删除索引文件夹后重新建立",
    "damaged at byte {1}: {2}": "第 {1} 字节处损坏：{2}",
    "damaged: {1}": "已损坏：{1}",
    "a stored document does not end": "有一篇存储的文档没有结尾",
    "would grow beyond {1} bytes": "将超过 {1} 字节",
    "give a smaller --memory, so that segments are cut earlier": "请把 --memory 调小，让段切得更早",
    "{1}; --strict was given": "{1}；指定了 --strict",
    "mend the file or leave --strict out; the index is as it was": "请修好文件，或去掉 --strict；索引保持原样",
    "stopped before the commit": "在提交之前停止",
    "the index is as it was; run it again": "索引保持原样；请重新运行",
  ]

  private static let files = [
    "{1}: {2}": "{1}：{2}",
    "{1}; {2}": "{1}；{2}",
    "larger than {1} bytes": "超过 {1} 字节",
    "cut it into smaller files": "请拆成小文件",
    "check the path": "请检查路径",
    "check the disk and the path": "请检查磁盘和路径",
    "check the spelling, and that the disk or stick is there": "请检查拼写，以及磁盘或 U 盘是否接好",
    "check the permissions of the path and of the folders above it": "请检查该路径及其上层文件夹的权限",
    "make room on the disk and run it again": "请腾出磁盘空间后重新运行",
    "check the permissions, or choose another folder with --index": "请检查权限，或用 --index 指定另一个文件夹",
    "the file exists": "文件已存在",
    "the folder of the file is missing": "文件所在的文件夹不存在",
    "make the folder first, or give another path": "请先建立该文件夹，或换一个路径",
    "give another name, or --force to replace it": "请换一个名字，或用 --force 覆盖",
    "line {1} {2}": "第 {1} 行{2}",
    "line {1} is not a number, a tab and a text in UTF-8": "第 {1} 行不是 UTF-8 的“编号、制表符、文字”",
    "write one query a line, such as q1<tab>磨削烧伤": "请每行写一个查询，如 q1<制表符>磨削烧伤",
    "has {1} columns, not {2}": "有 {1} 列，应为 {2} 列",
    "is not UTF-8": "不是 UTF-8",
    "has the grade {1}, which is no whole number": "的等级 {1} 不是整数",
    "has the score {1}, which is no number": "的得分 {1} 不是数",
    "judges {1} for {2} a second time": "对查询 {2} 的 {1} 评了第二次",
    "gives {1} for {2} a second time": "对查询 {2} 第二次给出 {1}",
    "there are no judgements in it": "其中没有评判",
    "write lines such as {1}": "请写成这样的行：{1}",
  ]

  /// What other modules say, and the system, as `strerror` has it in English.
  static let fromElsewhere = [
    "no such file or folder": "没有这个文件或文件夹",
    "No such file or directory": "没有这个文件或文件夹",
    "Permission denied": "没有权限",
    "No space left on device": "磁盘空间不足",
    "Is a directory": "这是一个文件夹",
    "Not a directory": "这不是文件夹",
    "File exists": "文件已存在",
    "Input/output error": "读写出错",
    "Read-only file system": "文件系统只读",
    "File name too long": "文件名太长",
    "Too many open files": "打开的文件太多",
  ]

  private static let arguments = [
    "did you mean {1}?": "是不是 {1}？",
    "--threads cannot be {1}": "--threads 不能是 {1}",
    "give a number from 1 to {1}": "请给出 1 到 {1} 之间的数",
    "{1} must be from 0 to {2}": "{1} 须在 0 到 {2} 之间",
    "{1} must not be negative": "{1} 不能是负数",
    "give a number from 0 on": "请给出不小于 0 的数",
    "give a number in that range": "请给出该范围内的数",
    "hits of each kind cannot be shown one of a family": "按类型分列的结果不能再按同族合并",
    "choose one of the two": "请二选一",
    "\"{1}\" is no date": "“{1}”不是日期",
    "write it as 2019, 2019-05 or 2019-05-03": "请写成 2019、2019-05 或 2019-05-03",
    "nothing is from {1} and up to {2}": "没有从 {1} 起到 {2} 止的日期",
    "give the earlier date first": "请把较早的日期写在前面",
    "\"{1}\" is no place of the classification": "“{1}”不是分类号",
    "write it as H, H01, H01L, H01L 21 or H01L 21/02": "请写成 H、H01、H01L、H01L 21 或 H01L 21/02",
    "there is no facet \"{1}\"": "没有统计项“{1}”",
    "the facets are {1}": "统计项有 {1}",
    "only ipc has levels: ipc:1, ipc:3, ipc:4, ipc:group, ipc:symbol":
      "只有 ipc 分级：ipc:1、ipc:3、ipc:4、ipc:group、ipc:symbol",
    "fields must be one name or more, none of them empty or given twice":
      "fields 须有一个或多个名字，不得为空，也不得重复",
    "give a list such as id,title,people": "请给出列表，如 id,title,people",
    "no document has a field {1}": "没有文档有字段 {1}",
    "the columns of every result are {1}": "每条结果都有的列是 {1}",
    "the columns of a TREC run are fixed": "TREC 结果的列是固定的",
    "leave out the fields, or choose csv, tsv or jsonl": "请不要指定字段，或选用 csv、tsv、jsonl",
    "the query has no word, number or character to look for": "查询中没有可以查找的词、数或字",
    "give at least one": "请至少给出一个",
  ]

  private static let queryReasons = [
    "the phrase that begins here does not end": "从这里开始的短语没有结尾",
    "there is nothing between the quotation marks": "引号之间没有内容",
    "the group that begins here does not end": "从这里开始的括号没有结尾",
    "this parenthesis closes no group": "这个括号没有与之配对的左括号",
    "there is nothing between the parentheses": "括号之间没有内容",
    "{1} has nothing to work on": "{1} 缺少运算对象",
    "there is no field {1}": "没有字段 {1}",
    "{1} lacks a value": "{1} 后面没有值",
    "{1} is not a date": "{1} 不是日期",
    "the range {1} ends before it begins": "范围 {1} 的终点在起点之前",
    "{1} is a range, and the field has no order": "{1} 是范围，而这个字段没有先后",
    "there is no kind {1}": "没有类型 {1}",
    "{1} is not a boost from 0.001 to 1000": "{1} 不是 0.001 到 1000 之间的权重",
    "the query is nested more than {1} deep": "查询嵌套超过 {1} 层",
    "the query has more than {1} words, phrases and other parts": "查询中的词、短语等超过 {1} 个",
    "the query has more than {1} bytes": "查询超过 {1} 字节",
  ]

  private static let queryAdvice = [
    "close it, or write \\\" for the mark itself": "请补上引号；要查引号本身，写 \\\"",
    "put words there, or write \\\"\\\" for the marks themselves": "请在其中写词；要查引号本身，写 \\\"\\\"",
    "close it with ), or write \\( for the parenthesis itself": "请用 ) 收尾；要查括号本身，写 \\(",
    "open one before it, or write \\) for the parenthesis itself": "请在前面补左括号；要查括号本身，写 \\)",
    "put words there, or write \\(\\) for the parentheses themselves": "请在其中写词；要查括号本身，写 \\(\\)",
    "put a word there, or a backslash before the operator to search for it":
      "请补一个词；要查运算符本身，在它前面加反斜杠",
    "perhaps {1} is meant; a backslash before the colon makes it text":
      "也许是 {1}；冒号前加反斜杠则当作文字",
    "put one directly behind it; a backslash before a colon makes it text":
      "请紧接着写上值；冒号前加反斜杠则当作文字",
    "write 2019, 2019-05 or 2019-05-03, and 2019..2023 for a range":
      "请写 2019、2019-05 或 2019-05-03，范围写 2019..2023",
    "write the earlier date first": "请把较早的日期写在前面",
    "ranges are of dates, as date:2019..2023; \\.. is text":
      "范围只用于日期，如 date:2019..2023；写 \\.. 则当作文字",
    "the kinds are {1}": "类型有 {1}",
    "perhaps {1} is meant": "也许是 {1}",
    "write a number such as ^2 or ^0.5, or \\^ for the sign itself":
      "请写成 ^2 或 ^0.5 这样的数；要查 ^ 本身，写 \\^",
    "make it simpler, or cut it into several queries": "请简化，或拆成几个查询",
    "cut it into several queries": "请拆成几个查询",
  ]

  private static let names = [
    "course": "课程", "patent": "专利", "innovation": "成果", "knowledge": "知识", "craftsman": "工匠",
    "other": "其他",
  ]
}
