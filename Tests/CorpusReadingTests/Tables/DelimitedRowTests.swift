import TestSupport
import Testing

@testable import CorpusReading

/// Rows against a twin that looks at one byte after another.
struct DelimitedRowTests {
  /// The cells of all rows, and whether the last one ends inside quotes.
  struct Rows: Equatable {
    var cells: [[String]] = []
    var isOpen = false
  }

  /// The twin.
  private func slowRows(_ text: [UInt8], _ delimiter: UInt8) -> Rows {
    var rows = Rows()
    if text.isEmpty { return rows }
    var row: [String] = []
    var cell: [UInt8] = []
    // Blanks in front of a cell count for it only if no quote follows.
    var blanks: [UInt8] = []
    var tail: [UInt8] = []
    enum Place { case front, plain, quoted, behind }
    var place = Place.front
    func endCell() {
      let isBlank = tail.allSatisfy { $0 == 0x20 }
      row.append(String(decoding: blanks + cell + (isBlank ? [] : tail), as: UTF8.self))
      (cell, blanks, tail, place) = ([], [], [], .front)
    }
    var index = 0
    while index < text.count {
      let byte = text[index]
      let next = index + 1 < text.count ? text[index + 1] : nil
      index += 1
      if place == .quoted {
        if byte != 0x22 {
          cell.append(byte)
        } else if next == 0x22 {
          cell.append(byte)
          index += 1
        } else {
          place = .behind
        }
      } else if byte == delimiter {
        endCell()
      } else if byte == 0x0A || byte == 0x0D {
        endCell()
        rows.cells.append(row)
        row = []
      } else if place == .behind {
        tail.append(byte)
      } else if place == .front, byte == 0x22 {
        blanks = []
        place = .quoted
      } else if place == .front, byte == 0x20 {
        blanks.append(byte)
      } else {
        place = .plain
        cell.append(byte)
      }
    }
    rows.isOpen = place == .quoted
    if text.last != 0x0A && text.last != 0x0D || rows.isOpen {
      // What a cell without an end holds is nobody's.
      if rows.isOpen { (cell, blanks) = ([], []) }
      endCell()
      rows.cells.append(row)
    }
    return rows
  }

  /// Rows of a text that comes in pieces of at most `piece` bytes.
  private func rows(_ text: [UInt8], _ delimiter: UInt8, piece: Int) -> Rows {
    var rows = Rows()
    var row = DelimitedRow(delimiter: delimiter, cellLimit: 1000)
    var carry: [UInt8] = []
    func endRow(_ bytes: [UInt8]) {
      rows.cells.append(
        row.cells.map { cell in
          var text: [UInt8] = []
          cell.forEachPiece(of: bytes.span) { text.append($0) }
          return String(decoding: text, as: UTF8.self)
        })
      row.reset()
    }
    for start in stride(from: 0, to: text.count, by: piece) {
      let chunk = Array(text[start..<min(text.count, start + piece)])
      var index = 0
      while index < chunk.count {
        let begin = index
        let stop = row.scan(chunk.span, from: index, origin: index - carry.count)
        index = if case .ended(let end) = stop { end } else { chunk.count }
        carry += chunk[begin..<index]
        if case .ended = stop {
          endRow(carry)
          carry = []
        }
      }
    }
    if !carry.isEmpty {
      rows.isOpen = row.isInQuotes
      row.finish(at: carry.count)
      endRow(carry)
      if rows.isOpen { rows.cells[rows.cells.count - 1].removeLast() }
      if rows.isOpen { rows.cells[rows.cells.count - 1].append("") }
    }
    return rows
  }

  @Test(arguments: 0..<400)
  func `any bytes in any pieces give the cells of the twin`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let alphabet: [[UInt8]] = ["\"", "\"", ",", "\t", "\n", "\r", " ", "a", "中", "ab文字"].map {
      Array($0.utf8)
    }
    let length = Int.random(in: 0...60, using: &generator)
    let text = (0..<length).flatMap { _ in alphabet.randomElement(using: &generator) ?? [] }
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: "\t")] {
      let expected = slowRows(text, delimiter)
      for piece in [1, 2, 3, 7, 16, 1000] {
        #expect(
          rows(text, delimiter, piece: piece) == expected,
          "\(String(decoding: text, as: UTF8.self).debugDescription) in pieces of \(piece)")
      }
    }
  }

  @Test func `a quoted cell stops at its limit, once`() {
    var row = DelimitedRow(delimiter: UInt8(ascii: ","), cellLimit: 10)
    let text = Array("1,\"".utf8) + [UInt8](repeating: 0x61, count: DelimitedRow.quoteLimit + 10)
    let stop = row.scan(text.span, from: 0, origin: 0)
    #expect(stop == .quoteIsLong(DelimitedRow.quoteLimit + 3))
    row.allowsLongQuotes = true
    #expect(row.scan(text.span, from: DelimitedRow.quoteLimit + 3, origin: 0) == .needsMore)
    #expect(row.isInQuotes)
  }

  @Test func `cells beyond the limit are counted and not kept`() {
    var row = DelimitedRow(delimiter: UInt8(ascii: ","), cellLimit: 3)
    let text = Array("1,2,3,4,5\n".utf8)
    #expect(row.scan(text.span, from: 0, origin: 0) == .ended(10))
    #expect(row.cells.count == 3 && row.cellCount == 5)
  }
}
