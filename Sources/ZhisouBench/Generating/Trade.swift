/// Occupations of craftsmen and of those who learn from them.
enum Trade {
  /// The trade that goes with a subject, always the same.
  static func of(subject: Int) -> Phrase {
    all[subject % all.count]
  }

  private static let all = Phrase.list(
    """
    车工 铣工 磨工 钳工 焊工 电工 镗工 铸造工 锻造工 热处理工 冲压工 模具工 装配钳工 机修钳工 \
    维修电工 数控车工 数控铣工 管道工 起重工 架子工 混凝土工 钢筋工 防水工 测量工 化工操作工 \
    化验员 制药工 仪表工 锅炉工 汽轮机工 变电值班员 线路工 通信线务员 网络管理员 无人机驾驶员 \
    汽车维修工 叉车司机 盾构机操作工 采煤工 爆破工 炼钢工 轧钢工 电镀工 涂装工 纺纱工 织布工 \
    印染工 缝纫工 面点师 茶艺师 育婴员 养老护理员 农艺工 水产养殖员 木工 陶瓷工 玻璃工 印刷工
    """)
}
