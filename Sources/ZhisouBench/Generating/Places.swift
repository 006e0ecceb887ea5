/// Provinces and cities, as often as organisations that apply for patents stand in them.
enum Places {
  /// Names such as `江苏省苏州市`, weights in thousandths.
  static let all = WeightedList(
    table.split(separator: "\n").flatMap { line -> [(element: Phrase, weight: Int)] in
      let words = line.split(separator: " ").map(String.init)
      let cities = words.dropFirst(2)
      guard !cities.isEmpty, let weight = Int(words[1]) else { return [] }
      // The first city has as much as the others together, in hundredths of a thousandth.
      return cities.enumerated().map { place, city in
        let share = place == 0 ? 50 : 50 / cities.count
        return (Phrase(words[0] + city), weight * share)
      }
    })

  private static let table = """
    广东省 165 深圳市 广州市 东莞市 佛山市 珠海市 中山市 惠州市
    江苏省 135 苏州市 南京市 无锡市 常州市 南通市 徐州市 扬州市
    浙江省 110 杭州市 宁波市 温州市 绍兴市 嘉兴市 台州市 金华市
    北京市 90 海淀区 朝阳区 昌平区 大兴区 丰台区
    山东省 75 青岛市 济南市 潍坊市 烟台市 淄博市 济宁市
    上海市 60 浦东新区 闵行区 嘉定区 松江区 杨浦区
    安徽省 48 合肥市 芜湖市 马鞍山市 滁州市 蚌埠市
    湖北省 42 武汉市 宜昌市 襄阳市 荆州市
    四川省 40 成都市 绵阳市 德阳市 宜宾市
    河南省 36 郑州市 洛阳市 新乡市 许昌市
    福建省 36 福州市 厦门市 泉州市 漳州市
    湖南省 32 长沙市 株洲市 湘潭市 岳阳市
    陕西省 28 西安市 宝鸡市 咸阳市 汉中市
    河北省 26 石家庄市 唐山市 保定市 廊坊市
    天津市 22 滨海新区 西青区 北辰区
    辽宁省 22 沈阳市 大连市 鞍山市 抚顺市
    重庆市 20 渝北区 沙坪坝区 九龙坡区
    江西省 19 南昌市 赣州市 九江市 景德镇市
    黑龙江省 12 哈尔滨市 大庆市 齐齐哈尔市
    吉林省 10 长春市 吉林市 四平市
    广西壮族自治区 11 南宁市 柳州市 桂林市
    云南省 9 昆明市 曲靖市 玉溪市
    山西省 10 太原市 大同市 晋城市
    贵州省 8 贵阳市 遵义市 六盘水市
    甘肃省 5 兰州市 金昌市 天水市
    内蒙古自治区 6 呼和浩特市 包头市 鄂尔多斯市
    新疆维吾尔自治区 5 乌鲁木齐市 克拉玛依市 库尔勒市
    宁夏回族自治区 3 银川市 石嘴山市
    海南省 3 海口市 三亚市
    青海省 2 西宁市 格尔木市
    西藏自治区 1 拉萨市 日喀则市
    """
}
