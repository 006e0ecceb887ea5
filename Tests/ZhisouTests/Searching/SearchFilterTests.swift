import Testing

@testable import Zhisou

@Suite struct SearchFilterTests {
  @Test func `a filter is an expression of the query language`() {
    var filter = SearchFilter()
    #expect(filter.expression == nil)
    filter.kinds = [.patent, .course]
    filter.classifications = ["H01L"]
    filter.from = "2019"
    filter.regions = ["大连", "沈阳"]
    #expect(
      filter.expression?.description
        == #"kind:course,patent AND ipc:H01L AND date:2019.. AND region:("大连" OR "沈阳")"#)
  }

  @Test(
    arguments: [
      { $0.from = "2019-13" }, { $0.through = "磨削" }, { $0.classifications = ["磨工"] },
      {
        $0.from = "2020"
        $0.through = "2019"
      },
    ] as [@Sendable (inout SearchFilter) -> Void])
  func `what can be no filter is an error, with advice`(
    change: @Sendable (inout SearchFilter) -> Void
  ) throws {
    var options = SearchOptions()
    change(&options.filter)
    let index = try TestCorpus.index(of: #"{"id":"1","title":"磨削"}"#)
    let error = try #require(throws: ZhisouError.self) {
      try index.search(Query("磨削"), options)
    }
    #expect(error.code == .invalidArgument && !error.advice.isEmpty)
  }

  @Test(arguments: [
    ("kind", "kind"), ("IPC", "ipc:4"), ("ipc:3", "ipc:3"), ("ipc:group", "ipc:group"),
    ("year", "year"),
  ])
  func `a facet has a name`(name: String, expected: String) throws {
    #expect(try Facet(name: name).name == expected)
  }

  @Test(arguments: [
    ("kinds", "kind"), ("regoin", "region"), ("", "kind"), ("year:4", "ipc:1"), ("ipc:2", "ipc:1"),
  ])
  func `another name is an error that names others`(name: String, advice: String) throws {
    let error = try #require(throws: ZhisouError.self) { try Facet(name: name) }
    #expect(error.code == .invalidArgument && error.advice.contains(advice))
  }
}
