import Testing

@testable import Zhisou

@Suite struct NearestNamesTests {
  @Test func `a name that is known twice is proposed once`() {
    let known = ["title", "date", "title", "tithe", "title"]
    #expect(NearestNames.nearest(to: "titlee", among: known) == ["title"])
    #expect(NearestNames.nearest(to: "tite", among: known) == ["title", "tithe"])
    #expect(NearestNames.nearest(to: "xyzxyz", among: known).isEmpty)
  }
}
