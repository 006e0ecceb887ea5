import Zhisou

/// Patents: their text, and their form in JSON.
extension RecordWriter {
  /// Appends the patent as JSON, its last value left open.
  func appendPatentLine(_ draft: inout Draft) {
    let facts = PatentFacts(&draft, month: patentMonth(&draft))
    text.append("{\"publication_number\":\"CN")
    appendNumber(facts, draft)
    text.append(facts.kind.rawValue)
    beginValue("kind")
    text.append("patent")
    beginValue("title")
    appendPatentTitle(&draft)
    beginValue("abstract")
    appendAbstract(facts, &draft)
    if facts.claims > 0 {
      beginValue("claims")
      for claim in 1...facts.claims {
        text.append(claim)
        text.append(".")
        appendClaim(claim, &draft)
      }
    }
    beginList("applicants")
    for (place, organisation) in facts.applicants.enumerated() {
      if place > 0 { text.append("\",\"") }
      Names.appendOrganisation(organisation, to: text)
    }
    text.append("\"],\"inventors\":[\"")
    for (place, person) in facts.inventors.enumerated() {
      if place > 0 { text.append("\",\"") }
      Names.appendPerson(person, to: text)
    }
    text.append("\"],\"ipc\":[\"")
    for (place, symbol) in facts.classes.enumerated() {
      if place > 0 { text.append("\",\"") }
      text.append(Subject.all.elements[symbol.subject].symbol)
      text.append(" ")
      text.append(symbol.group)
      text.append("/")
      text.append(symbol.subgroup, digits: 2)
    }
    text.append("\"],\"application_date\":\"")
    appendDate(month: facts.application.month, day: facts.application.day)
    beginValue("date")
    appendDate(month: facts.publication.month, day: facts.publication.day)
    beginValue("region")
    appendPlace(draft)
  }

  /// Appends the digits of the publication number: one for the kind of patent, then eight or more.
  func appendNumber(_ facts: PatentFacts, _ draft: Draft) {
    text.append(facts.kind.digit)
    text.append(draft.ordinal, digits: 8)
  }

  /// Appends the title: what the patent is about between the words that titles have.
  func appendPatentTitle(_ draft: inout Draft) {
    if !draft.walk.generator.oneIn(3) { text.append("一种") }
    appendTitle(&draft)
    text.append(draft.walk.generator.element(of: PatentWords.titleEnds))
  }

  /// Appends an abstract: clauses of patent language with copied text between, and parts named by
  /// `所述` that were named before.
  func appendAbstract(_ facts: PatentFacts, _ draft: inout Draft) {
    let isModel = facts.kind == .utilityModel
    text.append(isModel ? "本实用新型" : "本发明")
    text.append(draft.walk.generator.element(of: PatentWords.openings))
    text.append(copyOf: draft.title)
    text.append("，")
    if draft.walk.generator.oneIn(3) {
      text.append("涉及")
      text.append(Subject.all.elements[draft.subject].field)
      text.append("技术领域，")
    }
    // The set phrases make up for the rest.
    model.copying.write(length(&draft) * 13 / 16, of: &draft.walk, to: passages)
    for index in 0..<passages.count {
      passages.append(index, to: text)
      guard index + 1 < passages.count else { break }
      text.append(draft.walk.generator.element(of: PatentWords.references))
      if draft.walk.generator.oneIn(2) {
        text.append(copyOf: draft.title)
      } else {
        appendPhrase(2...5, &draft)
      }
      text.append(draft.walk.generator.element(of: PatentWords.relations))
    }
    text.append("。")
    if draft.walk.generator.oneIn(2) {
      text.append(isModel ? "本实用新型" : "本发明")
      text.append(draft.walk.generator.element(of: PatentWords.advantages))
    }
  }

  /// Appends a claim with its number, from 1; all but the first refer to the first.
  func appendClaim(_ number: Int, _ draft: inout Draft) {
    if number == 1 {
      text.append("一种")
    } else {
      text.append("根据权利要求1所述的")
    }
    text.append(copyOf: draft.title)
    text.append("，其特征在于，")
    appendText(sixteenths: 6, &draft)
  }

  /// Ends a value and begins a list.
  func beginList(_ name: String) {
    text.append("\",\"")
    text.append(name)
    text.append("\":[\"")
  }
}
