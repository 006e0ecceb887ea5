extension QueryProblem {
  /// Puts a mistake into words.
  ///
  /// - Parameters:
  ///   - mistake: What is wrong, and where among the scalars.
  ///   - text: The text of the query.
  /// - Complexity: O(length of the text).
  init(_ mistake: QueryMistake, in text: String) {
    let scalars = text.unicodeScalars
    let start = scalars.index(scalars.startIndex, offsetBy: mistake.range.lowerBound)
    let end = scalars.index(start, offsetBy: mistake.range.count)
    code = mistake.code
    bytes =
      text.utf8.distance(
        from: text.startIndex, to: start)..<text.utf8.distance(from: text.startIndex, to: end)
    characters = Self.characters(of: text, touching: bytes)
    let found = JSONText.quoted(Self.shortened(scalars[start..<end]))
    reasonMessage = Self.reason(for: mistake.code, found: found)
    adviceMessage = Self.advice(for: mistake)
  }

  /// The characters that have a part in a range of bytes.
  private static func characters(of text: String, touching bytes: Range<Int>) -> Range<Int> {
    var (first, end, offset, index) = (0, 0, 0, 0)
    for character in text {
      let next = offset + character.utf8.count
      if next <= bytes.lowerBound { first = index + 1 }
      guard offset < bytes.upperBound else { break }
      end = index + 1
      (offset, index) = (next, index + 1)
    }
    return min(first, end)..<end
  }

  /// As much of a text as fits into a line beside the other words.
  private static func shortened(_ text: Substring.UnicodeScalarView) -> String {
    text.count > 40 ? String(text.prefix(39)) + "…" : String(text)
  }

  private static func reason(for code: Code, found: String) -> Message {
    switch code {
    case .unclosedQuote: "the phrase that begins here does not end"
    case .emptyPhrase: "there is nothing between the quotation marks"
    case .unclosedParenthesis: "the group that begins here does not end"
    case .unexpectedParenthesis: "this parenthesis closes no group"
    case .emptyGroup: "there is nothing between the parentheses"
    case .missingOperand: "\(found) has nothing to work on"
    case .unknownField: "there is no field \(found)"
    case .emptyFieldValue: "\(found) lacks a value"
    case .badDate: "\(found) is not a date"
    case .reversedRange: "the range \(found) ends before it begins"
    case .rangeWithoutOrder: "\(found) is a range, and the field has no order"
    case .unknownKind: "there is no kind \(found)"
    case .badBoost: "\(found) is not a boost from 0.001 to 1000"
    case .nestingTooDeep:
      "the query is nested more than \(ParsedQuery.deepestNesting) deep"
    case .tooManyClauses:
      "the query has more than \(ParsedQuery.mostClauses) words, phrases and other parts"
    case .queryTooLong: "the query has more than \(ParsedQuery.longestText) bytes"
    }
  }

  private static func advice(for mistake: QueryMistake) -> Message {
    switch mistake.code {
    case .unclosedQuote: #"close it, or write \" for the mark itself"#
    case .emptyPhrase: #"put words there, or write \"\" for the marks themselves"#
    case .unclosedParenthesis: #"close it with ), or write \( for the parenthesis itself"#
    case .unexpectedParenthesis: #"open one before it, or write \) for the parenthesis itself"#
    case .emptyGroup: #"put words there, or write \(\) for the parentheses themselves"#
    case .missingOperand: #"put a word there, or a backslash before the operator to search for it"#
    case .unknownField:
      """
      perhaps \(anyOf: mistake.nearest) is meant; a backslash before the colon makes it text
      """
    case .emptyFieldValue: "put one directly behind it; a backslash before a colon makes it text"
    case .badDate:
      "write 2019, 2019-05 or 2019-05-03, and 2019..2023 for a range"
    case .reversedRange: "write the earlier date first"
    case .rangeWithoutOrder: #"ranges are of dates, as date:2019..2023; \.. is text"#
    case .unknownKind:
      mistake.nearest.isEmpty
        ? "the kinds are \(list: DocumentKind.allCases.map(\.name))"
        : "perhaps \(anyOf: mistake.nearest) is meant"
    case .badBoost: #"write a number such as ^2 or ^0.5, or \^ for the sign itself"#
    case .nestingTooDeep, .tooManyClauses: "make it simpler, or cut it into several queries"
    case .queryTooLong: "cut it into several queries"
    }
  }
}
