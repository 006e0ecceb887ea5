/// Cuts a query into tokens.
///
/// Most of what looks like an operator is text in the queries of technicians: `GB/T 1804-2000`,
/// `-20℃`, `C++`, `3/4"`, `mm^2`, `公差（m级）`. Hence operators count only at the borders of words,
/// and what else is said at each of them below.
///
/// - Complexity: O(length of the text).
struct QueryLexer {
  /// What stands directly before a place between words.
  private enum Border {
    /// White space, the start of the text, or a parenthesis that opens a group.
    case space
    /// An operator that takes the operand behind it: a sign, a keyword, the colon of a field.
    case operatorSign
    /// The end of a phrase, of a group or of a word.
    case operand
  }

  private(set) var text: QueryText
  private(set) var tokens: [QueryToken] = []
  private(set) var mistakes: [QueryMistake] = []
  private var place = 0
  private var border = Border.space
  /// For each open parenthesis whether it opened a group; the others are text.
  private var parentheses: [Bool] = []
  /// The place of the last quotation mark.
  private let lastMark: Int?

  init(_ text: QueryText) {
    self.text = text
    lastMark = text.scalars.lastIndex { $0.playedPart == "\"" }
  }

  /// Cuts the whole text.
  mutating func run() {
    while place < text.count {
      if text.scalars[place].isWhiteSpace {
        place += 1
        border = .space
      } else if !readMark(), !readParenthesis(), !readKeyword(), !readField() {
        readWord()
      }
    }
  }

  // MARK: Marks

  /// Reads a quotation mark, a sign, a star by itself or a boost.
  private mutating func readMark() -> Bool {
    switch text.part(at: place) {
    case "\"":
      readPhrase()
    case "+" where border != .operand && text.part(at: place + 1)?.canFollowSign == true:
      add(.plus, to: place + 1, then: .operatorSign)
    case "-" where border != .operand && text.part(at: place + 1)?.canFollowSign == true:
      add(.minus, to: place + 1, then: .operatorSign)
    case "*" where border != .operand && endsOperand(at: place + 1):
      add(.star, to: place + 1, then: .operand)
    case "^" where border == .operand:
      readBoost()
    default: return false
    }
    return true
  }

  private mutating func readPhrase() {
    var end = place + 1
    while let part = text.part(at: end), part != "\"" {
      if part == "\\", let next = text.part(at: end + 1), next == "\"" || next == "\\" {
        text.escapes.insert(end)
        end += 1
      }
      end += 1
    }
    if end >= text.count {
      mistakes.append(QueryMistake(.unclosedQuote, place..<place + 1))
      end = text.count
    } else {
      end += 1
      if text.isWhiteSpace(in: place + 1..<end - 1) {
        mistakes.append(QueryMistake(.emptyPhrase, place..<end))
      }
    }
    add(.phrase, to: end, then: .operand)
  }

  /// Reads what follows a phrase, a group, a star or a word that takes a boost.
  private mutating func readBoost() {
    let end = text.numberEnd(from: place + 1)
    guard end > place + 1, endsWord(at: end) else {
      var end = place + 1
      while !endsWord(at: end) { end += 1 }
      mistakes.append(QueryMistake(.badBoost, place..<end))
      add(.boost(1), to: end, then: .operand)
      return
    }
    let digits = String(String.UnicodeScalarView(text.scalars[place + 1..<end].map(\.halfWidth)))
    let boost = Float(digits) ?? 0
    if !ParsedQuery.boosts.contains(boost) {
      mistakes.append(QueryMistake(.badBoost, place..<end))
    }
    add(.boost(boost), to: end, then: .operand)
  }

  // MARK: Parentheses

  private mutating func readParenthesis() -> Bool {
    switch text.part(at: place) {
    case "(" where border == .operatorSign || border == .space && !enclosesNothing(at: place):
      parentheses.append(true)
      add(.open, to: place + 1, then: .space)
    case ")" where parentheses.last == true:
      parentheses.removeLast()
      add(.close, to: place + 1, then: .operand)
    case ")" where parentheses.isEmpty:
      mistakes.append(QueryMistake(.unexpectedParenthesis, place..<place + 1))
      place += 1
    default: return false
    }
    return true
  }

  /// Whether a parenthesis at a place is closed at once, as in `substring ()`.
  private func enclosesNothing(at place: Int) -> Bool {
    var next = place + 1
    while text.part(at: next)?.isWhiteSpace == true { next += 1 }
    return text.part(at: next) == ")"
  }

  // MARK: Names

  /// Reads AND, OR or NOT, unless it is a value directly behind a sign or a colon.
  private mutating func readKeyword() -> Bool {
    guard border != .operatorSign, let keyword = QueryKeyword.at(place, in: text) else {
      return false
    }
    switch text.part(at: keyword.end) {
    case nil, "\"", "(": break
    case ")" where parentheses.last == true: break
    case let part? where part.isWhiteSpace: break
    default: return false
    }
    add(keyword.kind, to: keyword.end, then: .operatorSign)
    return true
  }

  /// Reads the name of a field and the colon behind it, and complains of what should be one.
  private mutating func readField() -> Bool {
    guard border != .operand else { return false }
    var end = place
    while end - place <= QueryField.longestName, text.part(at: end)?.isLetter == true { end += 1 }
    guard end > place, text.part(at: end) == ":" else { return false }
    let next = text.part(at: end + 1)
    if next == ":" || next == "/" && text.part(at: end + 2) == "/" { return false }
    let name = text.text(in: place..<end)
    if let field = QueryField(name: name) {
      add(.field(field), to: end + 1, then: .operatorSign)
      return true
    }
    if next?.isWhiteSpace == false, let nearest = QueryField.intended(by: name) {
      mistakes.append(QueryMistake(.unknownField, place..<end, nearest: [nearest]))
    }
    return false
  }

  // MARK: Words

  private mutating func readWord() {
    var end = place
    if text.part(at: place) == "\\", let keyword = QueryKeyword.at(place + 1, in: text),
      text.part(at: keyword.end)?.isOfWord != true
    {
      text.escapes.insert(place)
      end = keyword.end
    }
    scan: while !endsWord(at: end) {
      switch text.part(at: end) {
      case "\\" where end + 1 < text.count && text.scalars[end + 1].isEscapable:
        text.escapes.insert(end)
        end += 1
      case "\"" where !text.isInchMark(at: end) && !isStrayMark(at: end): break scan
      case "(": parentheses.append(false)
      case ")": _ = parentheses.popLast()
      case "^" where isBoost(at: end) && text.takesBoost(place..<end):
        add(.word, to: end, then: .operand)
        readBoost()
        return
      case "*" where end > place && text.scalars[end - 1].isOfWord && endsOperand(at: end + 1):
        add(.prefix, to: end + 1, then: .operand)
        return
      default: break
      }
      end += 1
    }
    add(.word, to: end, then: .operand)
  }

  /// Whether a word ends at a place: with the text, white space, or the group that it is in.
  private func endsWord(at place: Int) -> Bool {
    guard let part = text.part(at: place) else { return true }
    return part.isWhiteSpace || part == ")" && parentheses.last == true
  }

  /// Whether a word ends at a place, or a boost stands there.
  private func endsOperand(at place: Int) -> Bool {
    endsWord(at: place) || isBoost(at: place)
  }

  /// Whether `^`, a number and the end of the word stand at a place.
  private func isBoost(at place: Int) -> Bool {
    guard text.part(at: place) == "^" else { return false }
    let end = text.numberEnd(from: place + 1)
    return end > place + 1 && endsWord(at: end)
  }

  /// Whether a mark inside a word is a right one, ”, that nothing closes and nothing has opened.
  private func isStrayMark(at place: Int) -> Bool {
    text.scalars[place] == "\u{201D}" && place == lastMark
  }

  private mutating func add(_ kind: QueryToken.Kind, to end: Int, then border: Border) {
    tokens.append(QueryToken(kind: kind, range: place..<end))
    place = end
    self.border = border
  }
}
