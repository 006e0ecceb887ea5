import Storage
import TestSupport
import Testing

@testable import InvertedIndex

/// An index of one segment, of which a test damages one file at a time.
struct DamagedIndex {
  /// How a file was damaged.
  struct Damage: CustomStringConvertible {
    let file: String
    let bytes: [UInt8]
    let description: String
  }

  static let files = ["manifest"] + SegmentFiles(number: 1).all
  private static let everyTerm: [QueryTerm.Form] = [
    .key(0), .key(977), .key(9770), .key(5 * 977), .word(Array("word3".utf8)),
    .union(range: 0..<9770, others: [977 * 2, 977 * 30]),
  ]

  let folder = TemporaryFolder()
  private let intact: [String: [UInt8]]

  init(_ documents: [ModelDocument]) throws {
    try ModelIndex.build(documents, in: folder)
    var intact: [String: [UInt8]] = [:]
    for name in Self.files {
      intact[name] = TestFile.read(folder.path(name))
      #expect(intact[name]?.isEmpty == false)
    }
    self.intact = intact
  }

  func bytes(of file: String) -> [UInt8] { intact[file, default: []] }

  /// One byte of a file changed by a pattern of bits.
  func flip(_ file: String, at place: Int, _ bits: UInt8) -> Damage {
    var bytes = bytes(of: file)
    bytes[place] ^= bits
    return Damage(file: file, bytes: bytes, description: "\(file), byte \(place) xor \(bits)")
  }

  /// The first bytes of a file alone.
  func cut(_ file: String, to length: Int) -> Damage {
    Damage(
      file: file, bytes: Array(bytes(of: file)[..<length]),
      description: "\(file), the first \(length) bytes")
  }

  /// Damages a file, does something with the index and mends it again.
  ///
  /// - Returns: whether the damage was noticed; any error but a typed one fails the test.
  func suffer(_ damage: Damage, _ body: (TemporaryFolder) throws -> Void) -> Bool {
    TestFile.write(damage.bytes, to: folder.path(damage.file))
    defer { TestFile.write(bytes(of: damage.file), to: folder.path(damage.file)) }
    do {
      try body(folder)
      return false
    } catch is StorageError {
      return true
    } catch is IndexError {
      return true
    } catch {
      Issue.record(error, "\(damage)")
      return true
    }
  }

  static func verify(_ folder: TemporaryFolder) throws {
    try ModelIndex.open(folder).verify()
  }

  /// Reads every term, every list and some documents; damage in one does not spare the others.
  static func readAll(_ folder: TemporaryFolder) throws {
    let snapshot = try ModelIndex.open(folder)
    for segment in snapshot.segments {
      for field in segment.fields {
        _ = try? readKeys(of: field)
        _ = try? readWords(of: field)
      }
      for document in stride(from: 0, to: UInt32(segment.info.documents), by: 25) {
        _ = try? segment.documents.document(document)
        _ = try? segment.source(of: document)
        if let identifier = try? segment.identifier(of: document) {
          _ = try? segment.documents(withIdentifier: identifier)
        }
        for column in segment.columns { _ = try? column.strings(of: Int(document)) }
      }
    }
  }

  private static func readKeys(of field: FieldReader) throws {
    var keys = KeyDictionary.Cursor(field.keys)
    while let term = try keys.next() {
      _ = try field.keys.find(term.key)
      if let list = try? field.postings(term.info) { _ = try? PlainPostings.read(list) }
    }
  }

  private static func readWords(of field: FieldReader) throws {
    let words = WordDictionary.Cursor(field.words)
    while let term = try words.next() {
      _ = try field.words.find(term.word)
      if let list = try? field.postings(term.info) { _ = try? PlainPostings.read(list) }
    }
  }

  /// One condition of each form, and all of them together.
  private static var everyCondition: [Condition] {
    let terms = everyTerm.map { Condition.term($0, in: .text) }
    let conditions: [Condition] = [
      .all(terms), .any(terms), .not(.any(terms)), .kinds([0, 1, 2]), .dates(1...99_999_999),
      .identifiers([Array("D1".utf8), Array("D7".utf8)]), .sources { $0.count < 99 },
      .words(prefix: Array("w".utf8), in: .text) { $0.count < 99 },
      .values(of: .person, among: .everything) { { $0.count < 99 } },
    ]
    return conditions + [.any(conditions), .all(conditions)]
  }

  /// Searches in several ways.
  static func search(_ folder: TemporaryFolder) throws {
    let scorer = try SnapshotScorer(ModelIndex.open(folder))
    for form in everyTerm {
      _ = try? scorer.search(SearchRequest([QueryTerm(form)], limit: 5))
      _ = try? scorer.search(SearchRequest([QueryTerm(form, in: .title)], limit: 5))
    }
    let terms = everyTerm.map { QueryTerm($0) }
    for condition in everyCondition {
      var request = SearchRequest(terms, limit: 5)
      request.condition = condition
      request.collectsMatches = true
      guard let sets = try? scorer.search(request).matched else { continue }
      let counter = FacetCounter(scorer.snapshot, sets)
      _ = (counter.kinds(), counter.years())
      for field in OrdinalField.allCases {
        _ = try? counter.values(of: field, limit: 3)
        _ = try? counter.groups(of: field, limit: 3) { $0.prefix(1) + [] }
      }
    }
    _ = try scorer.search(SearchRequest(terms, limit: 5))
  }

  /// Merges the segment with itself, a third of the documents left out once.
  static func merge(_ folder: TemporaryFolder) throws {
    let reader = try SegmentReader(1, in: Directory(path: folder.path))
    var sources = [MergeSource(reader), MergeSource(reader)]
    try sources[1].remove { (document) throws(StorageError) in document % 3 == 1 }
    _ = try SupersededDocuments.remove(from: &sources)
    let target = TemporaryFolder()
    try SegmentMerger(sources).write(
      SegmentFiles(number: 2), in: Directory(path: target.path))
  }

  /// Opens the index to write to it, keeps half of its documents and commits.
  static func commit(_ folder: TemporaryFolder) throws {
    let target = TemporaryFolder()
    for name in files { TestFile.write(TestFile.read(folder.path(name)), to: target.path(name)) }
    _ = try ModelIndex.build([], in: target) { $0.first == UInt8(ascii: "0") }
    try ModelIndex.open(target).verify()
  }
}
