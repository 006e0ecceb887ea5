extension QueryExpression: CustomStringConvertible {
  /// The expression in the query language.
  ///
  /// Parsing it gives the same tree, if the tree is in normal form and the text not too long.
  public var description: String {
    guard case .words(let text) = self else {
      return QueryPrinter().text(of: self, in: .whole)
    }
    // Most plain words can be written as they are, and a text that is too long is not read at all.
    guard text.utf8.count <= ParsedQuery.longestText else { return text }
    let read = ParsedQuery.parse(text)
    if read.expression == self, read.problems.isEmpty { return text }
    let escaped = QueryPrinter().escaped(text)
    return escaped.utf8.count <= ParsedQuery.longestText ? escaped : text
  }
}
