import InvertedIndex
import Storage
import TestSupport

/// Words by number, as an analyzer would keep them.
final class ListedWords: WordTable {
  private(set) var words: [[UInt8]] = []
  private var numbers: [[UInt8]: UInt32] = [:]

  var count: Int { words.count }
  var memoryInBytes: Int { 0 }

  func number(of word: [UInt8]) -> UInt32 {
    if let known = numbers[word] { return known }
    numbers[word] = UInt32(words.count)
    words.append(word)
    return UInt32(words.count - 1)
  }

  func idsInByteOrder() -> [UInt32] {
    (0..<UInt32(words.count)).sorted {
      words[Int($0)].lexicographicallyPrecedes(words[Int($1)])
    }
  }

  func withBytes<Result, Failure: Error>(
    of id: UInt32, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let word = words[Int(id)]
    let span = word.span
    return try unsafe span.withUnsafeBufferPointer { (bytes) throws(Failure) in
      try unsafe body(bytes)
    }
  }

  func removeAll() {
    words = []
    numbers = [:]
  }
}

/// A document as a test makes it up.
struct ModelDocument: Equatable {
  enum Term: Hashable {
    case key(UInt32)
    case word([UInt8])

    var form: QueryTerm.Form {
      switch self {
      case .key(let key): .key(key)
      case .word(let word): .word(word)
      }
    }
  }

  var terms: [Term] = []
  var titleTerms: [Term] = []
  var kind: UInt8 = 0
  var isUnique = false
  var date: UInt32 = 0
  var identifier = ""
  var source = "0\u{0}a.jsonl"
  var ordinal: UInt32 = 1
  var people: [String] = []
  var stored = ""

  /// The length that the model gives a document: its text terms.
  var length: Int { terms.count }

  /// Documents of random terms: a few frequent, many rare, so that all forms of lists occur.
  static func random(
    _ count: Int, vocabulary: Int, meanLength: Int, using generator: inout SeededGenerator
  ) -> [ModelDocument] {
    (0..<count).map { number in
      var document = ModelDocument()
      let length = Int.random(in: 0...(2 * meanLength), using: &generator)
      for _ in 0..<length {
        // Squaring twice makes low numbers frequent.
        let spread = Double.random(in: 0..<1, using: &generator)
        let term = Int(spread * spread * spread * Double(vocabulary))
        document.terms.append(
          term % 7 == 3 ? .word(Array("word\(term)".utf8)) : .key(UInt32(term * 977)))
      }
      document.titleTerms = Array(document.terms.prefix(3))
      document.kind = UInt8(number % 5)
      document.date = UInt32(20_000_101 + number)
      document.identifier = "D\(number)"
      document.ordinal = UInt32(number + 1)
      document.people = ["人\(number % 11)", "人\(number % 3)"]
      document.stored = "text of \(number) " + String(repeating: "知搜", count: number % 40)
      return document
    }
  }
}

extension SegmentBuilder {
  func add(_ document: ModelDocument, words: ListedWords) throws {
    beginDocument()
    append(document.terms.map { key($0, words) }, to: .text)
    append(document.titleTerms.map { key($0, words) }, to: .title)
    for person in document.people {
      unsafe Array(person.utf8).withUnsafeBytes { unsafe append($0, to: .person) }
    }
    let identifier = Array(document.identifier.utf8)
    let source = Array(document.source.utf8)
    let stored = Array(document.stored.utf8)
    unsafe try identifier.withUnsafeBytes { identifier in
      unsafe try source.withUnsafeBytes { source in
        unsafe try stored.withUnsafeBytes { stored in
          try unsafe endDocument(
            DocumentEntry(
              kind: document.kind, hasUniqueIdentifier: document.isUnique, date: document.date,
              length: UInt32(document.length), identifier: identifier, sourceName: source,
              sourceOrdinal: document.ordinal, stored: stored))
        }
      }
    }
  }

  private func append(_ keys: [UInt32], to field: PostingsField) {
    unsafe keys.withUnsafeBufferPointer { unsafe append($0, to: field) }
  }

  private func key(_ term: ModelDocument.Term, _ words: ListedWords) -> UInt32 {
    switch term {
    case .key(let key): key
    case .word(let word): words.number(of: word) | SegmentBuilder.wordFlag
    }
  }
}

/// Builds indexes of model documents.
enum ModelIndex {
  static let analyzer = AnalyzerStamp(name: "model", version: 1)

  /// Writes and commits documents, cut into so many segments before they are merged.
  @discardableResult
  static func build(
    _ documents: [ModelDocument], in folder: TemporaryFolder, runs: Int = 1,
    keeping: ([UInt8]) -> Bool = { _ in false }
  ) throws -> IndexWriter.Outcome {
    let writer = try IndexWriter(
      directory: Directory(path: folder.path), analyzer: analyzer)
    let builder = try SegmentBuilder(directory: writer.directory, budget: 1 << 20)
    let words = ListedWords()
    let size = max(1, (documents.count + runs - 1) / runs)
    for start in stride(from: 0, to: documents.count, by: size) {
      let run = start / size
      try builder.begin(writer.newSegments.files(ofRun: run, part: 0))
      for document in documents[start..<min(start + size, documents.count)] {
        try builder.add(document, words: words)
      }
      let form = runs == 1 ? SegmentForm.finished : .intermediate
      try builder.flush(words: words, as: form)
      writer.newSegments.add(run: run, part: 0, form: form)
    }
    return try writer.commit(keeping: keeping)
  }

  static func open(_ folder: TemporaryFolder) throws -> IndexSnapshot {
    try IndexSnapshot(Directory(path: folder.path), analyzer: analyzer)
  }
}
