import CorpusReading
import Testing

@Suite struct ST36PatentTests {
  private static let inWords = """
    <patent-document lang="zh" country="CN" doc-number="999300001" kind="A" date-publ="20240301">
    <bibliographic-data>
    <publication-reference><document-id><country>CN</country><doc-number>999300001</doc-number>
    <kind>A</kind><date>20240301</date></document-id></publication-reference>
    <application-reference><document-id><country>CN</country><doc-number>202399900001.5</doc-number>
    <date>20230908</date></document-id></application-reference>
    <classifications-ipcr>
    <classification-ipcr><text>B24B   5/04     (2006.01)</text></classification-ipcr>
    <classification-ipcr><section>B</section><class>24</class><subclass>B</subclass>
    <main-group>55</main-group><subgroup>02</subgroup></classification-ipcr>
    </classifications-ipcr>
    <invention-title lang="en">Coolant nozzle</invention-title>
    <invention-title lang="zh">磨床冷却喷嘴</invention-title>
    <parties><applicants><applicant><addressbook><orgname>砺衡精密机床有限公司</orgname>
    <address><state>山东</state></address></addressbook></applicant></applicants>
    <inventors><inventor><addressbook><last-name>荀</last-name><first-name>铁衡</first-name>
    </addressbook></inventor><inventor><addressbook><last-name>Yang</last-name>
    <first-name>Min</first-name></addressbook></inventor></inventors></parties>
    <references-cited><citation><patcit><document-id><country>US</country>
    <doc-number>1</doc-number></document-id></patcit></citation></references-cited>
    </bibliographic-data>
    <abstract><p>喷嘴贴近磨削
    弧。</p></abstract>
    <description><heading>背景技术</heading><p>气流挡住冷却液。</p>
    <disclosure><heading>发明内容</heading><p>加一块挡板。</p></disclosure></description>
    <claims><claim num="1"><claim-text>一种喷嘴，</claim-text>
    <claim-text>其特征在于有挡板。</claim-text></claim></claims>
    </patent-document>
    """

  @Test func `bibliographic data in words are read at their exact places`() throws {
    let (records, report) = read(Self.inWords)
    let record = try #require(records.first)
    #expect(report.format == "st36" && report.problemCount == 0 && records.count == 1)
    #expect(record.kind == .patent && record.identity == .unique && record.date == 20_240_301)
    #expect(record.texts(.id) == ["CN999300001A"])
    #expect(record.texts(.title) == ["磨床冷却喷嘴"] && record.others("title") == ["Coolant nozzle"])
    #expect(record.texts(.code) == ["B24B5/04", "B24B55/02"])
    #expect(record.texts(.organisation) == ["砺衡精密机床有限公司"])
    #expect(record.texts(.person) == ["荀铁衡", "Yang Min"] && record.texts(.region) == ["山东"])
    #expect(record.texts(.abstract) == ["喷嘴贴近磨削弧。"])
    #expect(record.texts(.claims) == ["一种喷嘴，\n其特征在于有挡板。"])
    #expect(record.others("application_number") == ["202399900001.5"])
    let sections = record.values.filter { $0.field == .description }
    #expect(sections.map(\.name) == ["背景技术", "发明内容"])
    #expect(sections.map(\.text) == ["气流挡住冷却液。", "加一块挡板。"])
  }

  @Test func `INID codes give the same fields`() throws {
    let (records, _) = read(
      """
      <ep-patent-document lang="fr" country="EP" doc-number="1" kind="A1"><SDOBI>
      <B100><B110>1999001</B110><B130>A1</B130><B140><date>20080514</date></B140></B100>
      <B500><B510EP><classification-ipcr><text>E04B   1/88  20060101AFI20070316BHEP</text>
      </classification-ipcr></B510EP><B540><B541>en</B541><B542>Panel</B542><B541>fr</B541>
      <B542>Panneau</B542></B540></B500>
      <B700><B710><B711><snm>Mairena SA</snm></B711></B710>
      <B720><B721><snm>Calvo, Juan
      c/o Mairena SA</snm></B721></B720></B700></SDOBI>
      <abstract><p>Un panneau isolant.</p></abstract></ep-patent-document>
      """)
    let record = try #require(records.first)
    #expect(record.texts(.id) == ["EP1A1"] && record.date == 20_080_514)
    #expect(record.texts(.title) == ["Panneau"] && record.others("title") == ["Panel"])
    #expect(record.texts(.code) == ["E04B1/88"] && record.texts(.person) == ["Calvo, Juan"])
    #expect(record.texts(.organisation) == ["Mairena SA"])
  }
}
