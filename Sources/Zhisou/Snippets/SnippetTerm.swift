internal import Analysis

/// A term that snippets look for, and what it counts for a passage to have it.
struct SnippetTerm {
  let term: IndexedTerm
  let weight: Double
}
