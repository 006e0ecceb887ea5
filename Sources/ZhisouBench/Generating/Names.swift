import Zhisou

/// Names of people and organisations, invented from common parts.
///
/// A number stands for a person or an organisation: it has the same name wherever it comes.
enum Names {
  /// The place of an organisation.
  static func place(ofOrganisation number: Int) -> Phrase {
    var generator = organisation(number)
    return Places.all.elements[Places.all.index(using: &generator)]
  }

  /// Appends an organisation's name: `江苏省苏州市` gives `苏州恒泰精密机械有限公司`.
  static func appendOrganisation(_ number: Int, to text: TextBuffer) {
    var generator = organisation(number)
    let place = Places.all.index(using: &generator)
    text.append(cities[place])
    let isSchool = generator.oneIn(6)
    if !isSchool {
      text.append(generator.element(of: brandFronts))
      text.append(generator.element(of: brandBacks))
    }
    text.append(generator.element(of: sectors))
    text.append(generator.element(of: isSchool ? schools : companies))
  }

  /// Appends a person's name of two or three characters.
  static func appendPerson(_ number: Int, to text: TextBuffer) {
    var generator = SplitMix64(seed: UInt64(bitPattern: Int64(number)) ^ 0x5045_5253_4F4E)
    text.append(surnames.elements[surnames.index(using: &generator)])
    text.append(generator.element(of: given))
    if !generator.oneIn(5) { text.append(generator.element(of: given)) }
  }

  private static func organisation(_ number: Int) -> SplitMix64 {
    SplitMix64(seed: UInt64(bitPattern: Int64(number)) ^ 0x4F52_4741_4E49)
  }

  /// For each of `Places` its city without the last character: `苏州`.
  private static let cities = Places.all.elements.map { place in
    let name = String(decoding: place.bytes, as: UTF8.self)
    let city = name.split(whereSeparator: { "省市区".contains($0) }).last.map(String.init) ?? name
    return Phrase(city)
  }

  private static let brandFronts = Phrase.list(
    """
    恒 中 华 鑫 瑞 金 宏 盛 新 天 东 海 泰 远 科 博 创 德 安 汇 智 嘉 永 立 佳 凯 正 大 明 顺 \
    诚 亿 龙 润 联 星 锐 精 卓 浩
    """)
  private static let brandBacks = Phrase.list(
    """
    达 泰 源 通 力 信 锋 美 康 宇 邦 辉 越 成 兴 隆 旺 捷 杰 威 利 丰 合 润 飞 航 诺 腾 佳 益 \
    维 晟 森 拓 图 朗 丽 曼 乐 奇
    """)
  private static let sectors = Phrase.list(
    """
    精密机械 电子科技 新材料 自动化设备 智能装备 信息技术 环保科技 生物医药 汽车零部件 新能源 \
    建设工程 电气 半导体 医疗器械 农业科技 纺织 化工 食品 包装 光电 通信技术 软件 模具 重工 \
    船舶 矿业 水务 轨道交通 航空技术 家居用品
    """)
  private static let companies = Phrase.list(
    "有限公司 有限公司 有限公司 有限公司 股份有限公司 集团有限公司 有限责任公司 厂")
  private static let schools = Phrase.list(
    "大学 大学 大学 学院 研究院 研究所 职业技术学院 设计院")
  private static let surnames = WeightedList(
    Phrase.list(
      """
      王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 高 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 \
      彭 曾 肖 田 董 袁 潘 于 蒋 蔡 余 杜 叶 程 苏 魏 吕 丁 任 沈 姚 卢 姜 崔 钟 谭 陆 汪 范 金 \
      石 廖 贾 夏 韦 付 方 白 邹 孟 熊 秦 邱 江 尹 薛 闫 段 雷 侯 龙 史 陶 黎 贺 顾 毛 郝 龚 邵
      """
    ).enumerated().map { (element: $1, weight: 720 / ($0 + 8)) })
  private static let given = Phrase.list(
    """
    伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀 霞 平 刚 桂 英 华 玉 兰 红 飞 建 国 \
    志 文 海 燕 鹏 辉 玲 波 斌 宇 浩 凯 健 俊 帆 雪 梅 琳 晨 阳 佳 欣 婷 雨 子 轩 泽 睿 博 哲 \
    思 远 嘉 诚 家 豪 晓 东 春 生 福 贵 祥 永 兴 振 德 义 忠 林 森 峰 山 川 江 河 云 龙 虎 凤 \
    鸣 翔 宁 安 康 乐 庆 喜 瑞 祺 立 成 功 胜 利 新 民 全 有 才 学 良 善 美 珍 宝 金 银 铁 钢
    """)
}
