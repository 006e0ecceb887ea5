extension Hit {
  /// The members of this hit's JSON object, in the order of the contract.
  ///
  /// The name of a list of ranges tells their unit: bytes of UTF-8, or characters, which are Unicode
  /// scalars, as Python counts them.
  public func members(
    of document: Document, title: MarkedText, snippet: Snippet
  ) -> [(String, JSONText.Value)] {
    [
      ("rank", .integer(rank)), ("id", .string(document.id)),
      ("kind", .string(document.kind.name)), ("score", .score(score)),
      ("title", .string(title.text)),
    ] + title.hitMembers(prefix: "title_") + [
      ("snippet", .string(snippet.text))
    ] + snippet.joined.hitMembers(prefix: "snippet_") + [
      ("passages", .array(snippet.passages.map(\.value))),
      ("source", .string(document.source)), ("fields", document.fieldsValue),
    ]
  }
}

extension Passage {
  /// The passage as a JSON object.
  public var value: JSONText.Value {
    .object(
      [("section", .string(section)), ("text", .string(content.text))]
        + content.hitMembers(prefix: ""))
  }
}

extension MarkedText {
  /// The ranges of the hits in both units, each a list of a beginning and an end.
  fileprivate func hitMembers(prefix: String) -> [(String, JSONText.Value)] {
    func list(_ ranges: [Range<Int>]) -> JSONText.Value {
      .array(ranges.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) })
    }
    return [
      ("\(prefix)hits_utf8", list(hitsInUTF8)),
      ("\(prefix)hits_characters", list(hitsInCharacters)),
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
