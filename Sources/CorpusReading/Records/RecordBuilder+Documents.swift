/// What formats of documents, as opposed to tables, put into a record.
extension RecordBuilder {
  /// Takes the bytes from `start` to the end as text under a heading, as it stands.
  mutating func addText(_ field: Record.Field, name: Range<Int>, from start: Int) {
    cutField(from: start)
    let text = Bytes.trimmed(record.bytes, from: start, to: record.bytes.count)
    guard !text.isEmpty else { return }
    addSection(Record.Value(field: field, name: name, text: text))
  }

  /// Adds a title that does not stand in the text itself.
  mutating func addTitle(_ title: String) {
    let none: [UInt8] = []
    let start = record.bytes.count
    record.bytes.append(contentsOf: title.utf8)
    add(.field(.title), name: none.span, from: start)
  }

  /// Takes the bytes from `start` to the end as a value, its lines joined.
  ///
  /// Registers fill what they do not know with `0`; that is left out, and what is there already.
  mutating func addJoined(_ field: Record.Field, from start: Int) {
    addNamed("", .field(field), from: start)
  }

  /// Takes the bytes from `start` to the end, lines joined, as a value of a column of that name.
  mutating func addNamed(_ name: String, _ column: Column, from start: Int) {
    WrappedText.join(&record.bytes, from: start)
    guard !isPlaceholder(from: start), !isRepeated(start..<record.bytes.count, column) else {
      record.bytes.removeLast(record.bytes.count - start)
      return
    }
    let name = Array(name.utf8)
    add(column, name: name.span, from: start)
  }

  /// Adds text that stands elsewhere, lines joined, as a value of a column of that name.
  mutating func addNamed(_ name: String, _ column: Column, text: [UInt8]) {
    let start = record.bytes.count
    record.bytes.append(contentsOf: text)
    addNamed(name, column, from: start)
  }

  /// Adds a classification symbol.
  mutating func addCode(_ symbol: [UInt8]) {
    addNamed("", .field(.code), text: symbol)
  }

  /// Takes the bytes from `start` to the end out of the record, without white space at their ends.
  mutating func takeText(from start: Int) -> [UInt8] {
    let range = Bytes.trimmed(record.bytes, from: start, to: record.bytes.count)
    // Not an array of a slice: one of all bytes would share their storage, which then is no one's.
    let text = record.bytes.span.extracting(range).array
    record.bytes.removeLast(record.bytes.count - start)
    return text
  }

  private func isPlaceholder(from start: Int) -> Bool {
    record.bytes.count == start + 1 && record.bytes[start] == 0x30
  }

  private func isRepeated(_ text: Range<Int>, _ column: Column) -> Bool {
    guard case .field(let field) = column else { return false }
    return record.values.contains {
      $0.field == field && record.bytes[$0.text].elementsEqual(record.bytes[text])
    }
  }
}
