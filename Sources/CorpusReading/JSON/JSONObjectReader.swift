/// Reads one JSON object into a record.
///
/// Keys are columns, known by `ColumnAliases`. An array gives a value for each element. An object
/// inside a known column gives its `text`, `name`, `title` or `code`, as in exports of patent
/// tables (`title_localized: [{"text": …}]`), else all its strings; inside any other column it is
/// kept as compact JSON.
struct JSONObjectReader {
  /// The record of the last object.
  var builder: RecordBuilder

  private var columns = ColumnMemory()
  private var recordNumber = 0
  private let depthLimit: Int

  init(limits: ReadingLimits) {
    builder = RecordBuilder(limits: limits)
    depthLimit = limits.jsonDepth
  }

  /// Reads a text that holds one object and white space around it.
  ///
  /// - Throws: `JSONError`; the record is then to be thrown away.
  mutating func read(_ text: Span<UInt8>) throws(JSONError) {
    builder.reset()
    columns.beginRecord()
    recordNumber += 1
    let start = JSONScanner.skipBlanks(text, from: 0)
    guard start < text.count else { throw .empty }
    guard text[start] == 0x7B else {
      let end = try JSONScanner.valueEnd(
        text, from: start, depth: depthLimit, limit: depthLimit)
      try expectEnd(text, end)
      throw .notAnObject(JSONScanner.describe(text[start]))
    }
    var index = JSONScanner.skipBlanks(text, from: start + 1)
    if index < text.count, text[index] == 0x7D {
      try expectEnd(text, index + 1)
      return
    }
    repeat {
      let member = try JSONScanner.keyEnd(text, from: index)
      index = try readMember(text, member.key, member.hasEscape, member.value)
    } while try JSONScanner.isFollowed(text, &index, closing: 0x7D)
    try expectEnd(text, index)
  }

  private func expectEnd(_ text: Span<UInt8>, _ end: Int) throws(JSONError) {
    let rest = JSONScanner.skipBlanks(text, from: end)
    guard rest == text.count else { throw .unexpected(text[rest], at: rest) }
  }

  private mutating func readMember(
    _ text: Span<UInt8>, _ key: Range<Int>, _ hasEscape: Bool, _ value: Int
  ) throws(JSONError) -> Int {
    let entry = columns.index(of: text.extracting(key)) {
      var name: [UInt8] = []
      JSONString.decode(text, key) { name.append($0) }
      return name
    }
    let column = columns.column(at: entry)
    if columns.isRepeated(at: entry, inRecord: recordNumber), column.isSingleValued {
      builder.forget(column)
    }
    let name = columns.name(at: entry)
    return try readValue(text, value, column, name, depth: depthLimit - 1)
  }

  /// Reads the value at `start` into a column; returns the index behind it.
  private mutating func readValue(
    _ text: Span<UInt8>, _ start: Int, _ column: Column, _ name: [UInt8], depth: Int
  ) throws(JSONError) -> Int {
    guard start < text.count else { throw .unexpectedEnd }
    let valueStart = builder.record.bytes.count
    switch text[start] {
    case 0x22:
      var hasEscape = false
      let end = try JSONScanner.stringEnd(text, from: start + 1, hasEscape: &hasEscape)
      if hasEscape {
        JSONString.decode(text, (start + 1)..<end) { piece in
          builder.append(piece, valueStart: valueStart)
        }
      } else {
        builder.append(text.extracting((start + 1)..<end), valueStart: valueStart)
      }
      builder.add(column, name: name.span, from: valueStart)
      return end + 1
    case 0x5B:
      guard depth > 0 else { throw .tooDeep(depthLimit) }
      return try readArray(text, start + 1, column, name, depth: depth - 1)
    case 0x7B:
      guard depth > 0 else { throw .tooDeep(depthLimit) }
      return try readObject(text, start, column, name, depth: depth)
    default:
      let end = try JSONScanner.scalarEnd(text, from: start)
      guard text[start] != 0x6E else { return end }
      builder.append(text.extracting(start..<end), valueStart: valueStart)
      builder.add(column, name: name.span, from: valueStart)
      return end
    }
  }

  private mutating func readArray(
    _ text: Span<UInt8>, _ start: Int, _ column: Column, _ name: [UInt8], depth: Int
  ) throws(JSONError) -> Int {
    var index = JSONScanner.skipBlanks(text, from: start)
    if index < text.count, text[index] == 0x5D { return index + 1 }
    repeat {
      index = try readValue(text, index, column, name, depth: depth)
    } while try JSONScanner.isFollowed(text, &index, closing: 0x5D)
    return index
  }

  private mutating func readObject(
    _ text: Span<UInt8>, _ start: Int, _ column: Column, _ name: [UInt8], depth: Int
  ) throws(JSONError) -> Int {
    let members = try JSONMembers(text, from: start, depth: depth, limit: depthLimit)
    guard !builder.drops(column) else {
      builder.countDropped()
      return members.end
    }
    guard column != .other, members.hasText else {
      try keepCompact(text, start, name, depth: depth)
      return members.end
    }
    if let value = members.preferred {
      _ = try readValue(text, value, column, name, depth: depth - 1)
    } else {
      for value in members.strings {
        _ = try readValue(text, value, column, name, depth: depth - 1)
      }
    }
    return members.end
  }

  /// Keeps the value at `start` as compact JSON, without the members that must not be kept.
  private mutating func keepCompact(
    _ text: Span<UInt8>, _ start: Int, _ name: [UInt8], depth: Int
  ) throws(JSONError) {
    let valueStart = builder.record.bytes.count
    _ = try appendCompact(text, start, valueStart: valueStart, depth: depth)
    builder.add(.other, name: name.span, from: valueStart)
  }

  private mutating func appendCompact(
    _ text: Span<UInt8>, _ start: Int, valueStart: Int, depth: Int
  ) throws(JSONError) -> Int {
    guard start < text.count else { throw .unexpectedEnd }
    let isObject = text[start] == 0x7B
    guard isObject || text[start] == 0x5B else {
      let end = try JSONScanner.valueEnd(text, from: start, depth: depth, limit: depthLimit)
      builder.append(text.extracting(start..<end), valueStart: valueStart)
      return end
    }
    guard depth > 0 else { throw .tooDeep(depthLimit) }
    let closing: UInt8 = isObject ? 0x7D : 0x5D
    append(text[start], valueStart)
    var index = JSONScanner.skipBlanks(text, from: start + 1)
    if index < text.count, text[index] == closing {
      append(closing, valueStart)
      return index + 1
    }
    var isFirst = true
    repeat {
      var value = index
      if isObject {
        let member = try JSONScanner.keyEnd(text, from: index)
        value = member.value
        if builder.drops(column(of: text, member.key)) {
          builder.countDropped()
          index = try JSONScanner.valueEnd(text, from: value, depth: depth - 1, limit: depthLimit)
          continue
        }
        if !isFirst { append(0x2C, valueStart) }
        builder.append(
          text.extracting((member.key.lowerBound - 1)..<(member.key.upperBound + 1)),
          valueStart: valueStart)
        append(0x3A, valueStart)
      } else if !isFirst {
        append(0x2C, valueStart)
      }
      isFirst = false
      index = try appendCompact(text, value, valueStart: valueStart, depth: depth - 1)
    } while try JSONScanner.isFollowed(text, &index, closing: closing)
    append(closing, valueStart)
    return index
  }

  private mutating func append(_ byte: UInt8, _ valueStart: Int) {
    let bytes: InlineArray<1, UInt8> = [byte]
    builder.append(bytes.span, valueStart: valueStart)
  }

  private func column(of text: Span<UInt8>, _ key: Range<Int>) -> Column {
    var name: [UInt8] = []
    JSONString.decode(text, key) { name.append($0) }
    return ColumnAliases.column(named: name)
  }
}
