import TestSupport
import Testing

@testable import CorpusReading

struct JSONStructureTests {
  /// The events of a text in pieces of a size, as far as the first failure.
  private func events(_ text: String, piece: Int, surface: Int = .max, depth: Int = 64) -> [String]
  {
    var structure = JSONStructure(depthLimit: depth)
    structure.surface = surface
    let bytes = Array(text.utf8)
    var events: [String] = []
    for start in stride(from: 0, to: bytes.count, by: piece) {
      let chunk = Array(bytes[start..<min(bytes.count, start + piece)])
      var index = 0
      reading: while true {
        switch structure.next(chunk.span, &index) {
        case .needsMore: break reading
        case .opened(let place): events.append("\(start + place)+")
        case .closed(let place): events.append("\(start + place)-\(structure.depth)")
        case .scalar(let place): events.append("\(start + place)s")
        case .failed: return events + ["\(structure.line): \(structure.error?.reason ?? "")"]
        }
      }
      structure.endPiece(chunk.count)
    }
    return events
  }

  @Test(arguments: [
    ("{\"a\":[1,\"]\"]}", ["0+", "1s", "5+", "6s", "8s", "12-1", "13-0"]),
    (" [ true , { } ]", ["1+", "3s", "10+", "13-1", "15-0"]), ("\"\\\"[\" 1", ["0s", "6s"]),
    ("[1}", ["0+", "1s", "1: not JSON: '}' is not expected at byte 3"]),
    ("[\n{} {}]", ["0+", "2+", "4-1", "2: not JSON: '{' is not expected at byte 4"]),
    ("{{", ["0+", "1: not JSON: '{' is not expected at byte 2"]),
    (
      "[\"a\nb\"]",
      ["0+", "1s", "1: not JSON: a tab or control character inside a string at byte 4"]
    ),
  ])
  func `brackets are followed in pieces of any size`(text: String, expected: [String]) {
    for piece in 1...text.utf8.count { #expect(events(text, piece: piece) == expected) }
  }

  @Test func `only what is near the surface is told`() {
    #expect(
      events("[[1,[2]],{\"a\":{}}]", piece: 3, surface: 1) == [
        "0+", "1+", "8-1", "9+", "17-1", "18-0",
      ])
    #expect(events("[[[", piece: 3, surface: 0, depth: 2) == ["0+", "1: nested more than 2 deep"])
  }

  @Test func `after a failure brackets close the nearest of their kind`() {
    var structure = JSONStructure(depthLimit: 3)
    structure.surface = .max
    let text = Array("[{\"a\":[{[[]]}} 1".utf8)
    var index = 0
    var depths: [Int] = []
    reading: while true {
      switch structure.next(text.span, &index) {
      case .needsMore: break reading
      case .closed: depths.append(structure.depth)
      default: break
      }
    }
    #expect(depths == [5, 4, 3, 1] && structure.error != nil)
    structure.recover()
    #expect(structure.error == nil)
  }
}
