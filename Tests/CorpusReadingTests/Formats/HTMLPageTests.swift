import CorpusReading
import Testing

@Suite struct HTMLPageTests {
  private func page(_ text: String) throws -> ReadRecord {
    let (records, report) = read(text)
    #expect(report.format == "html" && report.problemCount == 0, "\(report.lines)")
    #expect(records.count == 1)
    return try #require(records.first)
  }

  @Test func `text is what is read aloud, line by line`() throws {
    let record = try page(
      """
      <!DOCTYPE html><html><head><title> 轴承
      异响 </title><style>p{color:red}</style><script>var 坏 = "<p>x</p>"</script></head><body>
      <nav>首页 登录</nav><p>听<b>声</b>辨
      位，H<sub>2</sub>O&nbsp;&alpha;&deg;&times;</p><!-- 注释 --><ul><li>一<li>二</ul>
      <table><tr><td>甲</td><td>乙</td></tr></table><pre>行1
      行2</pre><footer>版权所有</footer><noscript>请启用</noscript></body></html>
      """)
    #expect(record.texts(.title) == ["轴承异响"])
    #expect(
      record.texts(.body) == ["听声辨位，H2O\u{A0}α°×\n一\n二\n甲 乙\n行1\n行2"])
  }

  @Test func `a main part is the page when it holds most of it`() throws {
    let record = try page(
      "<html><body><div>广告</div><main><article>正文有</article><p>六个字</p></main><p>评价</p></body>")
    #expect(record.texts(.body) == ["正文有\n六个字"])
    let several = try page("<body><article>前一篇文</article><article>后一篇文</article>又</body>")
    #expect(several.texts(.body) == ["前一篇文\n后一篇文\n又"])
    let small = try page("<html><body><p>这一页讲磨削烧伤</p><article>问答</article></body>")
    #expect(small.texts(.body) == ["这一页讲磨削烧伤\n问答"])
  }

  @Test func `the heading is the title when the title only adds the site's name`() throws {
    let named = try page("<title>道岔转换设备_技能课堂</title><h1>道岔转换设备</h1><p>文</p>")
    #expect(named.texts(.title) == ["道岔转换设备"] && named.texts(.body) == ["文"])
    let other = try page("<html><title>手册</title><h1>第一章</h1><p>文</p>")
    #expect(other.texts(.title) == ["手册"] && other.texts(.body) == ["第一章\n文"])
    let none = try page("<p>文</p>")
    #expect(none.texts(.title) == ["a"])
  }

  @Test func `the head's descriptions become fields`() throws {
    let record = try page(
      """
      <html><head><title>T</title><meta name="description" content="摘要">
      <meta name=Keywords content="砂轮，烧伤"><meta name="DC.creator" content="荀铁衡">
      <meta property="article:published_time" content="2024-03-11T08:00:00+08:00">
      <meta name=viewport content="width=1"><meta property="og:type" content="article"></head>
      <body>文</body></html>
      """)
    #expect(record.texts(.abstract) == ["摘要"] && record.texts(.keyword) == ["砂轮", "烧伤"])
    #expect(record.texts(.person) == ["荀铁衡"] && record.date == 20_240_311)
    #expect(!record.values.contains { $0.field == .other })
  }

  @Test func `JSON-LD says what the page is about`() throws {
    let record = try page(
      #"""
      <html><head><title>x - 站</title><script type="application/ld+json">
      {"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"站"},
      {"@type":["Course","LearningResource"],"courseCode":"KC-1","name":"竹编",
      "description":"从选竹到成器。","provider":{"@type":"Organization","name":"学院"},
      "hasCourseInstance":[{"@type":"CourseInstance","instructor":[{"name":"王竹青"}],
      "courseWorkload":"PT22H","location":{"name":"四川省"}}],"telephone":"000","teaches":["选竹"]}]}
      </script></head><body><p>文</p></body></html>
      """#)
    #expect(record.kind == .course && record.texts(.id) == ["KC-1"])
    #expect(record.texts(.title) == ["竹编"] && record.texts(.abstract) == ["从选竹到成器。"])
    #expect(record.texts(.organisation) == ["学院"] && record.texts(.person) == ["王竹青"])
    #expect(record.texts(.duration) == ["22 h"] && record.texts(.region) == ["四川省"])
    #expect(record.texts(.keyword) == ["选竹"] && record.texts(.body) == ["文"])
  }

  @Test func `JSON-LD that is broken or about the site alone says nothing`() throws {
    for data in ["{\"@type\":\"Course\"", "[1,2]", "{\"@type\":\"WebSite\",\"name\":\"站\"}", ""] {
      let record = try page(
        "<html><script type=\"application/ld+json\">\(data)</script><title>题</title><p>文</p>")
      #expect(record.texts(.title) == ["题"] && record.kind == .other)
    }
  }

  @Test func `deep nesting and unclosed tags lose no text`() throws {
    let deep = try page(
      "<body>" + String(repeating: "<div>", count: 20_000) + "深"
        + String(repeating: "</div>", count: 20_000) + "<p>后文")
    #expect(deep.texts(.body) == ["深\n后文"])
    let open = try page("<div><p>一<p>二<b>三")
    #expect(open.texts(.body) == ["一\n二三"])
  }

  @Test func `a page without text is a remark`() {
    let (records, report) = read("<html><body><script>x</script></body></html>")
    #expect(records.isEmpty && report.outcome == .read)
    #expect(report.lines == [": the page has no text"])
  }

  @Test func `chunks may be cut anywhere`() throws {
    let text = "<html><title>题目</title><body><p>甲&alpha;乙</p><script>a<b</script><p>丙</p></body>"
    let whole = try page(text)
    for size in 1...16 {
      var limits = ReadingLimits()
      limits.chunkBytes = size
      let (records, report) = read(text, limits: limits)
      #expect(report.problemCount == 0)
      #expect(records == [whole], "in chunks of \(size)")
    }
  }
}
