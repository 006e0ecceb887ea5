extension QueryPrinter {
  /// Plain words with a backslash before everything that would be an operator.
  func escaped(_ words: String) -> String {
    let text = QueryText(words)
    let paired = Self.pairedParentheses(of: text)
    var escaped = String.UnicodeScalarView()
    var start = 0
    for place in 0..<text.count {
      let scalar = text.scalars[place]
      if place == start && isKeyword(at: place, in: text)
        || isOperator(at: place, in: text, word: start, paired)
      {
        escaped.append("\\")
      }
      escaped.append(scalar)
      if scalar.isWhiteSpace { start = place + 1 }
    }
    return String(escaped)
  }

  private func isKeyword(at place: Int, in text: QueryText) -> Bool {
    guard let keyword = QueryKeyword.at(place, in: text) else { return false }
    return text.part(at: keyword.end)?.isOfWord != true
  }

  /// Whether a character would be, or might become, an operator.
  private func isOperator(
    at place: Int, in text: QueryText, word start: Int, _ paired: Set<Int>
  ) -> Bool {
    let next = text.part(at: place + 1)
    switch text.part(at: place) {
    case "\"", "\\": return true
    case "(", ")": return !paired.contains(place)
    case ":":
      let name = text.text(in: max(start, place - QueryField.longestName - 1)..<place)
      return QueryField(name: name) != nil || QueryField.intended(by: name) != nil
    case "+", "-":
      guard place == start, let next else { return false }
      // A backslash may follow a sign.
      return next.canFollowSign || isOperator(at: place + 1, in: text, word: start, paired)
    case "*": return next?.isOfWord != true
    case "^": return next?.isNumber == true || next == "."
    case ".": return isInField && place > 0 && text.part(at: place - 1) == "."
    default: return false
    }
  }

  /// Parentheses inside words that belong together, as in `公差（m级）`: they are text.
  private static func pairedParentheses(of text: QueryText) -> Set<Int> {
    var paired: Set<Int> = []
    var open: [Int] = []
    for place in 0..<text.count {
      switch text.part(at: place) {
      case "(" where place > 0 && !text.scalars[place - 1].isWhiteSpace: open.append(place)
      case ")":
        guard let start = open.popLast() else { continue }
        paired.formUnion([start, place])
      default: break
      }
    }
    return paired
  }
}
