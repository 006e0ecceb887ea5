/// The Chinese texts of the help, by their English templates.
enum ChineseHelp {
  static let texts = [verbs, search, others, layout]
    .reduce(into: [:]) { all, texts in all.merge(texts) { text, _ in text } }

  private static let verbs = [
    "Offline search for Chinese technical knowledge.": "中文技术知识离线检索。",
    """
    index reads files into an index, and search finds the best documents in it. Completions for a \
    shell: --generate-completion-script bash, zsh or fish.
    """:
      "index 把文件读入索引，search 从中查出最合适的文档。命令行补全：--generate-completion-script bash、zsh 或 fish。",
    "Build an index of files and folders, or bring it up to date.": "为文件和文件夹建立索引，或更新索引。",
    """
    Files are recognised by their content. Damaged input is named, what is whole is indexed, and \
    the exit code is 2; an unsupported type is named and does not matter.
    """:
      "文件按内容识别。输入有损坏会指明，完好的部分照样入索引，退出码为 2；不支持的类型只列出，不算错误。",
    "Find the documents that match a query best.": "查出与查询最相符的文档。",
    "Exit code 0 with hits, 1 without, 2 on an error.": "退出码：有结果为 0，没有为 1，出错为 2。",
    "Write ranked results of one query or many to a file.": "把一个或多个查询的排序结果写入文件。",
    """
    A file of queries has a line for each: its number, a tab, its text. Without -o the results go \
    to standard output.
    """:
      "查询文件每行一个查询：编号、制表符、文字。不给 -o 则写到标准输出。",
    "Print stored documents by their identifiers.": "按编号显示存储的文档。",
    "Exit code 1 when one of them is not there.": "有编号查不到时退出码为 1。",
    "Measure rankings against judgements.": "用评判结果衡量排序的好坏。",
    """
    Judgements (qrels) and runs are files as trec_eval reads them. Every judged query counts in \
    the mean; one without results counts 0. With --against, a difference above 0 says that the \
    queries or the run are better than what they are compared with, and p is that of a paired \
    two-sided randomisation test.
    """:
      """
    评判（qrels）和结果（run）文件的格式与 trec_eval 相同。有评判的查询都计入平均值，没有结果的按 0 计。\
    用 --against 时，差值大于 0 表示比对照的好，p 来自成对双侧随机化检验。
    """,
    "Say what is in the index.": "显示索引中有什么。",
    "Check every checksum and invariant of the index.": "检查索引的全部校验和与不变式。",
    "The folder of the index (default: $ZHISOU_INDEX, else ./zhisou-index).":
      "索引文件夹（默认 $ZHISOU_INDEX，否则 ./zhisou-index）。",
    """
    The language of messages, zh or en (default: $ZHISOU_LANG, else that of the locale; Chinese \
    for zh, English for all others). Data and exit codes do not depend on it.
    """:
      "提示用的语言，zh 或 en（默认 $ZHISOU_LANG，否则依区域设置：zh 用中文，其余用英文）。数据和退出码与语言无关。",
    "{1} (default: {2})": "{1}（默认 {2}）",
  ]

  private static let search = [
    "What to look for, in the query language; several words are one query.":
      "要查的内容，用查询语言书写；几个词合为一个查询。",
    "How many hits to show.": "显示多少条结果。",
    "How many hits to leave out in front.": "略去前面多少条结果。",
    "What hits are sorted by: {1}.": "结果按什么排序：{1}。",
    "So many hits of each kind, in place of --limit.": "每种类型各显示多少条，代替 --limit。",
    "Show the publications of one invention as one: {1}.": "同一发明的各次公布合为一条：{1}。",
    "Count all matches by {1}; ipc has levels: ipc:1, ipc:3, ipc:4, ipc:group, ipc:symbol.":
      "对全部符合的文档按 {1} 计数；ipc 分级：ipc:1、ipc:3、ipc:4、ipc:group、ipc:symbol。",
    "How many values of a facet to show.": "每个统计项显示多少个值。",
    "How many documents may be read to decide about phrases.": "为判定短语最多读多少篇文档。",
    "How many threads look for the best documents.": "用几个线程查找最佳结果。",
    "Count matches up to so many occurrences of terms; estimate more.": "检索词出现总数不超过此数时精确计数，否则估计。",
    "About how many characters of a document to show.": "每篇文档大约显示多少个字。",
    "Take a query that does not parse for an error, not for plain text.":
      "查询不合语法时算出错，而不按普通文字检索。",
    "How to print hits: {1}.": "结果的格式：{1}。",
    "Take every score apart.": "逐项说明得分的由来。",
    "Only these kinds: {1}.": "只要这些类型：{1}。",
    "Only at or under a place of the classification: H, H01L, \"H01L 21\".":
      "只要该分类号及其下位：H、H01L、\"H01L 21\"。",
    "Only from this date on: 2019, 2019-05, 2019-05-03.": "只要从该日期起的：2019、2019-05、2019-05-03。",
    "Only up to this date, with the whole year or month named.": "只要到该日期为止的，含所写的整年或整月。",
    "Only of regions with this in their name.": "只要地区名含此文字的。",
    "Only of organisations with this in their name.": "只要单位名含此文字的。",
    "Only of people with this in their name.": "只要人名含此文字的。",
    "Only from files with this in their path.": "只要来源路径含此文字的。",
  ]

  private static let others = [
    "Files and folders to read.": "要读的文件和文件夹。",
    "Memory for what is inverted at a time, such as 512M or 2G.": "一次倒排所用的内存，如 512M 或 2G。",
    "How many runs of documents to invert at a time.": "同时倒排多少批文档。",
    "Show no progress and no figures, only what is wrong.": "不显示进度和统计，只报告问题。",
    "Leave the index as it was when anything is damaged.": "输入有任何损坏就让索引保持原样。",
    "Store telephone and identity-card numbers too; they are left out otherwise.":
      "电话号码和身份证号也存入；不给此项则略去。",
    "Print the report as JSON on standard output.": "在标准输出上用 JSON 给出报告。",
    "One query.": "一个查询。",
    "A file of queries: number, tab, text.": "查询文件：编号、制表符、文字。",
    "How to write hits: {1}.": "写出的格式：{1}。",
    "The file to write; - for standard output.": "要写的文件；- 表示标准输出。",
    "Replace the file when it exists.": "文件已存在时覆盖。",
    "Hits for each query.": "每个查询的结果数。",
    "Take the queries of a file for the query language, as one query always is.":
      "文件中的查询也按查询语言解读，单个查询总是如此。",
    """
    Columns of csv, tsv and jsonl in their order, such as id,title,people: standard ones, or \
    fields and sections that documents have of their own.
    """:
      "csv、tsv 和 jsonl 的列及其次序，如 id,title,people：标准列，或文档自带的字段和章节。",
    "A file for the time of each query: number, tab, microseconds.": "记录每个查询用时的文件：编号、制表符、微秒。",
    "How many queries to answer at a time.": "同时处理多少个查询。",
    "How many parts of the index to check at a time.": "同时检查索引的多少个部分。",
    "Identifiers, as search prints them.": "文档编号，如 search 所显示的。",
    "One JSON object a line.": "每行一个 JSON 对象。",
    "The judgements: query, iteration, document, grade on a line.": "评判文件：每行为查询、轮次、文档、等级。",
    "A file of queries to answer from the index: number, tab, plain text.":
      "要从索引中查的查询文件：编号、制表符、普通文字。",
    "A run to measure: query, Q0, document, rank, score, tag on a line.":
      "要衡量的结果文件：每行为查询、Q0、文档、名次、得分、标签。",
    "A run to compare with.": "作对照的结果文件。",
    "With --against, how many of the queries to list that changed most (default: 10).":
      "用 --against 时，列出变化最大的多少个查询（默认 10）。",
    "List the measures of every judged query.": "列出每个有评判的查询的各项指标。",
    "Print JSON.": "输出 JSON。",
  ]

  private static let layout = [
    """
    Neither colours, nor a pager, nor lines fitted to the window, as in a pipe. On a terminal hits \
    are red, and between 【 and 】 where NO_COLOR or TERM=dumb forbid colours.
    """:
      "不用颜色，不分页，不按窗口折行，与管道中相同。终端上命中处为红色；NO_COLOR 或 TERM=dumb 不许用颜色时，命中处放在【】中。",
    """
    Print to the terminal itself what is longer than the window, not through $ZHISOU_PAGER, else \
    $PAGER, else less.
    """:
      "超出窗口的内容也直接显示，不经 $ZHISOU_PAGER（否则 $PAGER，否则 less）分页。",
  ]
}
