/// The keys under which documents keep their lists of records: `{"count": 8, "results": […]}`.
enum RecordListKey {
  /// Whether a key may hold records, and of what kind they are if it says.
  static func kind(of key: [UInt8]) -> (isList: Bool, kind: RecordKind?) {
    let name = ColumnAliases.fold(key)
    if general.contains(name) { return (true, nil) }
    guard let kind = RecordKind(word: Array(name.utf8)), kind != .other else { return (false, nil) }
    return (true, kind)
  }

  /// Names of lists of anything; `results` is not a word for innovations here.
  private static let general: Set<String> = {
    let names = """
      results result data dataset records record items item list lists rows row documents document \
      docs doc entries entry hits response responses payload content contents objects elements \
      values collection articles resources page pages feed graph @graph \
      结果 数据 记录 列表 条目 明细 清单 结果集 数据集 数据列表 记录列表 内容 文档 项目 资源 返回数据
      """
    return Set(names.split(whereSeparator: \.isWhitespace).map { ColumnAliases.fold($0.utf8) })
  }()
}
