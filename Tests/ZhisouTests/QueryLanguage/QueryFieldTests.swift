import Testing

@testable import Zhisou

@Suite struct QueryFieldTests {
  @Test func `every field has its own name and Chinese ones, in any case and width`() {
    for field in QueryField.allCases {
      #expect(QueryField(name: field.rawValue) == field)
      #expect(QueryField(name: field.rawValue.uppercased()) == field)
      #expect(field.aliases.contains { $0.utf8.count != $0.count }, "\(field) has no Chinese name")
      for alias in field.aliases { #expect(QueryField(name: alias) == field, "\(alias)") }
    }
    #expect(QueryField(name: "Ｔｉｔｌｅ") == .title && QueryField(name: "發明人") == .person)
    #expect(QueryField(name: "權利要求") == .claims && QueryField(name: "Organization") == .org)
  }

  @Test func `no two fields share a name, and none is longer than the lexer reads`() {
    let names = QueryField.allCases.flatMap { [$0.rawValue] + $0.aliases }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.count <= QueryField.longestName })
  }

  @Test(arguments: ["", "名", "标题 ", "titel", "title:", "标题题名", String(repeating: "a", count: 99)])
  func `other names are none`(name: String) {
    #expect(QueryField(name: name) == nil)
  }

  @Test(arguments: [
    ("tilte", "title"), ("titel", "title"), ("titlr", "title"), ("tite", "title"),
    ("titlle", "title"),
    ("KNID", "kind"), ("kindd", "kind"), ("ｄａｔｔｅ", "date"), ("abstrct", "abstract"),
    ("inventer", "inventor"),
    ("organizaton", "organization"),
  ])
  func `a slip of the pen is known`(word: String, meant: String) {
    #expect(QueryField.intended(by: word) == meant)
  }

  @Test(arguments: [
    "cod", "ip", "pid", "ui", "dat", "rate", "data", "mode", "node", "gear", "name", "size", "http",
    "https", "mailto",
    "std", "grade", "glass", "itle", "note", "model", "power", "abstraction", "titlexy", "elttit",
    "", "a",
  ])
  func `other words mean themselves`(word: String) {
    #expect(QueryField.intended(by: word) == nil)
  }
}
