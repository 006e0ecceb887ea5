@testable import ZhisouBench

extension SeedText {
  /// A seed text of records given as strings.
  static func of(_ records: [String]) -> SeedText {
    var builder = SeedTextBuilder(limit: 1 << 20)
    for record in records { builder.append(Array(record.utf8).span) }
    return SeedText(builder)
  }

  /// Three short records of our own.
  static let short = of([
    "外圆磨削时砂轮与工件接触区温度很高，表层组织改变就叫磨削烧伤。先修整砂轮，再减小切深，冷却液要冲进磨削弧。",
    "滚动轴承的异响多由装配引起：敲击外圈会在滚道上留下压痕。听诊棒放在轴承座上，声音均匀为好，有周期的响声说明滚道已经剥落。",
    "电机绕组受潮以后绝缘电阻下降，用 500 V 兆欧表测量；低于规定值时放进烘箱烘干，温度不超过一百二十度。",
  ])

  var text: [UInt16] {
    (0..<count).map { unsafe places[$0].character }
  }
}
