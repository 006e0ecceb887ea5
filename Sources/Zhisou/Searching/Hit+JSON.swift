extension Hit {
  /// The members of this hit's JSON object, in the order of the contract.
  public func members(
    of document: Document, snippet: Snippet
  ) -> [(String, JSONText.Value)] {
    [
      ("rank", .integer(rank)), ("id", .string(document.id)),
      ("kind", .string(document.kind.name)), ("score", .score(score)),
      ("title", .string(document.title)), ("snippet", .string(snippet.text)),
      (
        "snippet_hits_utf8",
        .array(
          snippet.hitsInUTF8.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) })
      ),
      ("source", .string(document.source)), ("fields", document.fieldsValue),
    ]
  }
}

extension Document {
  /// Everything but id, kind, title, text and source, as a JSON object; empty members are left out.
  public var fieldsValue: JSONText.Value {
    var members: [(String, JSONText.Value)] = []
    if date > 0 { members.append(("date", .string(dateText))) }
    let lists = [
      ("people", people), ("organisations", organisations), ("codes", codes),
      ("keywords", keywords), ("regions", regions),
    ]
    for (name, values) in lists where !values.isEmpty {
      members.append((name, .array(values.map { .string($0) })))
    }
    var names: [String] = []
    var values: [String: [String]] = [:]
    for field in fields {
      if values[field.name] == nil { names.append(field.name) }
      values[field.name, default: []].append(field.value)
    }
    for name in names where !members.contains(where: { $0.0 == name }) {
      let own = values[name] ?? []
      members.append(
        (name, own.count == 1 ? .string(own[0]) : .array(own.map { .string($0) })))
    }
    return .object(members)
  }

  /// The whole document as a JSON object.
  public var value: JSONText.Value {
    .object([
      ("id", .string(id)), ("kind", .string(kind.name)), ("title", .string(title)),
      (
        "sections",
        .array(
          sections.map { .object([("name", .string($0.name)), ("text", .string($0.text))]) })
      ),
      ("source", .string(source)), ("fields", fieldsValue),
    ])
  }
}
