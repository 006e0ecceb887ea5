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
      throw .notAnObject(Self.describe(text[start]))
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

  private static func describe(_ byte: UInt8) -> String {
    switch byte {
    case 0x5B: "an array"
    case 0x22: "a string"
    case 0x6E: "null"
    case 0x74, 0x66: "a truth value"
    default: "a number"
    }
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
    guard column != .other, members.hasText else {
      // Personal numbers stay out whatever their shape; all else is kept as it is.
      keepCompact(text, start..<members.end, column == .personal ? column : .other, name)
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

  private mutating func keepCompact(
    _ text: Span<UInt8>, _ range: Range<Int>, _ column: Column, _ name: [UInt8]
  ) {
    let valueStart = builder.record.bytes.count
    var index = range.lowerBound
    var runStart = index
    var isInString = false
    while index < range.upperBound {
      let byte = text[index]
      if isInString {
        if byte == 0x5C { index += 1 } else if byte == 0x22 { isInString = false }
      } else if byte == 0x22 {
        isInString = true
      } else if Bytes.isBlank(byte) {
        builder.append(text.extracting(runStart..<index), valueStart: valueStart)
        runStart = index + 1
      }
      index += 1
    }
    builder.append(text.extracting(runStart..<range.upperBound), valueStart: valueStart)
    builder.add(column, name: name.span, from: valueStart)
  }
}
