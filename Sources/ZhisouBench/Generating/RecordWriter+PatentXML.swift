import Zhisou

/// Patents as the patent office publishes them: one XML document each.
///
/// The elements are those of the office's documents, of which the ones that repeat what others say are
/// left out.
extension RecordWriter {
  /// Appends a patent's document and returns its file's name, `CN100000000A.xml`.
  func appendPatentDocument(_ ordinal: Int) -> String {
    var draft = Draft(.patent, ordinal, of: model)
    let facts = PatentFacts(&draft, month: patentMonth(&draft))
    appendRoot(facts, draft)
    appendPublication(facts, draft)
    text.append(
      """
      <business:ApplicationReference applType="10" dataFormat="original" sequence="1">
      <base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>
      """)
    appendDate(month: facts.application.month, day: facts.application.day, separator: "")
    text.append(draft.ordinal, digits: 8)
    text.append("</base:DocNumber><base:Date>")
    appendDate(month: facts.application.month, day: facts.application.day, separator: "")
    text.append("</base:Date></base:DocumentID>\n</business:ApplicationReference>\n")
    appendClasses(facts)
    text.append("<business:InventionTitle lang=\"zh\" dataFormat=\"original\">")
    appendPatentTitle(&draft)
    text.append("</business:InventionTitle>\n<business:Parties>\n")
    appendParties(facts)
    text.append(
      """
      </business:Parties>
      </business:BibliographicData>
      <business:Abstract dataFormat="original"><base:Paragraphs>
      """)
    appendAbstract(facts, &draft)
    text.append("</base:Paragraphs></business:Abstract>\n")
    appendClaims(facts, &draft)
    text.append("</business:PatentDocumentAndRelated>\n")
    return fileName(facts, draft)
  }

  private func fileName(_ facts: PatentFacts, _ draft: Draft) -> String {
    let digits = String(draft.ordinal)
    let zeros = String(repeating: "0", count: max(0, 8 - digits.utf8.count))
    let letter = Character(Unicode.Scalar(facts.kind.rawValue))
    return "CN\(facts.kind.digit)\(zeros)\(digits)\(letter).xml"
  }

  private func appendRoot(_ facts: PatentFacts, _ draft: Draft) {
    text.append(
      """
      <?xml version="1.0" encoding="utf-8" standalone="no"?>
      <!DOCTYPE business:PatentDocumentAndRelated SYSTEM \
      "/DTDS/ExternalStandards/ipphdb-entities.dtd"[]>
      <business:PatentDocumentAndRelated xmlns:base="http://www.sipo.gov.cn/XMLSchema/base" \
      xmlns:business="http://www.sipo.gov.cn/XMLSchema/business" xsdVersion="V2.2.1" status="C" \
      lang="zh" country="CN" docNumber="
      """)
    appendNumber(facts, draft)
    text.append("\" kind=\"")
    text.append(facts.kind.rawValue)
    text.append("\" datePublication=\"")
    appendDate(month: facts.publication.month, day: facts.publication.day, separator: "")
    text.append("\">\n<business:BibliographicData>\n")
  }

  private func appendPublication(_ facts: PatentFacts, _ draft: Draft) {
    for format in ["original", "standard"] {
      text.append("<business:PublicationReference dataFormat=\"")
      text.append(format)
      text.append(
        """
        " sequence="1">
        <base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>
        """)
      appendNumber(facts, draft)
      text.append("</base:DocNumber><base:Kind>")
      text.append(facts.kind.rawValue)
      text.append("</base:Kind><base:Date>")
      appendDate(month: facts.publication.month, day: facts.publication.day, separator: "")
      text.append("</base:Date></base:DocumentID>\n</business:PublicationReference>\n")
    }
  }

  private func appendClasses(_ facts: PatentFacts) {
    text.append("<business:ClassificationIPCRDetails>\n")
    for symbol in facts.classes {
      text.append("<business:ClassificationIPCR><base:Text>")
      text.append(Subject.all.elements[symbol.subject].symbol)
      text.append("    ")
      text.append(symbol.group)
      text.append("/")
      text.append(symbol.subgroup, digits: 2)
      text.append("    (2006.01)</base:Text></business:ClassificationIPCR>\n")
    }
    text.append("</business:ClassificationIPCRDetails>\n")
  }

  private func appendParties(_ facts: PatentFacts) {
    text.append("<business:ApplicantDetails>\n")
    for applicant in facts.applicants {
      text.append(
        """
        <business:Applicant dataFormat="original" lang="zh"><base:AddressBook lang="zh"><base:Name>
        """)
      Names.appendOrganisation(applicant, to: text)
      text.append("</base:Name><base:Address><base:Province>")
      text.append(Names.place(ofOrganisation: applicant))
      text.append(
        "</base:Province></base:Address></base:AddressBook></business:Applicant>\n")
    }
    text.append("</business:ApplicantDetails>\n<business:InventorDetails>\n")
    for person in facts.inventors {
      text.append(
        """
        <business:Inventor dataFormat="original" lang="zh"><base:AddressBook lang="zh"><base:Name>
        """)
      Names.appendPerson(person, to: text)
      text.append("</base:Name></base:AddressBook></business:Inventor>\n")
    }
    text.append("</business:InventorDetails>\n")
  }

  private func appendClaims(_ facts: PatentFacts, _ draft: inout Draft) {
    guard facts.claims > 0 else { return }
    text.append("<business:Claims>\n")
    for claim in 1...facts.claims {
      text.append("<business:Claim><business:ClaimText>")
      text.append(claim)
      text.append(".")
      appendClaim(claim, &draft)
      text.append("</business:ClaimText></business:Claim>\n")
    }
    text.append("</business:Claims>\n")
  }
}
