import CorpusReading
import Storage
import TestSupport
import Testing

@testable import Zhisou

@Suite struct StoredDocumentTests {
  private static let texts = [
    "", "磨削烧伤", "GB/T 1804—2000", "𬭎", "line\nline", "\u{0}", String(repeating: "轴承", count: 99),
  ]

  private static func record(_ generator: inout SeededGenerator) -> Record {
    var record = Record()
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      let field = Record.Field.allCases.randomElement(using: &generator) ?? .other
      let isNamed = Bool.random(using: &generator)
      record.append(
        field, name: isNamed ? ["column", "标题"].randomElement(using: &generator) ?? "" : "",
        texts.randomElement(using: &generator) ?? "")
    }
    return record
  }

  private static func stored(_ record: borrowing Record) -> [UInt8] {
    var output = ByteWriter()
    StoredDocument.encode(record, into: &output)
    return unsafe output.withBytes { unsafe Array($0) }
  }

  private static func decoded(_ bytes: [UInt8]) -> Document? {
    var document = Document(id: "a", kind: .course, date: 20_221_021, source: "a.jsonl#1")
    return StoredDocument.decode(bytes, into: &document) ? document : nil
  }

  /// The document of a record, put together field by field.
  private static func expected(_ record: borrowing Record) -> Document {
    var document = Document(id: "a", kind: .course, date: 20_221_021, source: "a.jsonl#1")
    document.title = record.texts(of: .title).last ?? ""
    document.keywords = record.texts(of: .keyword)
    document.people = record.texts(of: .person)
    document.organisations = record.texts(of: .organisation)
    document.codes = record.texts(of: .code)
    document.regions = record.texts(of: .region)
    let names: [Record.Field: String] = [
      .abstract: "abstract", .claims: "claims", .description: "description", .body: "body",
      .date: "date", .level: "level", .prerequisite: "prerequisite", .duration: "duration",
      .other: "other",
    ]
    for value in record.values {
      guard let own = names[value.field] else { continue }
      let name = record.name(of: value).isEmpty ? own : record.name(of: value)
      if [.abstract, .claims, .description, .body].contains(value.field) {
        document.sections.append(Document.Section(name: name, text: record.text(of: value)))
      } else {
        document.fields.append(Document.Field(name: name, value: record.text(of: value)))
      }
    }
    return document
  }

  @Test func `a record comes back as its document`() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<500 {
      let record = Self.record(&generator)
      #expect(Self.decoded(Self.stored(record)) == Self.expected(record))
    }
  }

  @Test func `bytes that end within a value are refused`() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<60 {
      let record = Self.record(&generator)
      let bytes = Self.stored(record)
      // Where one value ends and the next begins, the bytes are those of a shorter record.
      var borders: [Int: Record] = [:]
      for count in 0...record.values.count {
        var shorter = record
        shorter.values.removeLast(record.values.count - count)
        borders[Self.stored(shorter).count] = shorter
      }
      for end in 0...bytes.count {
        let found = Self.decoded(Array(bytes[..<end]))
        #expect(found == borders[end].map { Self.expected($0) })
      }
    }
  }

  @Test func `a length beyond the bytes is refused`() {
    #expect(Self.decoded([1, 0, 3, 0xE7, 0xA3]) == nil)
    #expect(Self.decoded([1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]) == nil)
    #expect(Self.decoded([1, 0, 3, 0xE7, 0xA3, 0xA8])?.title == "磨")
  }

  @Test func `a field of a later version is kept under its name`() {
    let document = Self.decoded([200, 2, 0x6E, 0x6F, 1, 0x37])
    #expect(document?.fields == [Document.Field(name: "no", value: "7")])
  }

  @Test func `bytes of any kind are read or refused`() {
    var generator = SeededGenerator(seed: 3)
    var refused = 0
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
        UInt8.random(in: 0...8, using: &generator)
      }
      if Self.decoded(bytes) == nil { refused += 1 }
    }
    #expect(refused > 500 && refused < 3000)
  }
}
