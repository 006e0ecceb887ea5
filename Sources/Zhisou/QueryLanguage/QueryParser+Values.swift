/// What values fields accept.
extension QueryParser {
  /// The place of the two dots of a range in a word: in a field with an order, or between numbers.
  func rangeDots(in word: Range<Int>) -> Int? {
    guard let field, let dots = dots(in: word) else { return nil }
    if field.isOrdered { return dots }
    // Elsewhere `../a` and `等等..` are text.
    let sides = [word.lowerBound..<dots, dots + 2..<word.upperBound].filter { !$0.isEmpty }
    return !sides.isEmpty && sides.allSatisfy { text.scalars[$0.lowerBound].isNumber } ? dots : nil
  }

  private func dots(in word: Range<Int>) -> Int? {
    word.dropLast().first { place in
      text.part(at: place) == "." && text.part(at: place + 1) == "."
        && !text.escapes.contains(place - 1)
    }
  }

  /// A range of values, checked.
  mutating func rangeExpression(_ word: Range<Int>, dots: Int) -> QueryExpression {
    let (from, through) = (word.lowerBound..<dots, dots + 2..<word.upperBound)
    if let field, !field.isOrdered {
      mistakes.append(QueryMistake(.rangeWithoutOrder, word))
    } else if from.isEmpty, through.isEmpty {
      mistakes.append(QueryMistake(.badDate, word))
    } else {
      let (first, last) = (checkedDate(from), checkedDate(through))
      if let first, let last, first.lower > last.upper {
        mistakes.append(QueryMistake(.reversedRange, word))
      }
    }
    return .range(
      from: from.isEmpty ? nil : text.text(in: from),
      through: through.isEmpty ? nil : text.text(in: through))
  }

  /// Checks words, or what is in a phrase.
  mutating func checkValue(_ range: Range<Int>) {
    switch field {
    case .date: _ = checkedDate(range)
    case .kind: checkKinds(range)
    default: break
    }
  }

  /// Checks a prefix: no date and no kind is one.
  mutating func checkPrefix(_ range: Range<Int>) {
    switch field {
    case .date: mistakes.append(QueryMistake(.badDate, range))
    case .kind: mistakes.append(unknownKind(range.dropLast(), place: range))
    default: break
    }
  }

  private mutating func checkedDate(_ range: Range<Int>) -> QueryDate? {
    guard !range.isEmpty else { return nil }
    let date = QueryDate(text.text(in: range))
    if date == nil { mistakes.append(QueryMistake(.badDate, range)) }
    return date
  }

  private mutating func checkKinds(_ range: Range<Int>) {
    guard DocumentKind.kinds(inQueryList: text.text(in: range)) == nil else { return }
    for name in text.listMembers(in: range) where mistakes.count < ParsedQuery.mostProblems {
      if text.isWhiteSpace(in: name) {
        mistakes.append(QueryMistake(.emptyFieldValue, range))
        return
      } else if DocumentKind(queryName: text.text(in: name)) == nil {
        mistakes.append(unknownKind(name, place: name))
      }
    }
  }

  private func unknownKind(_ name: Range<Int>, place: Range<Int>) -> QueryMistake {
    let name = text.text(in: name)
    let known = DocumentKind.allCases.flatMap(\.queryNames)
    let nearest = name.utf8.count <= 32 ? NearestNames.nearest(to: name, among: known) : []
    return QueryMistake(.unknownKind, place, nearest: nearest)
  }
}
