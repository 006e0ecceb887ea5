import CorpusReading
import Testing

struct EntryNameTests {
  private static let record = Array("{\"title\":\"x\"}".utf8)

  private func entry(_ name: [UInt8], flags: Int = 0, extra: [UInt8] = []) -> String? {
    let entry = Zip.Entry(bytes: name, Self.record, flags: flags).with { $0.extra = extra }
    return read(bytes: Zip(entry).bytes).records.first?.entry
  }

  @Test func `names are UTF-8 when they say so or are`() {
    #expect(entry(Array("专利数据/发明.xml".utf8), flags: 0x800) == "专利数据/发明.xml")
    #expect(entry(Array("专利数据/发明.xml".utf8)) == "专利数据/发明.xml")
    #expect(entry([0x61, 0xFF, 0x62], flags: 0x800) == "a\\xFFb")
    #expect(entry(Array("a\nb\u{1}".utf8)) == "a\\x0Ab\\x01")
  }

  @Test func `a field with the name in UTF-8 counts while it fits the name`() {
    let raw: [UInt8] = [0xD7, 0xA8, 0xC0, 0xFB]
    #expect(entry(raw, extra: Zip.unicodeField("专利", of: raw)) == "专利")
    let other = Zip.unicodeField("专利", of: [0x61])
    #expect(entry([0x61, 0x62], extra: other) == "ab")
    // Fields that end too early are passed over.
    #expect(entry([0x61], extra: [0x75, 0x70, 9, 0, 1]) == "a")
    #expect(entry([0x61], extra: [0x75, 0x70, 1]) == "a")
    #expect(entry([0x61], extra: [0x75, 0x70, 0, 0]) == "a")
  }

  @Test func `names of Chinese Windows are GB18030, others are shown by their bytes`() {
    #expect(entry([0xB7, 0xA2, 0xC3, 0xF7]) == "发明")
    #expect(entry([0xB7, 0xFF, 0x61]) == "\\xB7\\xFFa")
  }

  @Test(arguments: [
    "../../../tmp/evil.xml", "/etc/evil.xml", "C:\\evil.xml", "..\\..\\evil.xml", "a/../../b.xml",
    "./a", "",
  ])
  func `a name is a label, whatever path it looks like`(name: String) {
    #expect(entry(Array(name.utf8)) == (name.isEmpty ? nil : name))
  }

  @Test(arguments: [
    ("课程/a", RecordKind.course), ("patents/2023/a", .patent), ("成果\\a", .innovation),
    ("课程/专利/a", .patent), ("a/b", .knowledge), ("课程", .knowledge),
  ])
  func `the nearest folder that says a kind decides`(name: String, kind: RecordKind) {
    let zip = Zip(
      Zip.Entry(name, Self.record), Zip.Entry("x", Self.record), Zip.Entry(name, Self.record))
    let records = read(bytes: zip.bytes, kind: .knowledge).records
    #expect(records.map(\.kind) == [kind, .knowledge, kind])
  }

  @Test func `folders of an inner archive come after those of the outer one`() {
    let inner = Zip(Zip.Entry("a", Self.record), Zip.Entry("专利/a", Self.record)).bytes
    let records = read(bytes: Zip(Zip.Entry("课程/内.zip", inner)).bytes).records
    #expect(records.map(\.kind) == [.course, .patent])
    #expect(records.map(\.entry) == ["课程/内.zip/a", "课程/内.zip/专利/a"])
  }
}
