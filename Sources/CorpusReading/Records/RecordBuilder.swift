/// Fills a record column by column: the rules that hold for every format.
///
/// A format appends the text of a value to `record.bytes` and then says what it was by `add`. The
/// builder trims it, splits lists, reads dates and kinds, puts ids into their normal form, drops
/// what must not be kept, and cuts what is too long. Values are ranges, so none of this copies text.
struct RecordBuilder {
  /// The record so far; a format may append to its bytes.
  var record = Record()
  /// Telephone and identity-card values left out of this record.
  private(set) var droppedPrivate = 0
  /// Whether a value was cut at a limit.
  private(set) var wasCut = false

  private let fieldLimit: Int
  private let recordLimit: Int
  private let valueLimit: Int
  private let keepsPrivateNumbers: Bool
  private var explicitKind: RecordKind?
  private var identifierRank: Column.IdentifierRank?
  private var dateRank: Column.DateRank?
  /// The values that stand for the id and the date, until a better one comes.
  private var identifierName: Range<Int> = 0..<0
  private var dateName: Range<Int> = 0..<0
  private var hasText = false
  private var personalName: Range<Int>?

  init(limits: ReadingLimits) {
    fieldLimit = limits.fieldBytes
    recordLimit = limits.recordBytes
    valueLimit = limits.recordValues
    keepsPrivateNumbers = limits.keepsPrivateNumbers
  }

  /// Bytes that may still be appended for a value that began at `start`.
  func room(from start: Int) -> Int {
    max(0, min(fieldLimit - (record.bytes.count - start), recordLimit - record.bytes.count))
  }

  /// Begins the next record.
  mutating func reset() {
    record.removeAll()
    droppedPrivate = 0
    wasCut = false
    explicitKind = nil
    identifierRank = nil
    dateRank = nil
    identifierName = 0..<0
    dateName = 0..<0
    hasText = false
    personalName = nil
  }

  /// Whether so many bytes may be appended to the empty record, wherever its values are in them.
  func canTake(bytes: Int) -> Bool {
    bytes <= min(fieldLimit, recordLimit)
  }

  /// Appends text as far as the limits allow; says so in `wasCut` when they did not.
  mutating func append(_ text: Span<UInt8>, valueStart: Int) {
    let room = room(from: valueStart)
    if text.count <= room {
      record.bytes.append(text)
      return
    }
    wasCut = true
    record.bytes.append(text.extracting(0..<room))
    cutCharacter(from: valueStart)
  }

  /// Cuts what began at `start` to the size of one field.
  mutating func cutField(from start: Int) {
    guard record.bytes.count - start > fieldLimit else { return }
    wasCut = true
    record.bytes.removeLast(record.bytes.count - start - fieldLimit)
    cutCharacter(from: start)
  }

  /// Adds a value that needs no more care.
  mutating func addSection(_ value: Record.Value) {
    hasText = true
    append(value)
  }

  private mutating func append(_ value: Record.Value) {
    if record.values.count < valueLimit {
      record.values.append(value)
    } else {
      wasCut = true
    }
  }

  /// Takes the bytes from `start` to the end as a value of `column`.
  ///
  /// `name` is the column's own name; it is stored where the value ends up as `.other`.
  /// Complexity: O(length of the text).
  mutating func add(_ column: Column, name: Span<UInt8>, from start: Int) {
    let text = Bytes.trimmed(record.bytes, from: start, to: record.bytes.count)
    guard !text.isEmpty, !drops(column) else {
      if !text.isEmpty { droppedPrivate += 1 }
      record.bytes.removeLast(record.bytes.count - start)
      return
    }
    add(column, name: column.keepsName ? stored(name) : 0..<0, trimmed: text)
  }

  /// Takes bytes of the record, wherever they stand in it, as a value of `column`, whose name is among
  /// them too if it `keepsName`.
  ///
  /// Complexity: O(length of the text).
  @inline(__always)
  mutating func add(_ column: Column, name: Range<Int>, _ bytes: Range<Int>) {
    let text = Bytes.trimmed(record.bytes, from: bytes.lowerBound, to: bytes.upperBound)
    guard !text.isEmpty else { return }
    if drops(column) {
      droppedPrivate += 1
      // What must not be kept does not stay between the values either.
      for index in text { record.bytes[index] = 0x20 }
    } else {
      add(column, name: name, trimmed: text)
    }
  }

  private mutating func add(_ column: Column, name: Range<Int>, trimmed text: Range<Int>) {
    switch column {
    case .field(let field):
      addField(field, text)
    case .section:
      addSection(Record.Value(field: .body, name: name, text: text))
    case .personalName:
      if personalName == nil { personalName = text }
      addField(.person, text)
    case .identifier(let rank):
      addIdentifier(rank, name: name, text)
    case .date(let rank):
      addDate(rank, name: name, text)
    case .kind, .type:
      addKind(column, name: name, text)
    case .personal, .other:
      addOther(name: name, text)
    }
  }

  /// Whether values of a column are left out: those that are private.
  func drops(_ column: Column) -> Bool {
    column == .personal && !keepsPrivateNumbers
  }

  /// Counts a private value that was left out before it came here.
  mutating func countDropped() {
    droppedPrivate += 1
  }

  /// Removes what an earlier value under the same name gave, where only one may stand.
  mutating func forget(_ column: Column) {
    switch column {
    case .field(let field):
      record.values.removeAll { $0.field == field }
    case .identifier(let rank) where identifierRank == rank:
      record.values.removeAll { $0.field == .id }
      identifierRank = nil
      record.identity = .withinFile
    case .date(let rank) where dateRank == rank:
      record.values.removeAll { $0.field == .date }
      dateRank = nil
      record.date = 0
    case .kind, .type:
      explicitKind = nil
    default:
      break
    }
  }

  /// Makes the record a notice that the one with its id is withdrawn.
  mutating func withdraw() {
    record.isDeletion = true
    hasText = true
  }

  /// Completes the record: kind, the names of craftsmen, ids that are unique by their form.
  ///
  /// Returns whether it says anything: an id alone is not a record.
  mutating func finish(kind defaultKind: RecordKind) -> Bool {
    record.kind = explicitKind ?? defaultKind
    let title = record.values.first { $0.field == .title }
    if title == nil, let personalName {
      record.values.append(Record.Value(field: .title, text: personalName))
    }
    if record.kind == .craftsman, let title, !record.values.contains(where: { $0.field == .person })
    {
      record.values.append(Record.Value(field: .person, text: title.text))
    }
    if record.kind == .patent, record.identity == .withinFile { recognisePublicationNumber() }
    return hasText
  }

  // MARK: - One column's rules

  private mutating func addField(_ field: Record.Field, _ text: Range<Int>) {
    hasText = true
    switch field {
    case .person, .organisation, .keyword:
      var list = ListText(text, of: field)
      while let part = list.next(in: record.bytes.span) {
        append(Record.Value(field: field, text: part))
      }
    case .duration:
      let readable = ISODuration.readable(text, in: &record.bytes)
      append(Record.Value(field: field, text: readable))
    case .code:
      var list = ListText(text, of: field)
      while let part = list.next(in: record.bytes.span) {
        let symbol = ClassificationSymbol.normalize(part, in: &record.bytes)
        append(Record.Value(field: field, text: symbol ?? part))
      }
    default:
      append(Record.Value(field: field, text: text))
    }
  }

  private mutating func addOther(name: Range<Int>, _ text: Range<Int>) {
    hasText = true
    append(Record.Value(field: .other, name: name, text: text))
  }

  /// The range of a name in the record's bytes; values of one array share it.
  mutating func stored(_ name: Span<UInt8>) -> Range<Int> {
    if let last = record.values.last, record.bytes.equals(last.name, name) { return last.name }
    let start = record.bytes.count
    record.bytes.append(name)
    return start..<record.bytes.count
  }

  private mutating func addIdentifier(
    _ rank: Column.IdentifierRank, name: Range<Int>, _ text: Range<Int>
  ) {
    if let current = identifierRank {
      guard rank > current else {
        addOther(name: name, text)
        return
      }
      demote(.id, to: identifierName)
    }
    identifierRank = rank
    identifierName = name
    let number =
      rank == .publication ? PublicationNumber.normalForm(of: text, in: &record.bytes) : nil
    let isUnique =
      number != nil || Identifier.isUniversal(record.bytes.span.extracting(text))
    record.identity = isUnique ? .unique : .withinFile
    append(Record.Value(field: .id, text: number ?? text))
  }

  private mutating func addDate(_ rank: Column.DateRank, name: Range<Int>, _ text: Range<Int>) {
    switch CalendarDate(record.bytes.span.extracting(text)) {
    case .none:
      break
    case .invalid:
      addOther(name: name, text)
    case .day(let day):
      hasText = true
      if let current = dateRank {
        guard rank > current else {
          addOther(name: name, text)
          return
        }
        demote(.date, to: dateName)
      }
      dateRank = rank
      dateName = name
      record.date = day
      append(Record.Value(field: .date, text: text))
    }
  }

  private mutating func addKind(_ column: Column, name: Range<Int>, _ text: Range<Int>) {
    if let kind = RecordKind(word: record.bytes.span.extracting(text)) {
      if column == .kind || explicitKind == nil { explicitKind = kind }
      return
    }
    if column == .kind {
      explicitKind = .other
      let kindName: [UInt8] = Array("kind".utf8)
      addOther(name: stored(kindName.span), text)
    } else {
      addOther(name: name, text)
    }
  }

  /// Turns the values of a field into `.other` ones: a better one has come.
  private mutating func demote(_ field: Record.Field, to name: Range<Int>) {
    for index in record.values.indices where record.values[index].field == field {
      let text = record.values[index].text
      record.values[index] = Record.Value(field: .other, name: name, text: text)
    }
    if field == .id { hasText = true }
  }

  private mutating func recognisePublicationNumber() {
    guard let index = record.values.firstIndex(where: { $0.field == .id }) else { return }
    let text = record.values[index].text
    guard let form = PublicationNumber.normalForm(of: text, in: &record.bytes),
      record.bytes[form.upperBound - 1] >= 0x41 || record.bytes[form.lowerBound + 2] >= 0x41
        || record.bytes[text].contains(0x2D)
    else { return }
    record.values[index] = Record.Value(field: .id, text: form)
    record.identity = .unique
  }

  /// Removes the front of a character whose end was cut off.
  private mutating func cutCharacter(from start: Int) {
    var index = record.bytes.count
    while index > start, record.bytes[index - 1] & 0xC0 == 0x80 { index -= 1 }
    guard index > start else { return }
    let lead = record.bytes[index - 1]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    if index - 1 + length > record.bytes.count {
      record.bytes.removeLast(record.bytes.count - (index - 1))
    }
  }
}
