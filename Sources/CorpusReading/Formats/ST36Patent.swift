/// A patent document by WIPO standard ST.36, in the two forms that offices send: with
/// `bibliographic-data` in words, or with `SDOBI` and the numbers of INID codes (the EPO's full text).
final class ST36Patent: XMLDialect {
  static let name = "st36"
  static let roots = ["patent-document", "wo-patent-document", "ep-patent-document"]
  static let kind: RecordKind? = .patent

  private enum Place: UInt8 {
    case document
    case country, number, kindCode, date
    case applicationNumber, applicationDate
    case ipc, ipcText, ipcPart
    case title, titleLanguage, listedTitle
    case organisation, person, personPart, personBook, organisationBook, address
    case abstract, section, heading, paragraph, claim, claimText
  }

  static let paths = XMLPathTree(
    (bibliography + text).map { (path: $0.path, role: $0.role, place: $0.place.rawValue) })

  private typealias Entry = (path: String, role: XMLPathTree.Role, place: Place)

  private static let bibliography: [Entry] = [
    ("", .record, .document),
    ("bibliographic-data/publication-reference/document-id/country", .text, .country),
    ("bibliographic-data/publication-reference/document-id/doc-number", .text, .number),
    ("bibliographic-data/publication-reference/document-id/kind", .text, .kindCode),
    ("bibliographic-data/publication-reference/document-id/date", .text, .date),
    ("bibliographic-data/application-reference/document-id/doc-number", .text, .applicationNumber),
    ("bibliographic-data/application-reference/document-id/date", .text, .applicationDate),
    ("bibliographic-data/classifications-ipcr/classification-ipcr", .group, .ipc),
    ("bibliographic-data/classifications-ipcr/classification-ipcr/text", .text, .ipcText),
    ("bibliographic-data/classifications-ipcr/classification-ipcr/section", .text, .ipcPart),
    ("bibliographic-data/classifications-ipcr/classification-ipcr/class", .text, .ipcPart),
    ("bibliographic-data/classifications-ipcr/classification-ipcr/subclass", .text, .ipcPart),
    ("bibliographic-data/classifications-ipcr/classification-ipcr/main-group", .text, .ipcPart),
    ("bibliographic-data/classifications-ipcr/classification-ipcr/subgroup", .text, .ipcPart),
    ("bibliographic-data/classification-ipc/main-classification", .text, .ipcText),
    ("bibliographic-data/invention-title", .text, .title),
    ("bibliographic-data/parties/applicants/applicant/addressbook", .group, .organisationBook),
    ("bibliographic-data/parties/applicants/applicant/addressbook/name", .text, .organisation),
    ("bibliographic-data/parties/applicants/applicant/addressbook/orgname", .text, .organisation),
    ("bibliographic-data/parties/applicants/applicant/addressbook/last-name", .text, .personPart),
    ("bibliographic-data/parties/applicants/applicant/addressbook/first-name", .text, .personPart),
    (
      "bibliographic-data/parties/applicants/applicant/addressbook/address/state", .text, .address
    ),
    ("bibliographic-data/parties/inventors/inventor/addressbook", .group, .personBook),
    ("bibliographic-data/parties/inventors/inventor/addressbook/name", .text, .person),
    ("bibliographic-data/parties/inventors/inventor/addressbook/last-name", .text, .personPart),
    ("bibliographic-data/parties/inventors/inventor/addressbook/first-name", .text, .personPart),
    ("SDOBI/B100/B110", .text, .number),
    ("SDOBI/B100/B130", .text, .kindCode),
    ("SDOBI/B100/B140/date", .text, .date),
    ("SDOBI/B100/B190", .text, .country),
    ("SDOBI/B200/B210", .text, .applicationNumber),
    ("SDOBI/B200/B220/date", .text, .applicationDate),
    ("SDOBI/B500/B510EP/classification-ipcr/text", .text, .ipcText),
    ("SDOBI/B500/B540/B541", .text, .titleLanguage),
    ("SDOBI/B500/B540/B542", .text, .listedTitle),
    ("SDOBI/B700/B710/B711/snm", .text, .organisation),
    ("SDOBI/B700/B720/B721/snm", .text, .person),
    ("SDOBI/B700/B730/B731/snm", .text, .organisation),
  ]

  private static let text: [Entry] = [
    ("abstract", .group, .abstract),
    ("abstract/p", .text, .paragraph),
    ("bibliographic-data/abstract", .group, .abstract),
    ("bibliographic-data/abstract/p", .text, .paragraph),
    ("description", .group, .section),
    ("description/heading", .text, .heading),
    ("description/p", .text, .paragraph),
    ("description/*", .group, .section),
    ("description/*/heading", .text, .heading),
    ("description/*/p", .text, .paragraph),
    ("claims/claim", .group, .claim),
    ("claims/claim/claim-text", .text, .claimText),
  ]

  private var parts = PatentNumberParts()
  private var titles = TitleChoice()
  private var section = SectionText()
  private var symbol = ClassificationParts()
  private var language: [UInt8] = []
  private var titleLanguage: [UInt8] = []
  private var nameParts: [[UInt8]] = []

  func begin(
    _ place: UInt8, _ attributes: XMLAttributes, _ builder: inout RecordBuilder
  ) -> Bool {
    switch Place(rawValue: place) {
    case .document:
      parts = PatentNumberParts(
        country: attributes["country"] ?? [], number: attributes["doc-number"] ?? [],
        kind: attributes["kind"] ?? [], date: attributes["date-publ"] ?? [])
      language = attributes["lang"] ?? []
      titles = TitleChoice()
    case .abstract, .claim:
      section.begin(builder)
    case .section:
      section.end(.description, &builder)
    case .title:
      titleLanguage = attributes["lang"] ?? []
    case .personBook, .organisationBook:
      nameParts = []
    case .ipc:
      symbol = ClassificationParts()
    case nil:
      return false
    default:
      break
    }
    return true
  }

  func end(_ place: UInt8, textFrom start: Int, _ builder: inout RecordBuilder) {
    switch Place(rawValue: place) {
    case .document:
      titles.give(to: &builder, ownLanguage: language)
      parts.add(to: &builder)
    case .country: keep(&parts.country, start, &builder)
    case .number: keep(&parts.number, start, &builder)
    case .kindCode: keep(&parts.kind, start, &builder)
    case .date: keep(&parts.date, start, &builder)
    case .applicationNumber:
      builder.addNamed("application_number", .identifier(.application), from: start)
    case .applicationDate:
      builder.addNamed("application_date", .date(.application), from: start)
    case .ipcText:
      symbol.noteText()
      builder.addJoined(.code, from: start)
    case .ipcPart: symbol.add(builder.takeText(from: start))
    case .ipc: symbol.add(to: &builder)
    case .titleLanguage: titleLanguage = builder.takeText(from: start)
    case .title, .listedTitle:
      WrappedText.join(&builder.record.bytes, from: start)
      titles.add(builder.takeText(from: start), language: titleLanguage)
    case .organisation: builder.addJoined(.organisation, from: start)
    case .person: addPerson(builder.takeText(from: start), &builder)
    case .personPart: nameParts.append(builder.takeText(from: start))
    case .personBook: addParts(.person, &builder)
    case .organisationBook: addParts(.organisation, &builder)
    case .address: builder.addJoined(.region, from: start)
    case .heading: addHeading(builder.takeText(from: start), &builder)
    case .paragraph, .claimText: section.add(paragraphFrom: start, &builder)
    case .abstract: section.end(.abstract, &builder)
    case .section: section.end(.description, &builder)
    case .claim: section.end(.claims, &builder)
    case nil: break
    }
  }

  /// Ends the section before and puts the heading of the next one behind it.
  private func addHeading(_ heading: [UInt8], _ builder: inout RecordBuilder) {
    section.end(.description, &builder)
    let start = builder.record.bytes.count
    builder.record.bytes.append(contentsOf: heading)
    section.add(headingFrom: start, &builder)
  }

  /// Takes a part of the number out of the record; what the root element said stands.
  private func keep(_ part: inout [UInt8], _ start: Int, _ builder: inout RecordBuilder) {
    let text = builder.takeText(from: start)
    if part.isEmpty { part = text }
  }

  /// Adds a name; the EPO writes the address "c/o" on the lines below it.
  private func addPerson(_ text: [UInt8], _ builder: inout RecordBuilder) {
    let name = text.prefix { $0 != 0x0A }
    builder.addNamed("", .field(.person), text: Array(name))
  }

  /// Adds a name given in parts, family name first: without a blank when it is Chinese.
  private func addParts(_ field: Record.Field, _ builder: inout RecordBuilder) {
    let isChinese = nameParts.allSatisfy { ($0.first ?? 0) >= 0xE3 }
    let name = Array(nameParts.joined(separator: isChinese ? [] : [0x20]))
    if !name.isEmpty { builder.addNamed("", .field(field), text: name) }
    nameParts = []
  }
}
