/// A Chinese patent document as CNIPA publishes it today: root `business:PatentDocumentAndRelated`,
/// namespaces `http://www.sipo.gov.cn/XMLSchema/business` and `…/base`.
final class CNIPAPatent: XMLDialect {
  static let name = "cnipa"
  static let roots = ["PatentDocumentAndRelated"]
  static let kind: RecordKind? = .patent

  private enum Place: UInt8 {
    case document, publication, application, ipc, party, abstract, description, claims
    case country, number, kindCode, date
    case applicationNumber, applicationDate
    case ipcText, ipcPart, locarno
    case title, organisation, person, province, agency, agent
    case section, paragraph, claim, claimText
    case unwanted
  }

  static let paths = XMLPathTree(
    table.map { (path: $0.path, role: $0.role, place: $0.place.rawValue) })

  private static let table: [(path: String, role: XMLPathTree.Role, place: Place)] = [
    ("", .record, .document),
    ("BibliographicData/PublicationReference", .group, .publication),
    ("BibliographicData/PublicationReference/DocumentID/WIPOST3Code", .text, .country),
    ("BibliographicData/PublicationReference/DocumentID/DocNumber", .text, .number),
    ("BibliographicData/PublicationReference/DocumentID/Kind", .text, .kindCode),
    ("BibliographicData/PublicationReference/DocumentID/Date", .text, .date),
    ("BibliographicData/ApplicationReference", .group, .application),
    ("BibliographicData/ApplicationReference/DocumentID/DocNumber", .text, .applicationNumber),
    ("BibliographicData/ApplicationReference/DocumentID/Date", .text, .applicationDate),
    ("BibliographicData/ClassificationIPCRDetails/ClassificationIPCR", .group, .ipc),
    ("BibliographicData/ClassificationIPCRDetails/ClassificationIPCR/Text", .text, .ipcText),
    ("BibliographicData/ClassificationIPCRDetails/ClassificationIPCR/Section", .text, .ipcPart),
    ("BibliographicData/ClassificationIPCRDetails/ClassificationIPCR/MainClass", .text, .ipcPart),
    ("BibliographicData/ClassificationIPCRDetails/ClassificationIPCR/Subclass", .text, .ipcPart),
    ("BibliographicData/ClassificationIPCRDetails/ClassificationIPCR/MainGroup", .text, .ipcPart),
    ("BibliographicData/ClassificationIPCRDetails/ClassificationIPCR/Subgroup", .text, .ipcPart),
    ("BibliographicData/InventionTitle", .text, .title),
    ("BibliographicData/Parties/ApplicantDetails/Applicant", .group, .party),
    ("BibliographicData/Parties/ApplicantDetails/Applicant/AddressBook/Name", .text, .organisation),
    (
      "BibliographicData/Parties/ApplicantDetails/Applicant/AddressBook/Address/Province", .text,
      .province
    ),
    ("BibliographicData/Parties/InventorDetails/Inventor", .group, .party),
    ("BibliographicData/Parties/InventorDetails/Inventor/AddressBook/Name", .text, .person),
    ("BibliographicData/Parties/AssigneeDetails/Assignee", .group, .party),
    ("BibliographicData/Parties/AssigneeDetails/Assignee/AddressBook/Name", .text, .organisation),
    (
      "BibliographicData/Parties/AgentDetails/Agent/Agency/AddressBook/OrganizationName", .text,
      .agency
    ),
    ("BibliographicData/Parties/AgentDetails/Agent/AddressBook/Name", .text, .agent),
    ("DesignBibliographicData/ClassificationLocarno", .text, .locarno),
    ("Abstract", .group, .abstract),
    ("Abstract/Paragraphs", .text, .paragraph),
    ("Description", .group, .description),
    ("Description/InventionTitle", .text, .unwanted),
    ("Description/*", .group, .section),
    ("Description/*/Paragraphs", .text, .paragraph),
    ("Claims", .group, .claims),
    ("Claims/Claim", .group, .claim),
    ("Claims/Claim/ClaimText", .text, .claimText),
  ]

  private var parts = PatentNumberParts()
  private var preference = DataFormatPreference()
  private var section = SectionText()
  private var symbol = ClassificationParts()
  private var isHeading = false

  func begin(
    _ place: UInt8, _ attributes: XMLAttributes, _ builder: inout RecordBuilder
  ) -> Bool {
    switch Place(rawValue: place) {
    case .document:
      parts = PatentNumberParts(
        country: attributes["country"] ?? [], number: attributes["docNumber"] ?? [],
        kind: attributes["kind"] ?? [], date: attributes["datePublication"] ?? [])
      preference = DataFormatPreference()
    case .abstract:
      section.begin(builder)
      return preference.accepts(place, attributes)
    case .publication, .application, .title, .description, .claims:
      return preference.accepts(place, attributes)
    case .party:
      return DataFormatPreference.isOriginal(attributes)
    case .section, .claim:
      section.begin(builder)
      return true
    case .ipc:
      symbol = ClassificationParts()
    case .paragraph:
      isHeading = section.isEmpty && !attributes.has("num")
    case .unwanted, nil:
      return false
    default:
      break
    }
    return true
  }

  func end(_ place: UInt8, textFrom start: Int, _ builder: inout RecordBuilder) {
    switch Place(rawValue: place) {
    case .document: parts.add(to: &builder)
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
    case .locarno: builder.addJoined(.code, from: start)
    case .title: builder.addJoined(.title, from: start)
    case .organisation: builder.addJoined(.organisation, from: start)
    case .person: builder.addJoined(.person, from: start)
    case .province: builder.addJoined(.region, from: start)
    case .agency: builder.addNamed("agency", .other, from: start)
    case .agent: builder.addNamed("agent", .other, from: start)
    case .paragraph: addParagraph(start, &builder)
    case .abstract: section.end(.abstract, &builder)
    case .section: section.end(.description, &builder)
    case .claimText: section.add(paragraphFrom: start, &builder)
    case .claim: section.end(.claims, &builder)
    case .publication, .application, .party, .description, .claims, .unwanted, nil: break
    }
  }

  /// Takes a part of the number out of the record; what the root element said stands.
  private func keep(_ part: inout [UInt8], _ start: Int, _ builder: inout RecordBuilder) {
    let text = builder.takeText(from: start)
    if part.isEmpty { part = text }
  }

  private func addParagraph(_ start: Int, _ builder: inout RecordBuilder) {
    let longestHeading = 60
    if isHeading, builder.record.bytes.count - start <= longestHeading {
      section.add(headingFrom: start, &builder)
    } else {
      section.add(paragraphFrom: start, &builder)
    }
  }
}
