/// The title of a document that gives it in several languages.
///
/// The Chinese one is the record's; without one that of the document's own language, else the
/// first. The others are kept as fields.
struct TitleChoice {
  private var titles: [(language: [UInt8], text: [UInt8])] = []

  /// Takes a title in a language: `zh`, `zh-CN`, `en`; empty when it does not say.
  mutating func add(_ text: [UInt8], language: [UInt8]) {
    if !text.isEmpty { titles.append((language.map { $0 | 0x20 }, text)) }
  }

  /// Gives the titles to a record and forgets them.
  mutating func give(to builder: inout RecordBuilder, ownLanguage: [UInt8]) {
    let own = ownLanguage.map { $0 | 0x20 }
    let chosen =
      titles.firstIndex { Self.isChinese($0.language) }
      ?? titles.firstIndex { !own.isEmpty && $0.language.starts(with: own) } ?? 0
    for (index, title) in titles.enumerated() {
      let column = index == chosen ? Column.field(.title) : .other
      builder.addNamed("title", column, text: title.text)
    }
    titles.removeAll()
  }

  private static func isChinese(_ language: [UInt8]) -> Bool {
    language.starts(with: "zh".utf8) || language.starts(with: "chi".utf8)
      || language.elementsEqual("cn".utf8)
  }
}
