import Foundation
import Testing

@testable import Zhisou

@Suite struct DocumentTests {
  private static func document(date: UInt32) -> Document {
    Document(id: "a", kind: .other, date: date, source: "a.jsonl#1")
  }

  @Test(
    arguments: [
      (20_221_021, "2022-10-21"), (20_221_000, "2022-10"), (20_220_000, "2022"), (0, ""),
      (19_990_101, "1999-01-01"), (20_000_900, "2000-09"), (20_001_231, "2000-12-31"),
    ] as [(UInt32, String)])
  func `a date shows the parts that are known`(date: UInt32, text: String) {
    #expect(Self.document(date: date).dateText == text)
  }

  @Test func `a document as JSON has its parts in their order`() {
    var document = Self.document(date: 20_221_000)
    document.title = "磨削"
    document.sections = [
      Document.Section(name: "body", text: "一"), Document.Section(name: "办法", text: "二\n三"),
    ]
    document.people = ["乔砚青"]
    document.fields = [
      Document.Field(name: "date", value: "2022年10月"), Document.Field(name: "学时", value: "8"),
      Document.Field(name: "no", value: "1"), Document.Field(name: "学时", value: "9"),
    ]
    #expect(
      JSONText.line(document.value)
        == #"{"id":"a","kind":"other","title":"磨削","sections":[{"name":"body","text":"一"},"#
        + #"{"name":"办法","text":"二\n三"}],"source":"a.jsonl#1","fields":{"date":"2022-10","#
        + #""people":["乔砚青"],"学时":["8","9"],"no":"1"}}"#)
  }
}
