/// The Chinese texts of what is wrong in files, by the templates of the English sentences that reports
/// have.
///
/// A sentence may be a value of another one, and so is what it is put together of.
enum ChineseReasons {
  /// Of places.
  static let patternsOfPlaces = SentencePattern.table(places.keys)
  /// Of reasons, the system's own included.
  static let patternsOfReasons = SentencePattern.table(
    [reasons, ofXMLParser, ChineseTexts.fromElsewhere].flatMap(\.keys))

  static let reasons = [texts, tables, json, xml, archives, packages, types]
    .reduce(into: [:]) { all, texts in all.merge(texts) { text, _ in text } }

  static let places = [
    "line {1}": "第 {1} 行", "row {1}": "第 {1} 行", "record {1}": "第 {1} 条记录",
    "record {1}, line {2}": "第 {1} 条记录，第 {2} 行",
    "{1}, line {2}": "{1}，第 {2} 行", "{1}, row {2}": "{1}，第 {2} 行",
    "{1}, record {2}": "{1}，第 {2} 条记录",
    "{1}, record {2}, line {3}": "{1}，第 {2} 条记录，第 {3} 行",
  ]

  private static let texts = [
    "{1} damaged characters ({2}) were replaced by U+FFFD": "{1} 个损坏的字符（{2}）已换成 U+FFFD",
    "a text or list was cut at its size limit": "有一段文字或列表过长，已截断",
    "encoding not supported: UTF-32; save the file as UTF-8": "不支持 UTF-32 编码；请另存为 UTF-8",
    "not text, or text in an encoding that is not known": "不是文本，或文本的编码无法识别",
    "the file changed while it was read": "文件在读取时被改动",
    "a symbolic link is not followed": "不跟随符号链接",
    "a pipe is not a file": "管道不是文件", "a socket is not a file": "套接字不是文件",
    "a folder is not a file": "文件夹不是文件", "a device is not a file": "设备不是文件",
    "not a file": "不是文件",
    "folders are nested more than {1} deep": "文件夹嵌套超过 {1} 层",
    "{1}, so that nothing in its folder is read": "{1}，因此该文件夹中的内容都未读",
    "the front matter cannot be made out; the file is read as plain text": "开头的元数据无法解读；已按纯文本读入",
    "the page has no text": "网页没有文字",
    "the page is longer than {1} MiB and was cut there": "网页超过 {1} MiB，超出部分已截去",
    "not enough memory to read HTML": "内存不足，无法读 HTML",
  ]

  private static let tables = [
    "{1} cell{2} more than the header": "比表头多 {1} 个单元格",
    "the row has no text": "该行没有文字",
    "the row has more than {1} cells": "该行超过 {1} 个单元格",
    "the row is longer than {1} MiB": "该行超过 {1} MiB",
    "the quote is not closed": "引号没有收尾",
    "text follows the closing quote of a cell": "单元格的收尾引号后面还有文字",
    "cells in columns without a name were left out": "没有列名的列已略去",
    "{1} no text": "{1}没有文字", "1 row has": "1 行", "{1} rows have": "{1} 行",
    "{1} that the workbook does not have": "{1}在工作簿中找不到",
    "1 cell has a text": "1 个单元格的文字", "{1} cells have texts": "{1} 个单元格的文字",
    "the texts of the cells are too large, some are left out": "单元格文字总量过大，有一部分略去",
    "the sheet is no table, no two of its columns have names that are known":
      "该工作表不是数据表，认得的列名不到两个",
    "the workbook has no text": "工作簿没有文字",
    "the workbook does not say where the sheet is": "工作簿没有说明该工作表在哪里",
  ]

  private static let json = [
    "an empty line": "空行",
    "{1} where an object {…} is expected": "此处应为对象 {…}，却是{1}",
    "an object": "对象", "an array": "数组", "a string": "字符串", "null": "空值（null）",
    "a truth value": "真假值",
    "a number": "数", "a character": "一个字符",
    "the line ends before its object does": "对象还没有结束，行就完了",
    "not JSON: {1} is not expected at byte {2}": "不是 JSON：第 {2} 字节处不应有{1}",
    "not JSON: a tab or control character inside a string at byte {1}":
      "不是 JSON：第 {1} 字节处的字符串中有制表符或控制字符",
    "not JSON: a bad escape in a string at byte {1}": "不是 JSON：第 {1} 字节处的字符串转义有误",
    "not JSON: a bad number at byte {1}": "不是 JSON：第 {1} 字节处的数有误",
    "nested more than {1} deep": "嵌套超过 {1} 层",
    "the line is longer than {1} MiB": "该行超过 {1} MiB",
    "the object is longer than {1} MiB": "该对象超过 {1} MiB",
    "the object has no text": "该对象没有文字",
    "a comma is missing": "缺少逗号",
    "the file ends before its list of objects does": "对象的列表还没有结束，文件就完了",
    "the file ends before the object does": "对象还没有结束，文件就完了",
    "{1}; no end can be told, and the rest is lost": "{1}；找不到结尾，其余部分丢失",
    "{1}; the object of lines {2} to {3} is lost": "{1}；第 {2} 至 {3} 行的对象丢失",
  ]

  private static let xml = [
    "not well-formed XML": "XML 格式不良", "not well-formed XML: {1}": "XML 格式不良：{1}",
    "the document ends before its root element does": "根元素还没有结束，文档就完了",
    "the document has no records": "文档中没有记录", "the document has no text": "文档没有文字",
    "the record has no text": "该记录没有文字",
    "XML with root <{1}> has nothing that looks like a record": "根元素为 <{1}> 的 XML 中没有像记录的内容",
    "a quote in the document type is not closed": "文档类型声明中的引号没有收尾",
    "a tag or comment is longer than {1} KiB": "有标签或注释超过 {1} KiB",
    "elements are nested more than {1} deep": "元素嵌套超过 {1} 层",
    "the document declares entities, which are not expanded": "文档声明了实体，而实体不予展开",
    "the document declares a document type, which is not allowed here": "文档声明了文档类型，此处不允许",
    "not enough memory to read XML": "内存不足，无法读 XML",
  ]

  private static let archives = [
    "containers are nested more than {1} deep": "压缩包嵌套超过 {1} 层",
    "another archive stands in front: the file is truncated, or several were joined":
      "前面还有另一个压缩包：文件不完整，或由几个拼成",
    "the directory of the archive changed while it was read": "压缩包的目录在读取时被改动",
    "encrypted: unpack it with its password first": "已加密：请先用密码解压",
    "method {1} is not supported": "不支持压缩方法 {1}",
    "its data are not in the archive": "其数据不在压缩包中",
    "its data are those of another entry too": "其数据与另一个条目重合",
    "its data overlap with the next entry or the directory": "其数据与下一个条目或目录重叠",
    "its data are not where the directory says": "其数据不在目录所说的位置",
    "it is longer than the directory of the archive says": "比压缩包目录所说的长",
    "it is shorter than the directory of the archive says": "比压缩包目录所说的短",
    "the archive has more than {1} entries, the others are not read": "压缩包的条目超过 {1} 个，其余未读",
    "the directory of the archive is damaged": "压缩包的目录已损坏",
    "the directory of the archive is damaged behind {1} entries": "压缩包的目录在第 {1} 个条目之后损坏",
    "the archive has no end: it is truncated, or something was added behind it":
      "压缩包没有结尾：文件不完整，或后面添了别的内容",
    "the archive is one part of several; join them first": "这是分卷压缩包之一；请先合并",
    "the directory of the archive is not where its end says": "压缩包的目录不在结尾所说的位置",
    "the end of a large archive (zip64) is damaged": "大型压缩包（zip64）的结尾已损坏",
    "the data are damaged ({1})": "数据已损坏（{1}）", "the data are truncated": "数据不完整",
    "the checksum (CRC) differs, the data are damaged": "校验和（CRC）不符，数据已损坏",
    "it asks for a dictionary": "要求字典",
    "not enough memory": "内存不足", "not enough memory to unpack": "内存不足，无法解压",
    "looks like a bomb, more than {1} MiB out of the whole file": "疑似解压炸弹：整个文件解压超过 {1} MiB",
    "looks like a bomb, more than {1} bytes out of each byte": "疑似解压炸弹：每字节解压超过 {1} 字节",
    "garbage after the end of the gzip data was ignored": "gzip 数据之后的多余内容已忽略",
    "gzip: the file is truncated": "gzip：文件不完整",
    "gzip: the checksum (CRC) differs, the data is damaged": "gzip：校验和（CRC）不符，数据已损坏",
    "gzip: the length differs, the data is damaged": "gzip：长度不符，数据已损坏",
    "gzip: the data is damaged ({1})": "gzip：数据已损坏（{1}）",
    "a container inside a compressed one is larger than {1} MiB, and there is {2}":
      "压缩文件中的压缩包超过 {1} MiB，{2}",
    "no folder to unpack it in": "没有可供解压的文件夹",
    "no file to unpack in can be made in {1}: {2}": "不能在 {1} 中建立解压用的文件：{2}",
    "it cannot be unpacked in {1}: {2}": "不能在 {1} 中解压：{2}",
  ]

  private static let packages = [
    "an Office document that does not say with which part it begins": "Office 文档没有说明从哪个部件开始",
    "the document has no such part": "文档中没有这个部件",
    "the document is said to be outside of its file": "文档被指到文件之外",
    "a PowerPoint presentation (PPTX)": " PowerPoint 演示文稿（PPTX）",
    "a binary Excel workbook (XLSB)": "二进制 Excel 工作簿（XLSB）",
    "an Office document with root <{1}>": "根元素为 <{1}> 的 Office 文档",
    "an e-book (EPUB)": "电子书（EPUB）", "an OpenDocument text (ODT)": " OpenDocument 文档（ODT）",
    "an OpenDocument spreadsheet (ODS)": " OpenDocument 表格（ODS）",
    "an OpenDocument drawing or presentation": " OpenDocument 图形或演示文稿",
    "a course package (Common Cartridge, SCORM)": "课程包（Common Cartridge、SCORM）",
  ]

  private static let types = [
    "{1} is not supported": "不支持{1}", "{1} is not supported yet": "暂不支持{1}",
    "{1} is not supported: unpack it first": "不支持{1}：请先解压",
    "{1} is not supported yet: unpack it first": "暂不支持{1}：请先解压",
    "a PDF": " PDF", "a film (MP4)": "视频（MP4）", "a program": "程序",
    "an SQLite database": " SQLite 数据库",
    "an encrypted or legacy Office file (DOC, XLS, PPT)": "加密或旧版的 Office 文件（DOC、XLS、PPT）",
    "a picture ({1})": "图片（{1}）", "a rich text file (RTF)": "富文本文件（RTF）",
    "a bzip2 file": " bzip2 文件", "an xz file": " xz 文件", "a zstd file": " zstd 文件",
    "a 7z archive": " 7z 压缩包", "a RAR archive": " RAR 压缩包", "a tar archive": " tar 归档",
    "a patent of the USPTO": "美国专利商标局的专利", "a patent application of the USPTO": "美国专利商标局的专利申请",
    "a patent of the USPTO (before 2005)": "美国专利商标局的专利（2005 年以前）",
    "a patent application of the USPTO (before 2005)": "美国专利商标局的专利申请（2005 年以前）",
    "patents of the EPO (DOCDB)": "欧洲专利局的专利（DOCDB）",
    "a patent of the EPO (DOCDB)": "欧洲专利局的专利（DOCDB）",
    "an answer of the EPO's OPS": "欧洲专利局 OPS 的应答", "a patent of the JPO": "日本特许厅的专利",
    "a patent by WIPO standard ST.96": "WIPO ST.96 标准的专利",
    "a list of the files of a patent (WIPO ST.36a)": "专利文件清单（WIPO ST.36a）",
    "a legal status of CNIPA": "国家知识产权局的法律状态", "a dump of a wiki (MediaWiki)": "维基转储（MediaWiki）",
    "a journal article (JATS)": "期刊论文（JATS）", "the manifest of a course package": "课程包的清单",
    "a drawing (SVG)": "图形（SVG）",
  ]

  /// What libxml2 says most often.
  static let ofXMLParser = [
    "Opening and ending tag mismatch: {1} line {2} and {3}": "第 {2} 行的标签 {1} 与结束标签 {3} 不配对",
    "Premature end of data in tag {1} line {2}": "数据在第 {2} 行的标签 {1} 中提前结束",
    "Couldn't find end of Start Tag {1} line {2}": "第 {2} 行的标签 {1} 没有收尾",
    "Couldn't find end of Start Tag {1}": "标签 {1} 没有收尾",
    "StartTag: invalid element name": "“<”后面不是元素名",
    "xmlParseCharRef: invalid xmlChar value {1}": "字符引用指向不允许的字符（编码 {1}）",
    "Start tag expected, '<' not found": "此处应为标签，没有找到“<”",
    "Extra content at the end of the document": "文档结尾之后还有内容",
    "Entity '{1}' not defined": "实体“{1}”没有定义",
    "EntityRef: expecting ';'": "实体引用缺少“;”",
    "xmlParseEntityRef: no name": "“&”后面没有实体名",
    "AttValue: \" or ' expected": "属性值缺少引号",
    "attributes construct error": "属性写法有误",
    "PCDATA invalid Char value {1}": "有不允许的字符（编码 {1}）",
    "Comment not terminated": "注释没有收尾", "CData section not finished": "CDATA 段没有收尾",
    "internal error": "内部错误",
  ]
}
