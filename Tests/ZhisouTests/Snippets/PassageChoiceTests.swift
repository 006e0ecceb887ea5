import TestSupport
import Testing

@testable import Zhisou

@Suite struct PassageChoiceTests {
  @Test func `passages are in the order of the document`() {
    var choice = PassageChoice()
    choice.insert(10..<20, of: 1)
    choice.insert(50..<60, of: 0)
    choice.insert(0..<5, of: 1)
    choice.insert(30..<40, of: 1)
    #expect(choice.passages.map(\.section) == [0, 1, 1, 1])
    #expect(choice.passages.map(\.bytes) == [50..<60, 0..<5, 10..<20, 30..<40])
    #expect(choice.gaps(in: 1, length: 50) == [0..<0, 5..<10, 20..<30, 40..<50])
    #expect(choice.gaps(in: 2, length: 7) == [0..<7])
  }

  @Test func `passages that touch are one`() {
    var choice = PassageChoice()
    choice.insert(0..<10, of: 0)
    choice.insert(20..<30, of: 0)
    choice.insert(10..<15, of: 1)
    #expect(choice.passages.count == 3)
    choice.insert(10..<20, of: 0)
    #expect(choice.passages.map(\.bytes) == [0..<30, 10..<15])
  }
}
