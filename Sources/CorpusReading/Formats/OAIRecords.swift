/// A response of a repository by OAI-PMH 2.0 whose records are in Dublin Core, unqualified or not.
///
/// A record with the status `deleted` withdraws what the index has under its identifier.
final class OAIRecords: XMLDialect {
  static let name = "oai-dc"
  static let roots = ["OAI-PMH"]
  static let kind: RecordKind? = nil

  private enum Place: UInt8 {
    case record, header, listedHeader, identifier, datestamp
    case title, person, organisation, subject, description, date, type
    case identifierElement, format, language, source, relation, coverage, rights, audience

    /// The name under which an element without a field of its own is kept.
    var otherName: String? {
      switch self {
      case .identifierElement: "identifier"
      case .format, .language, .source, .relation, .coverage, .rights, .audience: "\(self)"
      default: nil
      }
    }
  }

  static let paths = XMLPathTree(
    ["ListRecords/record", "GetRecord/record"].flatMap { record in
      table.map {
        (
          path: $0.path.isEmpty ? record : record + "/" + $0.path, role: $0.role,
          place: $0.place.rawValue
        )
      }
    } + [
      (path: "ListIdentifiers/header", role: .record, place: Place.listedHeader.rawValue),
      (path: "ListIdentifiers/header/identifier", role: .text, place: Place.identifier.rawValue),
    ])

  private static let table: [(path: String, role: XMLPathTree.Role, place: Place)] = [
    ("", .record, .record),
    ("header", .group, .header),
    ("header/identifier", .text, .identifier),
    ("header/datestamp", .text, .datestamp),
    ("metadata/*/title", .text, .title),
    ("metadata/*/creator", .text, .person),
    ("metadata/*/contributor", .text, .person),
    ("metadata/*/publisher", .text, .organisation),
    ("metadata/*/subject", .text, .subject),
    ("metadata/*/description", .text, .description),
    ("metadata/*/abstract", .text, .description),
    ("metadata/*/date", .text, .date),
    ("metadata/*/issued", .text, .date),
    ("metadata/*/type", .text, .type),
    ("metadata/*/identifier", .text, .identifierElement),
    ("metadata/*/format", .text, .format),
    ("metadata/*/language", .text, .language),
    ("metadata/*/source", .text, .source),
    ("metadata/*/relation", .text, .relation),
    ("metadata/*/coverage", .text, .coverage),
    ("metadata/*/rights", .text, .rights),
    ("metadata/*/audience", .text, .audience),
  ]

  private var isDeleted = false
  private var hasTitle = false

  func begin(
    _ place: UInt8, _ attributes: XMLAttributes, _ builder: inout RecordBuilder
  ) -> Bool {
    switch Place(rawValue: place) {
    case .record:
      isDeleted = false
      hasTitle = false
    case .header:
      isDeleted = Self.isDeleted(attributes)
    case .listedHeader:
      // A list of identifiers has nothing to search, but may withdraw.
      isDeleted = Self.isDeleted(attributes)
      return isDeleted
    case nil:
      return false
    default:
      break
    }
    return true
  }

  func end(_ place: UInt8, textFrom start: Int, _ builder: inout RecordBuilder) {
    switch Place(rawValue: place) {
    case .record, .listedHeader:
      // What a repository calls its identifier is unique there and known by no other name.
      builder.record.identity = .unique
      if isDeleted { builder.withdraw() }
    case .identifier: builder.addNamed("identifier", .identifier(.publication), from: start)
    case .datestamp: builder.addNamed("datestamp", .date(.application), from: start)
    case .title:
      builder.addNamed("title", hasTitle ? .other : .field(.title), from: start)
      hasTitle = true
    case .person: builder.addJoined(.person, from: start)
    case .organisation: builder.addJoined(.organisation, from: start)
    case .subject: builder.addJoined(.keyword, from: start)
    case .description: builder.addJoined(.abstract, from: start)
    case .date: builder.addNamed("date", .date(.publication), from: start)
    case .type: builder.addNamed("type", .type, from: start)
    case .header, nil: break
    case let place?: builder.addNamed(place.otherName ?? "", .other, from: start)
    }
  }

  private static func isDeleted(_ attributes: XMLAttributes) -> Bool {
    attributes["status"]?.elementsEqual("deleted".utf8) == true
  }
}
