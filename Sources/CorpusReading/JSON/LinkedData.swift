/// What a web page says of itself in JSON-LD, by the vocabulary of schema.org.
///
/// Of all objects the first is taken that is a work, a course or a person; what describes the site
/// (`WebSite`, `BreadcrumbList`) is not. Values are strings, lists of them, or objects with a name.
struct LinkedData {
  /// Types whose objects are what the page is about.
  private static let types: Set<String> = [
    "Course", "LearningResource", "CourseInstance", "Article", "TechArticle", "NewsArticle",
    "ScholarlyArticle", "BlogPosting", "CreativeWork", "HowTo", "Book", "Report", "Person",
    "DefinedTerm", "Product", "MediaObject", "VideoObject",
  ]

  /// What a property means for a record.
  private static let columns: [String: Column] = [
    "name": .field(.title), "headline": .field(.title), "description": .field(.abstract),
    "abstract": .field(.abstract), "articleBody": .field(.body), "text": .field(.body),
    "provider": .field(.organisation), "publisher": .field(.organisation),
    "sourceOrganization": .field(.organisation), "worksFor": .field(.organisation),
    "author": .field(.person), "creator": .field(.person), "instructor": .field(.person),
    "contributor": .field(.person), "keywords": .field(.keyword), "about": .field(.keyword),
    "teaches": .field(.keyword), "jobTitle": .field(.code),
    "educationalLevel": .field(.level), "coursePrerequisites": .field(.prerequisite),
    "timeRequired": .field(.duration), "courseWorkload": .field(.duration),
    "courseCode": .identifier(.local), "identifier": .identifier(.local),
    "datePublished": .date(.publication), "dateModified": .date(.grant),
    "dateCreated": .date(.application), "@type": .type, "telephone": .personal,
    "faxNumber": .personal, "addressRegion": .field(.region), "addressLocality": .field(.region),
  ]

  /// Properties whose objects say more of the same thing.
  private static let inner: Set<String> = ["hasCourseInstance", "location", "address"]

  private let bytes: [UInt8]
  private let depthLimit: Int

  /// Adds what the text says to a record; text that is not JSON says nothing.
  ///
  /// - Returns: whether there was an object of a known type.
  static func add(
    _ bytes: [UInt8], to builder: inout RecordBuilder, depthLimit: Int
  ) -> Bool {
    let data = LinkedData(bytes: bytes, depthLimit: depthLimit)
    let start = JSONScanner.skipBlanks(bytes.span, from: 0)
    guard let object = try? data.find(from: start, depthLimit) else { return false }
    try? data.add(object: object, to: &builder, depth: depthLimit)
    return true
  }

  /// The place of the first object of a known type in a value.
  private func find(from start: Int, _ depth: Int) throws(JSONError) -> Int? {
    let text = bytes.span
    guard start < text.count, depth > 0 else { return nil }
    switch text[start] {
    case 0x5B:
      var found: Int?
      try forEachElement(of: start) { (element) throws(JSONError) in
        if found == nil { found = try find(from: element, depth - 1) }
      }
      return found
    case 0x7B:
      var isKnown = false
      var graph: Int?
      try forEachMember(of: start) { (key, value) throws(JSONError) in
        if key == "@graph" { graph = value }
        if key == "@type" {
          for type in try strings(at: value, depth) where Self.types.contains(type.string) {
            isKnown = true
          }
        }
      }
      if isKnown { return start }
      return try graph.flatMap { (graph) throws(JSONError) in try find(from: graph, depth - 1) }
    default:
      return nil
    }
  }

  private func add(
    object start: Int, to builder: inout RecordBuilder, depth: Int, isInner: Bool = false
  ) throws(JSONError) {
    var members: [(key: String, value: Int)] = []
    try forEachMember(of: start) { (key, value) in members.append((key, value)) }
    for member in members {
      if Self.inner.contains(member.key), depth > 0 {
        for place in try objects(at: member.value) {
          try add(object: place, to: &builder, depth: depth - 1, isInner: true)
        }
      }
      guard let column = Self.columns[member.key] else { continue }
      // An instance has a name and a type of its own, a place is a region.
      if isInner, column == .type { continue }
      let meaning = isInner && column == .field(.title) ? Column.field(.region) : column
      for string in try strings(at: member.value, depth) {
        builder.addNamed(member.key, meaning, text: string.bytes)
      }
    }
  }

  private struct Text {
    let bytes: [UInt8]
    var string: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// The strings that a value stands for.
  private func strings(at start: Int, _ depth: Int) throws(JSONError) -> [Text] {
    let text = bytes.span
    guard start < text.count, depth > 0 else { return [] }
    switch text[start] {
    case 0x22:
      var hasEscape = false
      let end = try JSONScanner.stringEnd(text, from: start + 1, hasEscape: &hasEscape)
      var bytes: [UInt8] = []
      JSONString.decode(text, (start + 1)..<end) { bytes.append($0) }
      return [Text(bytes: bytes)]
    case 0x5B:
      var all: [Text] = []
      try forEachElement(of: start) { (element) throws(JSONError) in
        all += try strings(at: element, depth - 1)
      }
      return all
    case 0x7B:
      var named: [Text] = []
      try forEachMember(of: start) { (key, value) throws(JSONError) in
        if named.isEmpty, ["name", "@value", "value"].contains(key) {
          named = try strings(at: value, depth - 1)
        }
      }
      return named
    case 0x2D, 0x30...0x39:
      return [
        Text(bytes: text.extracting(start..<(try JSONScanner.scalarEnd(text, from: start))).array)
      ]
    default:
      return []
    }
  }

  private func objects(at start: Int) throws(JSONError) -> [Int] {
    let text = bytes.span
    guard start < text.count else { return [] }
    if text[start] == 0x7B { return [start] }
    var places: [Int] = []
    if text[start] == 0x5B {
      try forEachElement(of: start) { (element) in
        if bytes[element] == 0x7B { places.append(element) }
      }
    }
    return places
  }

  private func forEachElement(
    of start: Int, _ body: (Int) throws(JSONError) -> Void
  ) throws(JSONError) {
    let text = bytes.span
    var index = JSONScanner.skipBlanks(text, from: start + 1)
    if index < text.count, text[index] == 0x5D { return }
    repeat {
      let end = try JSONScanner.valueEnd(text, from: index, depth: depthLimit, limit: depthLimit)
      try body(index)
      index = end
    } while try JSONScanner.isFollowed(text, &index, closing: 0x5D)
  }

  private func forEachMember(
    of start: Int, _ body: (String, Int) throws(JSONError) -> Void
  ) throws(JSONError) {
    let text = bytes.span
    var index = JSONScanner.skipBlanks(text, from: start + 1)
    if index < text.count, text[index] == 0x7D { return }
    repeat {
      let member = try JSONScanner.keyEnd(text, from: index)
      let end = try JSONScanner.valueEnd(
        text, from: member.value, depth: depthLimit, limit: depthLimit)
      try body(text.extracting(member.key).string, member.value)
      index = end
    } while try JSONScanner.isFollowed(text, &index, closing: 0x7D)
  }
}
