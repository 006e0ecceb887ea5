import CorpusReading
import Testing

/// Real documents in XML and HTML, with what a person finds in them; see `SampleTests`.
@Suite(
  .enabled(if: sampleFolder != nil, "ZHISOU_SHARED_DATA does not name the folder of samples"))
struct SampleDocumentTests {
  private func read(_ name: String) throws -> (records: [ReadRecord], report: FileReport) {
    let path = "\(try #require(sampleFolder))/samples/\(name)"
    var records: [ReadRecord] = []
    var report = FileReport(path: "")
    let reader = CorpusReader()
    try reader.forEachFile(under: [path]) { file in
      report = reader.read(file) { records.append(ReadRecord($0)) }
    }
    return (records, report)
  }

  struct Expected: Sendable {
    let file: String
    let format: String
    let id: [String]
    let title: String
    var date: UInt32 = 0
    var people: [String] = []
    var organisations: [String] = []
    var codes: [String] = []
    var keywords: [String] = []
    /// How the abstract, or else the text, begins.
    var text = ""
  }

  @Test(arguments: [
    Expected(
      file: "patents/wipo_st36a_DOC00001.xml", format: "st36", id: ["EP1667425A1"],
      title: "Image forming method and image forming apparatus", date: 20_060_607,
      people: ["Yoshida, Naoki", "Kasahara, Hiroyuki"], organisations: ["Wedg Co. Ltd"],
      codes: ["H04N1/40"], text: "An image with sufficient gray-scale representation"),
    Expected(
      file: "patents/epo_eps_v1-2-A1.xml", format: "st36", id: ["EP1921219A1"],
      title: "Sound damping and fire restistant insulating panel and its manufacturing procedure",
      date: 20_080_514, people: ["Lloveras Calvo, Juan"],
      organisations: ["Lloveras Calvo, Juan"], codes: ["E04B1/88", "E04B1/90", "E04B1/84"],
      text: "Insulating panel which comprises a core implemented in silica fibre"),
    Expected(
      file: "courses/syn_lom_zh.xml", format: "lom", id: ["zy-0001"], title: "竹编工艺",
      date: 20_230_900, people: ["王竹青"], organisations: ["四川艺术学院"], keywords: ["非遗"],
      text: "介绍竹编的材料与技法。"),
    Expected(
      file: "courses/lom_Valid.xml", format: "lom", id: ["oai:aquops.qc.ca:videos:8"],
      title: "Conditions favorables à l'intégration des TIC...", date: 19_991_201,
      people: ["Frédéric Bergeron"], organisations: ["LICEF", "GTN-Québec"],
      keywords: [
        "optique", "sciences de la nature", "physique", "Eurêka", "Eureka",
        "Développement et tests", "Histoire du monde. Civilisation",
      ], text: "L'enseignante identifie les contraintes"),
    Expected(
      file: "courses/lom_4d38368591a687.xml", format: "lom",
      id: ["oai:eureka.ntic.org:4d38368591a687.29499110"],
      title: "À chacun son portfolio numérique", date: 20_071_001, people: ["Bibeau Robert"],
      organisations: [
        "Vitrine technologie-éducation",
        "Clic - Bulletin collégial des technologies de l'information et des communications",
      ],
      keywords: [
        "Eurêka", "Eureka", "Bulletin CLIC", "Evaluation", "Évaluation", "Évaluation formative",
        "Formative evaluation",
      ], text: "Qu’est-ce qu’un portfolio?"),
    Expected(
      file: "courses/syn_schema_org_course.html", format: "html", id: [], title: "竹编工艺入门",
      people: ["王竹青"], organisations: ["四川艺术学院"], keywords: ["选竹", "破篾"],
      text: "从选竹到成器。"),
    Expected(
      file: "courses/imscc_main_wiki_content_wiki_content.html", format: "html",
      id: ["resource_6_wiki_content"], title: "Vertical", text: "Lorem ipsum...\nWiki Content"),
    Expected(
      file: "courses/olx_demo/about/overview.html", format: "html", id: [], title: "overview",
      text: "About This Course\nWelcome to the Open edX® Demo Course!"),
    Expected(
      file: "courses/olx_demo/html/013c611e421e43d6a10857ea388bf510.html", format: "html", id: [],
      title: "013c611e421e43d6a10857ea388bf510",
      text: "+ Try It: Import a Content Library\nDownload the importable library package"),
    Expected(
      file: "courses/imscc_main_discussion_topic.xml", format: "xml", id: [],
      title: "Discussion Topic"),
  ])
  func `one record has what stands in its document`(expected: Expected) throws {
    let (records, report) = try read(expected.file)
    #expect(report.format == expected.format && report.outcome == .read)
    let record = try #require(records.first)
    #expect(records.count == 1 && record.texts(.id) == expected.id)
    #expect(record.texts(.title) == [expected.title] && record.date == expected.date)
    #expect(record.texts(.person) == expected.people)
    #expect(record.texts(.organisation) == expected.organisations)
    #expect(record.texts(.code) == expected.codes && record.texts(.keyword) == expected.keywords)
    let text = record.texts(.abstract).first ?? record.texts(.body).first ?? ""
    #expect(text.hasPrefix(expected.text), "\(text.prefix(80))")
  }

  @Test func `a harvest has its record and its withdrawal`() throws {
    let (records, report) = try read("courses/oai_ListRecords.xml")
    #expect(report.format == "oai-dc" && report.problemCount == 0 && records.count == 2)
    #expect(records[0].isDeletion)
    #expect(records[0].texts(.id) == ["oai:test.example.com:1585310"])
    #expect(records[1].texts(.id) == ["oai:test.example.com:1585322"])
    #expect(records[1].texts(.title) == ["Sample Title"] && records[1].date == 20_100_000)
    #expect(records[1].texts(.person) == ["John Doe"])
    #expect(records[1].texts(.organisation) == ["Sample Publisher"])
    let listed = try read("courses/oai_ListIdentifiers.xml")
    #expect(listed.records.map { $0.texts(.id) } == [["oai:test.example.com::1585576"]])
    #expect(listed.records.map(\.isDeletion) == [true])
  }

  @Test(arguments: ["oai_ListSets.xml", "oai_badResumptionToken.xml"])
  func `answers without records are remarks`(name: String) throws {
    let (records, report) = try read("courses/\(name)")
    #expect(records.isEmpty && report.outcome == .read && report.problemCount == 1)
  }

  @Test(arguments: [
    "patents/uspto_us_example1.xml", "patents/epo_docdb_DE-backfile.xml",
    "patents/epo_ops_biblio_example.xml", "patents/jpo_2021193879.xml",
    "patents/wipo_st96_PatentPublication_Example.xml", "patents/wipo_st36a_toc.xml",
    "courses/imscc_main_imsmanifest.xml", "courses/olx_single_course.xml",
  ])
  func `what is not read yet is named and never guessed at`(name: String) throws {
    let (records, report) = try read(name)
    #expect(records.isEmpty && report.outcome == .unsupported && report.problemCount == 1)
  }
}
