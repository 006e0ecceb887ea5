/// Makes a tree of the tokens of a query.
///
/// A recursive descent by the grammar of <doc:QueryLanguage>. It recurs once for every group and
/// every field, so its depth is bounded; everything else is a loop.
///
/// - Complexity: O(length of the text).
struct QueryParser {
  /// A part of a list before the list is put together.
  struct Item {
    /// What a part may be taken for when it stands among plain words.
    enum Form {
      /// Plain words, or a group of nothing but plain words.
      case plain
      /// A star, which among plain words is one of them: `长 * 宽`.
      case star
      /// Anything that an operator has made something else.
      case other
    }

    var expression: QueryExpression
    var range: Range<Int>
    var form = Form.other
    var occurrence = QueryExpression.Clause.Occurrence.optional
  }

  let tokens: [QueryToken]
  let text: QueryText
  var mistakes: [QueryMistake] = []
  /// The innermost field that what is read now is a value of.
  private(set) var field: QueryField?
  private var position = 0
  private var nesting = 0
  private var clauses = 0

  init(tokens: [QueryToken], text: QueryText) {
    self.tokens = tokens
    self.text = text
  }

  /// Reads the whole query; what it gives is of no use when there are mistakes.
  mutating func parse() -> QueryExpression {
    do throws(QueryMistake) {
      guard !tokens.isEmpty else { return .words("") }
      let expression = try list().expression
      if expression.depth > ParsedQuery.deepestNesting {
        throw QueryMistake(.nestingTooDeep, 0..<text.count)
      }
      return expression
    } catch {
      mistakes.append(error)
      return .words("")
    }
  }

  // MARK: Operators

  /// Everything up to the end of a group or of the query.
  private mutating func list() throws(QueryMistake) -> Item {
    var items: [Item] = []
    while let token = current, token.kind != .close {
      items.append(try disjunction())
    }
    items = joiningPlainWords(items)
    if items.count == 1, items[0].occurrence == .optional { return items[0] }
    let clauses = items.map { QueryExpression.Clause($0.occurrence, $0.expression) }
    let range = items[0].range.lowerBound..<items[items.count - 1].range.upperBound
    return Item(expression: .juxtaposition(of: clauses), range: range)
  }

  private mutating func disjunction() throws(QueryMistake) -> Item {
    var items = [try conjunction()]
    while accept(.or) { items.append(try conjunction()) }
    return joined(items, by: QueryExpression.disjunction)
  }

  private mutating func conjunction() throws(QueryMistake) -> Item {
    var items = [try signed()]
    while accept(.and) { items.append(try signed()) }
    return joined(items, by: QueryExpression.conjunction)
  }

  private func joined(
    _ items: [Item], by join: ([QueryExpression]) -> QueryExpression
  ) -> Item {
    guard items.count > 1 else { return items[0] }
    // An operand that must match has to anyway under AND, and cannot have to under OR.
    let operands = items.map { item in
      item.occurrence == .prohibited
        ? QueryExpression.negation(of: item.expression) : item.expression
    }
    let range = items[0].range.lowerBound..<items[items.count - 1].range.upperBound
    return Item(expression: join(operands), range: range)
  }

  /// An operand with the signs and NOTs before it; by itself it may be a run of words.
  private mutating func signed(isValue: Bool = false) throws(QueryMistake) -> Item {
    var isNegated = false
    var isRequired = false
    let first = position
    while let token = current {
      switch token.kind {
      case .not, .minus: isNegated.toggle()
      case .plus: isRequired = true
      case .and, .or, .close: return missingOperand()
      default:
        var item = try operand(isRun: position == first && !isValue)
        item.occurrence = isNegated ? .prohibited : isRequired ? .required : .optional
        return item
      }
      position += 1
    }
    return missingOperand()
  }

  /// Notes that an operator has nothing to work on: the one before, or else the one that is next.
  private mutating func missingOperand() -> Item {
    let previous = position > 0 ? tokens[position - 1] : nil
    let next = tokens[min(position, tokens.count - 1)]
    let blamed = previous?.awaitsOperand == true ? previous ?? next : next
    if case .field = blamed.kind {
      mistakes.append(QueryMistake(.emptyFieldValue, blamed.range))
    } else {
      mistakes.append(QueryMistake(.missingOperand, blamed.range))
    }
    return Item(expression: .words(""), range: blamed.range)
  }

  // MARK: Operands

  private mutating func operand(isRun: Bool) throws(QueryMistake) -> Item {
    let token = tokens[position]
    position += 1
    var item: Item
    switch token.kind {
    case .open: item = try group(openedBy: token)
    case .field(let field): item = try value(of: field, named: token)
    default: item = try simpleOperand(token, isRun: isRun)
    }
    if case .boost(let boost)? = current?.kind {
      position += 1
      item = Item(expression: .boosted(item.expression, boost), range: item.range)
    }
    return item
  }

  private mutating func group(openedBy open: QueryToken) throws(QueryMistake) -> Item {
    try descend(at: open)
    defer { nesting -= 1 }
    if let close = current, accept(.close) {
      mistakes.append(QueryMistake(.emptyGroup, open.range.lowerBound..<close.range.upperBound))
      return Item(expression: .words(""), range: open.range)
    }
    guard current != nil else {
      mistakes.append(QueryMistake(.unclosedParenthesis, open.range))
      return Item(expression: .words(""), range: open.range)
    }
    let inner = try list()
    if !accept(.close) { mistakes.append(QueryMistake(.unclosedParenthesis, open.range)) }
    return Item(
      expression: inner.expression,
      range: open.range.lowerBound..<tokens[position - 1].range.upperBound,
      form: inner.form == .plain ? .plain : .other)
  }

  private mutating func value(
    of field: QueryField, named name: QueryToken
  ) throws(QueryMistake) -> Item {
    try descend(at: name)
    defer { nesting -= 1 }
    let outer = self.field
    self.field = field
    defer { self.field = outer }
    let item = try signed(isValue: true)
    let value =
      item.occurrence == .prohibited
      ? QueryExpression.negation(of: item.expression) : item.expression
    return Item(
      expression: .field(field, value),
      range: name.range.lowerBound..<item.range.upperBound)
  }

  /// Counts a group or field that encloses what is read next.
  private mutating func descend(at token: QueryToken) throws(QueryMistake) {
    nesting += 1
    guard nesting <= ParsedQuery.deepestNesting else {
      throw QueryMistake(.nestingTooDeep, token.range)
    }
  }

  private mutating func simpleOperand(
    _ token: QueryToken, isRun: Bool
  ) throws(QueryMistake) -> Item {
    clauses += 1
    guard clauses <= ParsedQuery.mostClauses else {
      throw QueryMistake(.tooManyClauses, token.range)
    }
    switch token.kind {
    case .star:
      return Item(expression: .everything, range: token.range, form: .star)
    case .phrase:
      let content =
        token.range.lowerBound + 1..<max(token.range.lowerBound + 1, token.range.upperBound - 1)
      if !text.isWhiteSpace(in: content) { checkValue(content) }
      return Item(expression: .phrase(text.text(in: content)), range: token.range)
    case .prefix:
      checkPrefix(token.range)
      let content = token.range.dropLast()
      return Item(expression: .prefix(text.text(in: content)), range: token.range)
    default:
      return words(token.range, isRun: isRun)
    }
  }

  /// A word and, in a run, all that follow it up to one with a boost; or a range.
  private mutating func words(_ word: Range<Int>, isRun: Bool) -> Item {
    if let dots = rangeDots(in: word) {
      return Item(expression: rangeExpression(word, dots: dots), range: word)
    }
    var end = word.upperBound
    while isRun, let next = current, next.kind == .word, !isBoosted(position),
      rangeDots(in: next.range) == nil
    {
      end = next.range.upperBound
      position += 1
    }
    let range = word.lowerBound..<end
    checkValue(range)
    return Item(expression: .words(text.text(in: range)), range: range, form: .plain)
  }

  // MARK: Plain words

  /// Makes one run of words of plain words, groups of them and stars between them, as written.
  ///
  /// A group that nothing is done to is a remark in parentheses: `极限 (最大实体) 尺寸` is one text.
  private mutating func joiningPlainWords(_ items: [Item]) -> [Item] {
    var joined: [Item] = []
    var rest = items[...]
    while let first = rest.first {
      let run = rest.prefix { $0.occurrence == .optional && $0.form != .other }
      rest = rest.dropFirst(max(run.count, 1))
      guard run.count > 1, run.contains(where: { $0.form == .plain }) else {
        joined += run.isEmpty ? [first] : Array(run)
        continue
      }
      let range = first.range.lowerBound..<run[run.endIndex - 1].range.upperBound
      var words = text.text(in: first.range)
      for (item, next) in zip(run, run.dropFirst()) {
        let gap = item.range.upperBound..<next.range.lowerBound
        words += text.isWhiteSpace(in: gap) ? text.text(in: gap) : " "
        words += text.text(in: next.range)
      }
      checkValue(range)
      joined.append(Item(expression: .words(words), range: range, form: .plain))
    }
    return joined
  }

  // MARK: Tokens

  private var current: QueryToken? {
    position < tokens.count ? tokens[position] : nil
  }

  private func isBoosted(_ place: Int) -> Bool {
    guard place + 1 < tokens.count, case .boost = tokens[place + 1].kind else { return false }
    return true
  }

  private mutating func accept(_ kind: QueryToken.Kind) -> Bool {
    guard current?.kind == kind else { return false }
    position += 1
    return true
  }
}
