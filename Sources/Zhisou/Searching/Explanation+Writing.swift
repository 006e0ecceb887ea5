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
        + "得 \(part.score) 分"
    }
    let average = (averageLength * 10).rounded() / 10
    return sentences + ["共 \(score) 分；本篇长 \(length) 字位，平均 \(average)"]
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
}
