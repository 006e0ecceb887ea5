/// A Chinese patent document as CNIPA published it before: root `cn-patent-document`, no namespace.
///
/// Its text was wrapped at a fixed width, in the middle of words; see `WrappedText`.
final class CNIPAOldPatent: XMLDialect {
  static let name = "cnipa-old"
  static let roots = ["cn-patent-document"]
  static let kind: RecordKind? = .patent

  private enum Place: UInt8 {
    case document
    case country, number, kindCode, date
    case applicationNumber, applicationDate
    case code, title, organisation, person, agency, agent
    case abstract, abstractParagraph, description, paragraph, claim, claimText
  }

  static let paths = XMLPathTree(
    table.map { (path: $0.path, role: $0.role, place: $0.place.rawValue) })

  private static let table: [(path: String, role: XMLPathTree.Role, place: Place)] = [
    ("", .record, .document),
    ("cn-bibliographic-data/cn-publication-reference/document-id/country", .text, .country),
    ("cn-bibliographic-data/cn-publication-reference/document-id/doc-number", .text, .number),
    ("cn-bibliographic-data/cn-publication-reference/document-id/kind", .text, .kindCode),
    ("cn-bibliographic-data/cn-publication-reference/document-id/date", .text, .date),
    (
      "cn-bibliographic-data/application-reference/document-id/doc-number", .text,
      .applicationNumber
    ),
    ("cn-bibliographic-data/application-reference/document-id/date", .text, .applicationDate),
    ("cn-bibliographic-data/classifications-ipcr/classification-ipcr/text", .text, .code),
    ("cn-bibliographic-data/invention-title", .text, .title),
    (
      "cn-bibliographic-data/cn-parties/cn-applicants/cn-applicant/addressbook/name", .text,
      .organisation
    ),
    ("cn-bibliographic-data/cn-parties/cn-inventors/cn-inventor/name", .text, .person),
    (
      "cn-bibliographic-data/cn-parties/cn-assignees/cn-assignee/addressbook/name", .text,
      .organisation
    ),
    ("cn-bibliographic-data/cn-parties/cn-agents/cn-agent/cn-agency/name", .text, .agency),
    ("cn-bibliographic-data/cn-parties/cn-agents/cn-agent/name", .text, .agent),
    ("cn-bibliographic-data/abstract", .group, .abstract),
    ("cn-bibliographic-data/abstract/p", .text, .abstractParagraph),
    ("application-body/description", .group, .description),
    ("application-body/description/p", .text, .paragraph),
    ("application-body/claims/claim", .group, .claim),
    ("application-body/claims/claim/claim-text", .text, .claimText),
  ]

  /// The headings of a description, which are paragraphs like any other in this form.
  private static let headings: Set<String> = [
    "技术领域", "背景技术", "发明内容", "实用新型内容", "附图说明", "具体实施方式", "实施例", "说明书附图",
    "所属技术领域", "发明领域", "发明背景", "发明概述", "附图简述", "附图简要说明", "发明详述",
  ]

  private var parts = PatentNumberParts()
  private var section = SectionText()

  func begin(
    _ place: UInt8, _ attributes: XMLAttributes, _ builder: inout RecordBuilder
  ) -> Bool {
    switch Place(rawValue: place) {
    case .document:
      parts = PatentNumberParts()
    case .abstract, .description, .claim:
      section.begin(builder)
    case .abstractParagraph:
      // Where a culture was deposited, not what the invention is.
      return attributes.has("num", "bio") != true
    case nil:
      return false
    default:
      break
    }
    return true
  }

  func end(_ place: UInt8, textFrom start: Int, _ builder: inout RecordBuilder) {
    switch Place(rawValue: place) {
    case .document: parts.add(to: &builder)
    case .country: parts.country = builder.takeText(from: start)
    case .number: parts.number = builder.takeText(from: start)
    case .kindCode: parts.kind = builder.takeText(from: start)
    case .date: parts.date = builder.takeText(from: start)
    case .applicationNumber:
      builder.addNamed("application_number", .identifier(.application), from: start)
    case .applicationDate:
      builder.addNamed("application_date", .date(.application), from: start)
    case .code: builder.addJoined(.code, from: start)
    case .title: builder.addJoined(.title, from: start)
    case .organisation: builder.addJoined(.organisation, from: start)
    case .person: builder.addJoined(.person, from: start)
    case .agency: builder.addNamed("agency", .other, from: start)
    case .agent: builder.addNamed("agent", .other, from: start)
    case .abstractParagraph, .claimText: section.add(paragraphFrom: start, &builder)
    case .paragraph: addParagraph(start, &builder)
    case .abstract: section.end(.abstract, &builder)
    case .description: section.end(.description, &builder)
    case .claim: section.end(.claims, &builder)
    case nil: break
    }
  }

  private func addParagraph(_ start: Int, _ builder: inout RecordBuilder) {
    let longestHeading = 30
    WrappedText.join(&builder.record.bytes, from: start)
    guard builder.record.bytes.count - start <= longestHeading,
      Self.headings.contains(String(decoding: builder.record.bytes[start...], as: UTF8.self))
    else {
      section.add(paragraphFrom: start, &builder)
      return
    }
    // The section before ends in front of the heading, which is kept behind it.
    let heading = builder.takeText(from: start)
    section.end(.description, &builder)
    let headingStart = builder.record.bytes.count
    builder.record.bytes.append(contentsOf: heading)
    section.add(headingFrom: headingStart, &builder)
  }
}
