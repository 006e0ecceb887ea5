/// What is wrong with a query, and where.
public struct QueryProblem: Hashable, Sendable {
  /// The kinds of problems.
  public enum Code: String, CaseIterable, Hashable, Sendable {
    /// A quotation mark opens a phrase that nothing closes.
    case unclosedQuote = "unclosed-quote"
    /// A phrase has nothing in it.
    case emptyPhrase = "empty-phrase"
    /// A parenthesis opens a group that nothing closes.
    case unclosedParenthesis = "unclosed-parenthesis"
    /// A parenthesis closes what nothing opened.
    case unexpectedParenthesis = "unexpected-parenthesis"
    /// A group has nothing in it.
    case emptyGroup = "empty-group"
    /// An operator has nothing to work on.
    case missingOperand = "missing-operand"
    /// No field has this name, but one with a name like it.
    case unknownField = "unknown-field"
    /// There is no value behind the name of a field.
    case emptyFieldValue = "empty-field-value"
    /// A value of a date field is no date.
    case badDate = "bad-date"
    /// A range ends before it begins.
    case reversedRange = "reversed-range"
    /// A range is asked of a field whose values have no order.
    case rangeWithoutOrder = "range-without-order"
    /// A value of the field of kinds is no kind.
    case unknownKind = "unknown-kind"
    /// What follows `^` is no number, or one out of bounds.
    case badBoost = "bad-boost"
    /// Groups and operators are inside one another too often.
    case nestingTooDeep = "nesting-too-deep"
    /// There are too many words, phrases and other operands.
    case tooManyClauses = "too-many-clauses"
    /// The text is too long.
    case queryTooLong = "query-too-long"
  }

  /// The kind of problem.
  public let code: Code
  /// The place, in bytes of the text in UTF-8.
  public let bytes: Range<Int>
  /// The place, in characters of the text: all that have a part in it.
  public let characters: Range<Int>
  let reasonMessage: Message
  let adviceMessage: Message

  /// What was expected and what was found, in one line.
  public var reason: String { reasonMessage.description }

  /// What to do about it, in one line.
  public var advice: String { adviceMessage.description }

  /// One line: reason and advice.
  public var message: Message { "\(reasonMessage); \(adviceMessage)" }
}

extension QueryProblem: CustomStringConvertible {
  /// The message in English.
  public var description: String { message.description }
}
