/// The names under which columns are known, in English and Chinese.
///
/// The names are those of patent databases, of exports of course platforms and of spreadsheets
/// kept by hand. They are compared after `fold`.
enum ColumnAliases {
  /// The meaning of a column; a name that is not in the table is `.other`.
  ///
  /// Complexity: O(length of the name). Formats remember the answer: see `ColumnMemory`.
  static func column(named name: some Collection<UInt8>) -> Column {
    guard name.count <= longestName else { return .other }
    let name = fold(name)
    return columns[name] ?? columns[core(of: name)] ?? .other
  }

  /// A folded name without what forms and spreadsheets put around it: `*姓名：`, `发明人2`,
  /// `日期(年月日)`.
  private static func core(of name: String) -> String {
    var text = name[...]
    if text.last == ")", let open = text.lastIndex(of: "("), open > text.startIndex {
      text = text[..<open]
    }
    let marks: Set<Character> = ["*", ":", "_", "?", "："]
    text = text.drop { marks.contains($0) }
    while let last = text.last, marks.contains(last) { text.removeLast() }
    let withoutNumber = text.prefix(text.count - text.reversed().prefix { $0.isNumber }.count)
    return String(withoutNumber.last?.isASCII == false ? withoutNumber : text)
  }

  /// The form in which names are compared: trimmed, ASCII in lower case, brackets half-width, the
  /// traditional characters that occur in names simplified.
  ///
  /// Blanks and hyphens inside an English name count as underscores.
  static func fold(_ name: some Collection<UInt8>) -> String {
    let text = String(decoding: name, as: UTF8.self)
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "（": folded.append("(")
      case "）": folded.append(")")
      case "\u{3000}", "\u{FEFF}", "\u{A0}": folded.append(" ")
      case "A"..."Z": folded.append(Unicode.Scalar(UInt8(scalar.value | 0x20)))
      default: folded.append(simplified[scalar] ?? scalar)
      }
    }
    let bytes = Array(String(folded).utf8)
    var trimmed = Array(bytes[Bytes.trimmed(bytes, from: 0, to: bytes.count)])
    for index in trimmed.indices where trimmed[index] == 0x20 || trimmed[index] == 0x2D {
      trimmed[index] = 0x5F
    }
    return String(decoding: trimmed, as: UTF8.self)
  }

  private static let longestName = 128

  private static let simplified: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = Array(
      """
      編编號号標标題题關关鍵键詞词單单職职業业碼码課课師师學学時时內内權权請请種种區区級级類类簡简
      稱称書书說说專专術术領领發发設设計计創创緒绪機机構构組组織织門门開开員员負负責责講讲項项
      長长績绩榮荣譽誉獲获獎奖況况現现狀状難难對对應应濟济點点過过錄录識识條条鏈链間间資资
      """.unicodeScalars.filter { !$0.properties.isWhitespace })
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for index in stride(from: 0, to: pairs.count - 1, by: 2) {
      table[pairs[index]] = pairs[index + 1]
    }
    return table
  }()

  private static let columns: [String: Column] = {
    var columns: [String: Column] = [:]
    for (column, names) in table {
      for name in names.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        columns[fold(name.utf8)] = column
      }
    }
    return columns
  }()

  private static let table: [(Column, String)] = [
    (
      .identifier(.publication),
      """
      publication_number publication_no pub_no pubno publication_id patent_number patent_no \
      公开(公告)号 公开号 公告号 公开公告号 授权公告号 公开(公告)编号 专利号 专利公开号 文献号 doi
      """
    ),
    (
      .identifier(.local),
      """
      id _id uid uuid doc_id docid document_id record_id identifier no number item_id entry_id \
      course_id courseid knowledge_id result_id craftsman_id \
      编号 序号 号 标识 标识符 记录号 文档号 课程编号 课程号 课程代码 成果编号 成果号 知识编号 \
      条目编号 工匠编号 项目编号
      """
    ),
    (
      .identifier(.application),
      "application_number application_no app_no appno 申请号 申请(专利)号 专利申请号"
    ),
    (
      .field(.title),
      """
      title name headline title_localized title_zh title_cn invention_title \
      course_name coursename course_title result_name project_name \
      标题 名称 题名 题目 专利名称 专利标题 发明名称 发明(设计)名称 课程名称 课程名 课程标题 成果名称 \
      项目名称 知识名称 条目名称 词条名称 词条 主题 課程名稱 名稱 標題 \
      成果标题 知识标题 文章标题 课题名称 作品名称
      """
    ),
    (.personalName, "姓名 工匠姓名 人物姓名 劳模姓名 person_name full_name fullname"),
    (
      .field(.abstract),
      """
      abstract summary about intro introduction abstract_localized abstract_zh abstract_cn \
      synopsis overview short_description \
      摘要 简介 概述 概要 课程简介 课程介绍 成果简介 内容简介 内容提要 项目简介 人物简介 事迹简介 \
      提要 摘要(中文) 簡介 个人简介 工匠简介 成果概述 课程概述 内容概要 项目概述
      """
    ),
    (
      .field(.claims),
      """
      claims claim claim_text claims_localized first_claim independent_claims \
      权利要求 权利要求书 主权项 主权利要求 独立权利要求 首项权利要求 首权
      """
    ),
    (
      .field(.description),
      "description_localized specification 说明书 说明书全文 技术方案"
    ),
    (
      .field(.body),
      """
      body text content contents description desc detail details full_text fulltext article \
      context answer paragraph main_text \
      正文 内容 全文 文本 描述 详情 详细内容 课程内容 成果内容 知识内容 主要内容 事迹 主要事迹 先进事迹 \
      創新内容 创新内容 解决方案 內容 介绍 说明 详细描述 详细介绍 成果介绍 项目内容 文章内容 \
      个人事迹 正文内容
      """
    ),
    (
      .section,
      """
      problem background method approach effect result results outcome benefit cause symptom \
      remedy bio biography skills honours honors deeds achievements chapters outline syllabus \
      问题 现状 难题 背景 原因 现象 措施 办法 方法 做法 对策 技术路线 实施过程 效果 成效 效益 \
      应用效果 经济效益 创新点 推广情况 技能 特长 绝技 荣誉 获奖情况 职称 章节 大纲 课程大纲 教学大纲 \
      技艺 专长 擅长 荣誉称号 主要荣誉 业绩 主要业绩 存在问题 解决问题 解决的问题 主要做法 创新做法 \
      实施效果 实际效果 社会效益 课程目标 教学目标 培训目标 适用对象 适用范围 步骤 操作步骤 工艺步骤 \
      注意事项 故障现象 故障原因 处理方法 排除方法 副标题 subtitle
      """
    ),
    (
      .field(.keyword),
      """
      keyword keywords key_words tag tags label labels topic topics field fields subject subjects \
      categories \
      关键词 关键字 标签 主题词 领域 学科 技术领域 所属领域 專業 专业 關鍵詞
      """
    ),
    (
      .field(.person),
      """
      person people author authors creator creators inventor inventors inventor_harmonized \
      contributor contributors instructor instructors teacher teachers lecturer lecturers speaker \
      发明人 发明(设计)人 设计人 作者 完成人 主要完成人 完成人员 创新人 讲师 教师 主讲 主讲人 主讲教师 \
      授课教师 老师 负责人 项目负责人 人员 主创人员 工匠 發明人 授课人 授课老师 主讲老师 任课教师 申报人 第一完成人 \
      传承人 带头人 领衔人
      """
    ),
    (
      .field(.organisation),
      """
      organisation organization organisations organizations org orgs assignee assignees \
      assignee_harmonized applicant applicants company companies institution institutions school \
      schools university employer publisher department \
      申请人 申请(专利权)人 专利权人 当前权利人 权利人 单位 工作单位 所在单位 完成单位 主要完成单位 \
      申报单位 公司 企业 机构 学校 院校 开课单位 开课学校 组织 部门 所在企业 單位 单位名称 公司名称 企业名称 \
      所属单位 所属企业 主办单位 承办单位 发布单位 培训机构 开课机构
      """
    ),
    (
      .field(.code),
      """
      code codes ipc ipcs ipc_code ipc_codes ipcr cpc cpc_code cpcs main_ipc ipc_main \
      classification classifications trade trades occupation profession job industry locarno \
      ipc主分类号 ipc分类号 ipc主分类 ipc cpc分类号 主分类号 分类号 分类 工种 职业 行业 岗位 职业工种 \
      职业(工种) 国民经济行业 洛迦诺分类号 行业分类 工种名称 职业名称 所属行业 专业工种
      """
    ),
    (
      .date(.publication),
      """
      date publication_date pub_date pubdate publish_date published published_at publish_time \
      release_date issued datetime time timestamp \
      公开(公告)日 公开日 公告日 公开(公告)日期 公开日期 公告日期 日期 发布日期 发布时间 出版日期 时间 \
      完成日期 完成时间 开课时间 上线时间 获奖时间 入选时间 年份 年度 year \
      申报日期 申报时间 授予时间 命名时间 获奖日期 开课日期 开班时间
      """
    ),
    (.date(.grant), "grant_date issue_date 授权日 授权公告日 授权日期 updated updated_at 更新时间"),
    (
      .date(.application),
      "application_date filing_date app_date 申请日 申请日期 created created_at 创建时间 priority_date"
    ),
    (
      .field(.region),
      """
      region regions province area location city 省 省份 地区 省市 区域 所在地 所在地区 所属地区 地域 \
      城市 所在城市 所在省
      """
    ),
    (
      .field(.level),
      "level levels difficulty grade 等级 级别 难度 层次 技能等级 职业等级 成果等级 课程级别 适用等级"
    ),
    (
      .field(.prerequisite),
      "prerequisite prerequisites prereq prereqs 先修课程 先修课 先修 预备知识 前置课程 先修要求"
    ),
    (
      .field(.duration),
      """
      duration hours class_hours credit_hours length_hours 学时 课时 时长 总学时 学时数 课程时长 总课时 \
      培训学时 学习时长
      """
    ),
    (.kind, "kind record_kind record_type 种类 记录类型"),
    (.type, "type types category doc_type 类型 类别 资源类型 条目类型"),
    (
      .personal,
      """
      phone phones phone_number phonenumber telephone tel mobile mobile_phone mobile_number \
      cellphone contact_number contact_phone fax phone_no tel_no tel_number telephone_number mobile_no \
      cell_phone fax_number \
      id_card idcard id_card_no id_card_number identity_card identity_number national_id ssn \
      电话 电话号码 手机 手机号 手机号码 联系电话 联系方式 移动电话 办公电话 固定电话 座机 传真 \
      联系人电话 联系人手机 联系手机 单位电话 家庭电话 住宅电话 紧急联系电话 电话/手机 手机/电话 \
      传真号码 \
      身份证 身份证号 身份证号码 证件号 证件号码 公民身份号码 聯繫電話 身份證號 身份证件号 身份证件号码 \
      居民身份证号 居民身份证号码 公民身份证号码
      """
    ),
  ]
}
