extension Explanation {
  /// The explanation as a JSON object.
  public var value: JSONText.Value {
    .object([
      ("score", .score(score)), ("length", .integer(length)),
      ("average_length", .number(averageLength)), ("terms", .array(parts.map(\.value))),
    ])
  }

  /// The explanation as sentences in Chinese, one for each term and one for the sum.
  public var chineseSentences: [String] {
    let sentences = parts.map { part in
      let places = part.places.map { "\($0.chineseName)「\(part.term)」\($0.frequency) 次" }
      let boost = part.boost == 1 ? "" : "，权重 ×\(part.boost)"
      return "命中\(places.joined(separator: "、"))，全库 \(part.documentFrequency) 篇有此词\(boost)，"
        + "得 \(part.score.twoDecimals) 分"
    }
    return sentences + [
      "共 \(score.twoDecimals) 分；本篇长 \(length) 字位，平均 \(averageLength.oneDecimal)"
    ]
  }

  /// The explanation as sentences in English, one for each term and one for the sum.
  public var englishSentences: [String] {
    let sentences = parts.map { part in
      let places = part.places.map {
        "\(JSONText.quoted(part.term)) \($0.frequency == 1 ? "once" : "\($0.frequency) times") "
          + "in the \($0.englishName)"
      }
      let owners =
        part.documentFrequency == 1 ? "1 document has" : "\(part.documentFrequency) documents have"
      let boost = part.boost == 1 ? "" : ", boosted ×\(part.boost)"
      return "\(places.joined(separator: ", ")); \(owners) it\(boost): \(part.score.twoDecimals)"
    }
    return sentences + [
      "\(score.twoDecimals) in all; \(length) positions long, \(averageLength.oneDecimal) on average"
    ]
  }
}

extension BinaryFloatingPoint {
  fileprivate var twoDecimals: String {
    let hundredths = Int((self * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  fileprivate var oneDecimal: String {
    let tenths = Int((self * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension Explanation.Part {
  fileprivate var value: JSONText.Value {
    .object([
      ("term", .string(term)), ("frequency", .integer(frequency)),
      ("fields", .object(places.map { ($0.field, .integer($0.frequency)) })),
      ("document_frequency", .integer(documentFrequency)),
      ("idf", .number(inverseDocumentFrequency)), ("boost", .score(boost)),
      ("weight", .score(weight)), ("saturation", .score(saturation)), ("score", .score(score)),
    ])
  }
}

extension Explanation.Part.Place {
  fileprivate var chineseName: String {
    switch field {
    case "title": "标题"
    case "person": "人员"
    case "org": "单位"
    case "code": "代码"
    default: "正文"
    }
  }

  fileprivate var englishName: String {
    switch field {
    case "title": "title"
    case "person": "people"
    case "org": "organisations"
    case "code": "codes"
    default: "text"
    }
  }
}
