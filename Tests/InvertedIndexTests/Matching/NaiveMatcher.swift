import InvertedIndex
import Storage
import TestSupport

/// Decides a condition for a document of the model by reading it; the slow twin of the matcher.
enum NaiveMatcher {
  static func matches(_ document: ModelDocument, _ condition: Condition) -> Bool {
    switch condition {
    case .everything: return true
    case .term(let form, let field): return terms(of: document, field).contains { $0.form == form }
    case .words(let prefix, let field, let accepts):
      return terms(of: document, field).contains { term in
        guard case .word(let word) = term else { return false }
        return word.starts(with: prefix) && accepts(word)
      }
    case .kinds(let kinds): return kinds.contains(document.kind)
    case .dates(let range): return range.contains(document.date)
    case .identifiers(let identifiers): return identifiers.contains(Array(document.identifier.utf8))
    case .named(let condition, let accepts):
      return matches(document, condition) && accepts(Array(document.identifier.utf8))
    case .sources(let accepts): return accepts(Array(document.source.utf8))
    case .values(_, let condition, let makeAccepts):
      let accepts = makeAccepts()
      return matches(document, condition) && document.people.contains { accepts(Array($0.utf8)) }
    case .checked(let condition, let check):
      return matches(document, condition)
        && (check as? ModelCheck)?.accepts(identifier: document.identifier) ?? false
    case .all(let conditions): return conditions.allSatisfy { matches(document, $0) }
    case .any(let conditions): return conditions.contains { matches(document, $0) }
    case .not(let condition): return !matches(document, condition)
    }
  }

  private static func terms(
    of document: ModelDocument, _ field: PostingsField
  ) -> [ModelDocument.Term] {
    field == .title ? document.titleTerms : document.terms
  }

  /// A condition of random parts.
  static func random(
    _ documents: [ModelDocument], depth: Int, using generator: inout SeededGenerator
  ) -> Condition {
    func parts() -> [Condition] {
      (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        random(documents, depth: depth - 1, using: &generator)
      }
    }
    switch Int.random(in: depth > 0 ? 0...14 : 4...14, using: &generator) {
    case 0, 1: return .all(parts())
    case 2: return .any(parts())
    case 3: return .not(random(documents, depth: depth - 1, using: &generator))
    case 4: return .kinds([1, UInt8.random(in: 0...6, using: &generator)])
    case 5:
      let first = UInt32.random(in: 20_000_000...20_000_900, using: &generator)
      return .dates(first...(first + 250))
    case 6: return .identifiers(["D3", "D77", "X"].map { Array($0.utf8) })
    case 7:
      let digit = UInt8(ascii: "0") + UInt8.random(in: 0...4, using: &generator)
      return .sources { $0.contains(digit) }
    case 8:
      let digit = UInt8(ascii: "0") + UInt8.random(in: 0...9, using: &generator)
      return .values(
        of: .person, among: random(documents, depth: 0, using: &generator)
      ) { { $0.last == digit } }
    case 9:
      return .words(
        prefix: Array((["word", "word1", "word38"].randomElement(using: &generator) ?? "x").utf8),
        in: Bool.random(using: &generator) ? .text : .title
      ) { $0.count.isMultiple(of: 2) }
    case 10:
      return .checked(
        among: random(documents, depth: 0, using: &generator),
        by: ModelCheck(divisor: Int.random(in: 2...4, using: &generator)))
    case 11:
      let digit = UInt8(ascii: "0") + UInt8.random(in: 0...9, using: &generator)
      return .named(among: random(documents, depth: 0, using: &generator)) { $0.last == digit }
    default:
      let terms = documents.randomElement(using: &generator)?.terms ?? []
      let term = terms.randomElement(using: &generator)
      return .term(
        term?.form ?? .key(0), in: Bool.random(using: &generator) ? .text : .title)
    }
  }
}

/// A check that lets through documents by the number in their identifier.
struct ModelCheck: DocumentCheck {
  let divisor: Int

  func accepts(identifier: String) -> Bool {
    (Int(identifier.dropFirst()) ?? 0).isMultiple(of: divisor)
  }

  func forEachAccepted(
    among set: DocumentSet, in segment: SegmentReader, _ body: (UInt32) -> Void
  ) throws(StorageError) {
    try set.forEach { (document) throws(StorageError) in
      let identifier = String(decoding: try segment.identifier(of: document), as: UTF8.self)
      if accepts(identifier: identifier) { body(document) }
    }
  }
}
