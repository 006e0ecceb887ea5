import Storage
import Testing

@testable import InvertedIndex

/// The numbers of segments that several threads make.
@Suite struct NewSegmentsTests {
  private let segments = NewSegments(in: Directory(path: "/nowhere"), from: 7)

  @Test func `the number of a segment follows from its place`() {
    #expect(segments.files(ofRun: 0, part: 0).number == 7)
    #expect(segments.files(ofRun: 5, part: 0).number == 12)
    #expect(segments.files(ofRun: 5, part: 0).number == 12)
    var seen: Set<UInt64> = []
    for run in 0..<20 {
      for part in 0..<20 {
        let isNew = seen.insert(segments.files(ofRun: run, part: part).number).inserted
        #expect(isNew)
      }
    }
  }

  @Test func `segments are in the order of the input, whichever was ready first`() {
    for (run, part) in [(2, 0), (0, 1), (1, 0), (0, 0), (0, 2)] {
      segments.add(run: run, part: part, form: run == 1 ? .finished : .intermediate)
    }
    let places = [(0, 0), (0, 1), (0, 2), (1, 0), (2, 0)]
    #expect(
      segments.all.map(\.number) == places.map { segments.files(ofRun: $0.0, part: $0.1).number })
    #expect(segments.all.map { $0.form == .finished } == [false, false, false, true, false])
    segments.removeAll()
    #expect(segments.all.isEmpty)
  }
}
