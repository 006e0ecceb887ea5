import CorpusReading
import TestSupport
import Testing
import Zhisou

@testable import ZhisouBench

/// Whole corpora: the same bytes, and what the reader makes of them.
@Suite struct CorpusGeneratorTests {
  private static let counts: [(kind: DocumentKind, count: Int)] = [
    (.patent, 1300), (.course, 40), (.innovation, 30), (.knowledge, 50), (.craftsman, 60),
  ]

  private static func generate(
    _ format: GenerationPlan.Format = .jsonlGzip, seed: UInt64 = 1, threads: Int = 1
  ) throws -> (folder: TemporaryFolder, report: CorpusGenerator.Report) {
    let folder = TemporaryFolder()
    let model = CorpusModel(copying: CopyingModel(seed: .short), seed: seed, patents: 1300)
    let plan = GenerationPlan(counts: counts, format: format, part: 1100)
    let report = try CorpusGenerator(
      model: model, plan: plan, folder: folder.path, threads: threads
    ).run()
    return (folder, report)
  }

  private static func files(_ folder: TemporaryFolder) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for kind in folder.names {
      for name in TemporaryFolder.names(in: folder.path(kind)) {
        files["\(kind)/\(name)"] = TestFile.read(folder.path("\(kind)/\(name)"))
      }
    }
    return files
  }

  /// All records of a corpus by their numbers.
  private static func records(_ folder: TemporaryFolder) throws -> [String: Record] {
    var records: [String: Record] = [:]
    let reader = CorpusReader()
    try reader.forEachFile(under: [folder.path]) { file in
      let report = reader.read(file) { record in
        let id = record.texts(of: .id).first ?? ""
        #expect(records.updateValue(record, forKey: id) == nil, "\(id) comes twice")
      }
      #expect(report.outcome == .read && report.problemCount == 0, "\(report.problems)")
      #expect(report.droppedPrivate == 0)
    }
    return records
  }

  @Test(arguments: GenerationPlan.Format.allCases)
  func `the same bytes come with any number of threads, others with another seed`(
    format: GenerationPlan.Format
  ) throws {
    let one = try Self.generate(format)
    let files = Self.files(one.folder)
    #expect(files == Self.files(try Self.generate(format, threads: 3).folder))
    #expect(files != Self.files(try Self.generate(format, seed: 2).folder))
    #expect(files.count == 6 && one.report.files == 6)
    #expect(one.report.records == 1480)
    #expect(one.report.fileBytes == files.values.reduce(0) { $0 + $1.count })
  }

  @Test(arguments: GenerationPlan.Format.allCases)
  func `every record is read, of its kind, with what its kind has`(
    format: GenerationPlan.Format
  ) throws {
    let made = try Self.generate(format)
    let records = try Self.records(made.folder)
    #expect(records.count == 1480)
    let fields: [RecordKind: [Record.Field]] = [
      .patent: [.id, .title, .abstract, .organisation, .person, .code, .region],
      .course: [
        .id, .title, .abstract, .body, .level, .prerequisite, .duration, .person, .organisation,
        .code, .region, .keyword,
      ],
      .innovation: [
        .id, .title, .abstract, .body, .person, .organisation, .code, .region, .keyword,
      ],
      .knowledge: [.id, .title, .body, .person, .keyword],
      .craftsman: [.id, .title, .abstract, .body, .person, .organisation, .code, .region],
    ]
    var counts: [RecordKind: Int] = [:]
    for (id, record) in records {
      counts[record.kind, default: 0] += 1
      #expect(record.date >= 1985_01_01 && record.date < 2026_01_01, "\(id)")
      for field in fields[record.kind] ?? [] {
        #expect(!(record.texts(of: field).first ?? "").isEmpty, "\(id) lacks \(field)")
      }
    }
    #expect(
      counts == [.patent: 1300, .course: 40, .innovation: 30, .knowledge: 50, .craftsman: 60])
  }

  @Test func `a patent says the same in XML and in JSON`() throws {
    let lines = try Self.records(try Self.generate(.jsonl).folder)
    let documents = try Self.records(try Self.generate(.cnipa).folder)
    #expect(Set(lines.keys) == Set(documents.keys))
    for (id, line) in lines where line.kind == .patent {
      guard let document = documents[id] else { continue }
      #expect(line.date == document.date && document.identity == .unique)
      for field in [Record.Field.title, .abstract, .organisation, .person] {
        #expect(line.texts(of: field) == document.texts(of: field), "\(id), \(field)")
      }
      let places = Set(document.texts(of: .region))
      #expect(places.isSuperset(of: line.texts(of: .region)), "\(id)")
      let codes = [line, document].map { record in
        Set(record.texts(of: .code).map { $0.filter { $0 != " " }.prefix { $0 != "(" } })
      }
      #expect(codes[0] == codes[1], "\(id)")
      #expect(
        line.texts(of: .claims).joined().filter { $0 != "\n" }
          == document.texts(of: .claims).joined().filter { $0 != "\n" }, "\(id)")
    }
  }

  @Test func `numbers are publication numbers, and dates go with them`() throws {
    let records = try Self.records(try Self.generate(.jsonl).folder)
    let patents = records.filter { $0.value.kind == .patent }
    #expect(patents.keys.allSatisfy { $0.wholeMatch(of: /CN(1\d{8}[AB]|2\d{8}U)/) != nil })
    let byNumber = patents.sorted { $0.key.dropFirst(3).prefix(8) < $1.key.dropFirst(3).prefix(8) }
    let years = byNumber.map { Int($0.value.date / 10_000) }
    #expect(
      years.prefix(200).allSatisfy { $0 < 2010 } && years.suffix(200).allSatisfy { $0 > 2020 })
  }
}
