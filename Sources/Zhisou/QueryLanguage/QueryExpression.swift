/// What a query asks for: the syntax tree of the query language.
///
/// The parser gives trees in one normal form:
/// - words are trimmed of white space, and prefixes have none and end in a letter, a digit or a mark;
/// - nothing is negated twice, and no operand of AND is itself an AND, none of OR an OR;
/// - AND, OR and a list have two operands or more;
/// - clauses of a list that may match are no negations, and never are two of them, one behind the
///   other, plain words.
///
/// A tree in this form is the same tree again when its `description` is parsed.
public indirect enum QueryExpression: Hashable, Sendable {
  /// Every document: `*`.
  case everything
  /// A run of plain words as they were written, with the white space and punctuation between them.
  case words(String)
  /// Words that stand together in this order: `"烧伤 裂纹"`.
  case phrase(String)
  /// What begins with a text, which is given without the star: `H01L*`.
  case prefix(String)
  /// Values from one to another, both included; without a bound when nil: `2019..2023`, `2019..`.
  case range(from: String?, through: String?)
  /// Something to be found in one field only: `title:砂轮`.
  case field(QueryField, QueryExpression)
  /// Something that counts that many times as much: `砂轮^2`.
  case boosted(QueryExpression, Float)
  /// What does not match: `NOT 砂轮`.
  case not(QueryExpression)
  /// What matches all of several: `磨削 AND 烧伤`.
  case all([QueryExpression])
  /// What matches one of several at least: `砂轮 OR 磨料`.
  case any([QueryExpression])
  /// Clauses side by side: `+磨削 烧伤 -砂轮`.
  case list([Clause])

  /// A part of a list, and what it does to the list.
  public struct Clause: Hashable, Sendable {
    /// Whether a clause must match.
    public enum Occurrence: Hashable, Sendable {
      /// It may match, and one of those that may does when none must.
      case optional
      /// It must match: `+磨削`.
      case required
      /// It must not match: `-砂轮`.
      case prohibited
    }

    /// Whether it must match.
    public let occurrence: Occurrence
    /// What is to match.
    public let expression: QueryExpression

    /// Makes a clause.
    public init(_ occurrence: Occurrence, _ expression: QueryExpression) {
      self.occurrence = occurrence
      self.expression = expression
    }
  }
}
