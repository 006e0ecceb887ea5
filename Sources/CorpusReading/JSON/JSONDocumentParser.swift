/// Reads the records of a JSON document one at a time: the objects of an array, or those that stand
/// in a row, or those of the lists inside an object that has no more to say than where they are.
///
/// Only one object is in memory. An object on the outside is a record, too, until a list of objects
/// is found in it under one of the usual keys; one that has an id stays a record, and one that has a
/// title stays one unless the first object of the list has both. The other members of an object around
/// a list tell of the list, and are left out.
final class JSONDocumentParser: RecordParser {
  /// Whether a list has been found inside an object.
  private(set) var hasFoundList = false

  private let sink: RecordSink
  private let limits: ReadingLimits
  private var reader: JSONObjectReader
  private var structure: JSONStructure
  /// The object that is being read; what has come of it before this piece is in `carry`.
  private var element: Element?
  private var carry: [UInt8] = []
  /// Where the object, or the part of it that is not in `carry`, begins.
  private var part = 0
  /// Levels around the records of the list that is being read; nil outside of lists.
  private var listDepth: Int?
  private var listKind: RecordKind?
  /// Levels from the outermost that may be around a list, and whether the innermost of them is one.
  private var pathDepth = 0
  private var pathIsList = false

  private struct Element {
    let depth: Int
    let line: Int
    /// Blanks in front of the line it begins on, and bytes in front of it on that line.
    let indentation: Int
    let column: Int
    let isObject: Bool
    /// Whether there may still be a list of records in it.
    var mayWrap: Bool
    var hasEmptyList = false
    /// The first object of a list that decides whether the list is one of records.
    var trial: (start: Int, depth: Int, line: Int)?
    /// What is wrong with it, and where.
    var fault: (line: Int, reason: String)?
  }

  /// Levels of objects around a list.
  private static let wrapperDepth = 4

  init(sink: RecordSink, limits: ReadingLimits) {
    self.sink = sink
    self.limits = limits
    reader = JSONObjectReader(limits: limits)
    structure = JSONStructure(depthLimit: limits.jsonDepth)
    structure.surface = Self.wrapperDepth
  }

  func feed(_ text: Span<UInt8>) {
    var index = 0
    part = 0
    while !sink.isStopped {
      switch structure.next(text, &index) {
      case .needsMore:
        keep(text.extracting(part..<text.count))
        structure.endPiece(text.count)
        return
      case .opened(let start): open(text, start)
      case .closed(let end): close(text, end)
      case .scalar(let start): meetScalar(text, start)
      case .failed: fail(text[index])
      }
      setSurface()
    }
  }

  func finish() {
    if let element {
      finish(unended: element)
    } else if structure.depth > 0 {
      sink.lose("line \(structure.line)", "the file ends before its list of objects does")
    }
  }

  /// Reports an object that has no end: where it goes wrong, if it does so before the file ends.
  private func finish(unended element: Element) {
    var (line, reason) = (element.line, "the file ends before the object does")
    if let fault = element.fault {
      (line, reason) = (fault.line, fault.reason + "; no end can be told, and the rest is lost")
    } else {
      do throws(JSONError) {
        try reader.read(carry.span)
      } catch  where error.position != nil {
        let fault = fault(element, error, carry.span)
        (line, reason) = (fault.line, fault.reason + "; no end can be told, and the rest is lost")
      } catch {}
    }
    sink.lose("line \(line)", reason)
  }

  private func setSurface() {
    structure.surface =
      switch element {
      case let element? where element.fault != nil: .max
      case let element? where element.mayWrap: Self.wrapperDepth
      case let element?: element.depth
      case nil: listDepth ?? Self.wrapperDepth
      }
  }

  // MARK: - Events

  private func open(_ text: Span<UInt8>, _ start: Int) {
    let depth = structure.depth - 1
    let isObject = text[start] == 0x7B
    if let element {
      if element.mayWrap, followPath(text, start, depth) { return }
      let isNext =
        element.fault != nil && isObject && structure.isFirstOnLine
        && structure.line > element.line && structure.indentation <= element.indentation
      guard isNext, let fault = element.fault else { return }
      lose(element, fault.line, fault.reason)
      structure.restart(at: element.depth)
      begin(text, start, element.depth)
    } else if depth == 0, !isObject {
      listDepth = 1
      listKind = nil
    } else if depth == 0 || depth == listDepth {
      begin(text, start, depth)
    } else if listDepth == nil {
      _ = followPath(text, start, depth)
    }
  }

  private func close(_ text: Span<UInt8>, _ end: Int) {
    let depth = structure.depth
    if let element {
      if depth <= element.depth {
        finish(element, text, end)
      } else if let trial = element.trial, depth == trial.depth {
        judge(trial, text, end)
      } else if pathIsList, depth == pathDepth - 1, structure.closedEmpty {
        self.element?.hasEmptyList = true
      }
    }
    if depth < pathDepth {
      pathDepth = depth
      pathIsList = false
    }
    if let listDepth, depth < listDepth { self.listDepth = nil }
  }

  private func meetScalar(_ text: Span<UInt8>, _ start: Int) {
    let depth = structure.depth
    // A list that holds anything but objects in front is none of records.
    if pathIsList, depth == pathDepth {
      pathDepth -= 1
      pathIsList = false
    }
    guard element == nil, depth == 0 || depth == listDepth else { return }
    let byte = text[start]
    let isValue =
      byte == 0x22 || byte == 0x2D || (0x30...0x39).contains(byte)
      || [0x74, 0x66, 0x6E].contains(byte)
    let error: JSONError =
      isValue
      ? .notAnObject(JSONScanner.describe(byte)) : .unexpected(byte, at: structure.column(start))
    sink.lose("line \(structure.line)", error.reason)
  }

  /// Deals with what is no JSON at the byte that comes next.
  private func fail(_ byte: UInt8) {
    guard let error = structure.error else { return }
    if element != nil {
      element?.fault = (structure.line, error.reason)
      carry = []
      return
    }
    let opens = byte == 0x7B || byte == 0x5B
    if opens {
      sink.note("line \(structure.line)", "a comma is missing")
    } else {
      sink.lose("line \(structure.line)", error.reason)
    }
    structure.recover()
  }

  // MARK: - The way to a list

  /// Follows the keys that may lead to a list; returns whether the bracket at `start` begins the
  /// first record of one.
  private func followPath(_ text: Span<UInt8>, _ start: Int, _ depth: Int) -> Bool {
    guard depth == pathDepth else { return false }
    let isObject = text[start] == 0x7B
    guard pathIsList else {
      let key = RecordListKey.kind(of: structure.key)
      guard key.isList else { return false }
      pathDepth += 1
      pathIsList = !isObject
      listKind = key.kind ?? (depth > 1 ? listKind : nil)
      return false
    }
    guard isObject, element?.trial == nil, isListOfRecords(text, start, depth) else { return false }
    if let element, let fault = element.fault { sink.lose("line \(fault.line)", fault.reason) }
    structure.recover()
    enterList(depth)
    begin(text, start, depth)
    return true
  }

  /// Whether what stands in front of a list's first object leaves no doubt that it is a record.
  private func isListOfRecords(_ text: Span<UInt8>, _ start: Int, _ depth: Int) -> Bool {
    guard element != nil, element?.fault == nil else { return true }
    let closing = [0x5D] + [UInt8](repeating: 0x7D, count: depth - 1)
    var outline = carry
    outline.append(text.extracting(part..<start))
    do throws(JSONError) {
      try reader.read((outline + closing).span)
    } catch {
      element?.fault = (structure.line, error.reason)
      return true
    }
    let fields = reader.builder.record.values.map(\.field)
    let isRecord = fields.contains(.id)
    if !isRecord, fields.contains(.title) || fields.contains(.person) {
      element?.trial = (outline.count, depth, structure.line)
      return false
    }
    if isRecord { element?.mayWrap = false }
    return !isRecord
  }

  /// Decides by the first object of a list, which has just ended, what is a record.
  private func judge(_ trial: (start: Int, depth: Int, line: Int), _ text: Span<UInt8>, _ end: Int)
  {
    keep(text.extracting(part..<end))
    part = end
    element?.mayWrap = false
    guard element?.fault == nil else { return }
    let object = Array(carry[trial.start...])
    guard (try? reader.read(object.span)) != nil else { return }
    let fields = reader.builder.record.values.map(\.field)
    guard fields.contains(.id), fields.contains(.title) || fields.contains(.person) else { return }
    enterList(trial.depth)
    deliver(line: trial.line)
  }

  private func enterList(_ depth: Int) {
    hasFoundList = true
    listDepth = depth
    element = nil
    carry = []
  }

  // MARK: - One object

  private func begin(_ text: Span<UInt8>, _ start: Int, _ depth: Int) {
    element = Element(
      depth: depth, line: structure.line, indentation: structure.indentation,
      column: structure.column(start), isObject: text[start] == 0x7B, mayWrap: depth == 0)
    part = start
    if depth == 0 {
      pathDepth = 1
      pathIsList = false
      listKind = nil
    }
  }

  /// Keeps a part of the object until the rest comes, or gives the object up.
  private func keep(_ part: Span<UInt8>) {
    guard let element, element.isObject, element.fault == nil else { return }
    if carry.count + part.count > limits.lineBytes {
      self.element?.fault = (
        element.line, "the object is longer than \(limits.lineBytes >> 20) MiB"
      )
      carry = []
    } else {
      carry.append(part)
    }
  }

  private func finish(_ element: Element, _ text: Span<UInt8>, _ end: Int) {
    if !carry.isEmpty { keep(text.extracting(part..<end)) }
    let fault = self.element?.fault
    self.element = nil
    if let fault {
      lose(element, fault.line, fault.reason)
      structure.recover()
      return
    }
    guard element.isObject else {
      sink.lose("line \(element.line)", JSONError.notAnObject(JSONScanner.describe(0x5B)).reason)
      return
    }
    if carry.isEmpty {
      read(element, text.extracting(part..<end))
    } else {
      var whole: [UInt8] = []
      swap(&whole, &carry)
      read(element, whole.span)
      whole.removeAll(keepingCapacity: true)
      swap(&whole, &carry)
    }
  }

  private func read(_ element: Element, _ text: Span<UInt8>) {
    do throws(JSONError) {
      try reader.read(text)
    } catch {
      let fault = fault(element, error, text)
      lose(element, fault.line, fault.reason)
      return
    }
    let values = reader.builder.record.values
    if element.hasEmptyList, !values.contains(where: { $0.field == .id || $0.field == .title }) {
      return
    }
    deliver(line: element.line)
  }

  private func deliver(line: Int) {
    let kind = listDepth == nil ? nil : listKind
    if !sink.deliver(&reader.builder, kind: kind, place: { "line \(line)" }) {
      sink.lose("line \(line)", "the object has no text")
    }
  }

  // MARK: - What is lost

  /// What is wrong with an object's text, and the line where it is.
  private func fault(
    _ element: Element, _ error: JSONError, _ text: Span<UInt8>
  ) -> (line: Int, reason: String) {
    guard let position = error.position else { return (element.line, error.reason) }
    let front = text.extracting(0..<position)
    let lines = LineSearch.count(in: front)
    var column = element.column + position
    if lines > 0 {
      var start = position
      while front[start - 1] != 0x0A { start -= 1 }
      column = position - start
    }
    return (element.line + lines, error.moved(to: column).reason)
  }

  private func lose(_ element: Element, _ line: Int, _ reason: String) {
    let last = structure.line
    let lines =
      last > element.line ? "; the object of lines \(element.line) to \(last) is lost" : ""
    sink.lose("line \(line)", reason + lines)
  }
}
