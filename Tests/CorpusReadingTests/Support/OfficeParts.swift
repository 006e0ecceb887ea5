/// Parts of Office documents, as short as they may be.
enum OfficeParts {
  /// A part with one relationship.
  static func relationship(_ type: String, _ target: String) -> String {
    relationships([("r1", type, target)])
  }

  static func relationships(_ list: [(id: String, type: String, target: String)]) -> String {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let elements = list.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(types)/\($0.type)\" Target=\"\($0.target)\"/>"
    }
    return """
      <?xml version="1.0"?><Relationships \
      xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      \(elements.joined())</Relationships>
      """
  }
}
