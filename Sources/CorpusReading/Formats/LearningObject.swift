/// Metadata of a course by IEEE 1484.12.1 (Learning Object Metadata), XML binding 1484.12.3 and the
/// older one of IMS, which has `langstring` for `string`.
final class LearningObject: XMLDialect {
  static let name = "lom"
  static let roots = ["lom"]
  static let kind: RecordKind? = .course

  private enum Place: UInt8 {
    case document
    case identifier, metadataIdentifier, title, language, description, keyword, coverage
    case contribution, role, entity, date
    case resourceType, duration, difficulty, educationalDescription
    case classification, purpose, taxon, classificationDescription, location
  }

  static let paths = XMLPathTree(
    table.map { (path: $0.path, role: $0.role, place: $0.place.rawValue) })

  private static let table: [(path: String, role: XMLPathTree.Role, place: Place)] =
    [
      ("", .record, .document),
      ("general/identifier/entry", .text, .identifier),
      ("general/catalogentry/entry/langstring", .text, .identifier),
      ("general/language", .text, .language),
      ("metaMetadata/identifier/entry", .text, .metadataIdentifier),
      ("lifeCycle/contribute", .group, .contribution),
      ("lifecycle/contribute", .group, .contribution),
      ("lifeCycle/contribute/role/value", .text, .role),
      ("lifecycle/contribute/role/value", .text, .role),
      ("lifeCycle/contribute/entity", .text, .entity),
      ("lifecycle/contribute/centity/vcard", .text, .entity),
      ("lifeCycle/contribute/date/dateTime", .text, .date),
      ("lifecycle/contribute/date/datetime", .text, .date),
      ("educational/learningResourceType/value", .text, .resourceType),
      ("educational/learningresourcetype/value", .text, .resourceType),
      ("educational/typicalLearningTime/duration", .text, .duration),
      ("educational/typicallearningtime/datetime", .text, .duration),
      ("educational/difficulty/value", .text, .difficulty),
      ("technical/location", .text, .location),
      ("classification", .group, .classification),
      ("classification/purpose/value", .text, .purpose),
    ]
    + ["string", "langstring"].flatMap { string in
      [
        ("general/title/\(string)", .text, .title),
        ("general/description/\(string)", .text, .description),
        ("general/keyword/\(string)", .text, .keyword),
        ("general/coverage/\(string)", .text, .coverage),
        ("educational/description/\(string)", .text, .educationalDescription),
        ("classification/taxonPath/taxon/entry/\(string)", .text, .taxon),
        ("classification/taxonpath/taxon/entry/\(string)", .text, .taxon),
        ("classification/keyword/\(string)", .text, .keyword),
        ("classification/description/\(string)", .text, .classificationDescription),
      ]
    }

  private var titles = TitleChoice()
  private var titleLanguage: [UInt8] = []
  private var language: [UInt8] = []
  private var role: [UInt8] = []
  private var cards: [VCard] = []
  private var purpose: [UInt8] = []
  private var identifiers: [[UInt8]] = []
  private var metadataIdentifier: [UInt8] = []

  func begin(
    _ place: UInt8, _ attributes: XMLAttributes, _ builder: inout RecordBuilder
  ) -> Bool {
    switch Place(rawValue: place) {
    case .document:
      titles = TitleChoice()
      language = []
      identifiers = []
      metadataIdentifier = []
    case .title:
      titleLanguage = attributes["language"] ?? attributes["lang"] ?? []
    case .contribution:
      role = []
      cards = []
    case .classification:
      purpose = []
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
      addIdentifiers(&builder)
    case .identifier: identifiers.append(builder.takeText(from: start))
    case .metadataIdentifier: metadataIdentifier = builder.takeText(from: start)
    case .title:
      WrappedText.join(&builder.record.bytes, from: start)
      titles.add(builder.takeText(from: start), language: titleLanguage)
    case .language: language = builder.takeText(from: start)
    case .description: builder.addJoined(.abstract, from: start)
    case .educationalDescription: builder.addJoined(.body, from: start)
    case .keyword: builder.addJoined(.keyword, from: start)
    case .coverage: builder.addJoined(.region, from: start)
    case .role: role = builder.takeText(from: start)
    case .entity: cards.append(VCard(builder.takeText(from: start)))
    case .date: builder.addNamed("date", .date(.publication), from: start)
    case .contribution: addContributors(&builder)
    case .resourceType: builder.addNamed("resource_type", .other, from: start)
    case .duration: builder.addJoined(.duration, from: start)
    case .difficulty: builder.addJoined(.level, from: start)
    case .location: builder.addNamed("location", .other, from: start)
    case .purpose: purpose = builder.takeText(from: start).map { $0 | 0x20 }
    case .taxon: addTaxon(start, &builder)
    case .classificationDescription: addDescription(start, &builder)
    case .classification, nil: break
    }
  }

  /// Adds the identifiers: the first that is no web address is the record's, else the first; without
  /// any, that of the metadata.
  private func addIdentifiers(_ builder: inout RecordBuilder) {
    let all = identifiers.isEmpty ? [metadataIdentifier] : identifiers
    let chosen = all.firstIndex { !$0.starts(with: "http".utf8) } ?? 0
    for (index, identifier) in all.enumerated() {
      builder.addNamed(
        "identifier", index == chosen ? .identifier(.local) : .other, text: identifier)
    }
  }

  /// Adds who wrote and who published; those who only checked the form are no authors.
  private func addContributors(_ builder: inout RecordBuilder) {
    let role = String(decoding: role, as: UTF8.self)
    let isPublisher = role == "publisher"
    let isTechnical = role.contains("validator") || role.contains("technical")
    for card in cards {
      for number in card.telephones {
        builder.addNamed("telephone", .personal, text: number)
      }
      if isTechnical { continue }
      let organisation = card.organisation.isEmpty && isPublisher ? card.name : card.organisation
      if !isPublisher, !card.name.isEmpty, card.name != card.organisation {
        builder.addNamed("", .field(.person), text: card.name)
      }
      if !organisation.isEmpty {
        builder.addNamed("", .field(.organisation), text: organisation)
      }
    }
  }

  private func addTaxon(_ start: Int, _ builder: inout RecordBuilder) {
    builder.addJoined(isLevel ? .level : .keyword, from: start)
  }

  private func addDescription(_ start: Int, _ builder: inout RecordBuilder) {
    if purpose.elementsEqual("prerequisite".utf8) {
      builder.addJoined(.prerequisite, from: start)
    } else {
      builder.addJoined(isLevel ? .level : .body, from: start)
    }
  }

  /// Whether the classification under way says how hard the course is.
  private var isLevel: Bool {
    purpose.elementsEqual("skill level".utf8) || purpose.elementsEqual("educational level".utf8)
  }
}
