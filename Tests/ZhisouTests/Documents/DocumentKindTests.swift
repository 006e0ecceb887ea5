import CorpusReading
import Testing
import Zhisou

@Suite struct DocumentKindTests {
  @Test func `kinds are those of records, by number and by name`() {
    #expect(DocumentKind.allCases.count == RecordKind.allCases.count)
    for kind in RecordKind.allCases {
      #expect(DocumentKind(rawValue: kind.rawValue)?.name == kind.name)
    }
  }

  @Test func `a kind is found by its name, an innovation by result too`() {
    for kind in DocumentKind.allCases { #expect(DocumentKind(name: kind.name) == kind) }
    #expect(DocumentKind(name: "result") == .innovation)
    #expect(DocumentKind(name: "Course") == nil && DocumentKind(name: "") == nil)
  }
}
