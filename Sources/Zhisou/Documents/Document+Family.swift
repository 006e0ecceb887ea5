extension Document {
  /// What publications of one invention have in common; `nil` for a document that is no patent.
  ///
  /// That is the family which the document names, or the number of its application, or else its
  /// publication number without the code that tells an application (A) from a grant (B, C, U).
  public var family: String? {
    guard kind == .patent else { return nil }
    for names in [Self.familyNames, Self.applicationNames] {
      for field in fields where !field.value.isEmpty {
        if names.contains(field.name.lowercasedASCII) { return "\(names[0]) \(field.value)" }
      }
    }
    var number = id.utf8[...]
    while let last = number.last, number.count > 2 {
      if (0x41...0x5A).contains(last) { return String(Substring(number.dropLast())) }
      guard number.count == id.utf8.count, (0x30...0x39).contains(last) else { break }
      number = number.dropLast()
    }
    return id
  }

  private static let familyNames = [
    "family", "family_id", "simple_family", "patent_family", "同族", "同族号", "专利族", "简单同族",
  ]
  private static let applicationNames = [
    "application_number", "application_no", "app_no", "appno", "申请号", "申请(专利)号", "专利申请号",
  ]
}
