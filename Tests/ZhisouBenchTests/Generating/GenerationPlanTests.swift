import Testing
import Zhisou

@testable import ZhisouBench

@Suite struct GenerationPlanTests {
  @Test func `blocks cover every record once, and files are cut at their size`() {
    let plan = GenerationPlan(
      counts: [(.patent, 5000), (.course, 3)], format: .jsonl, part: 2000)
    let blocks = Array(plan.blocks)
    #expect(
      blocks.map(\.records) == [
        0..<1024, 1024..<2000, 2000..<3024, 3024..<4000, 4000..<5000, 0..<3,
      ])
    #expect(
      blocks.map(\.file) == [
        "patents/patents-00001.jsonl", "patents/patents-00001.jsonl",
        "patents/patents-00002.jsonl", "patents/patents-00002.jsonl",
        "patents/patents-00003.jsonl", "courses/courses-00001.jsonl",
      ])
    #expect(blocks.map(\.isLast) == [false, true, false, true, true, true])
  }

  @Test func `archives have no more entries than they can say`() {
    let plan = GenerationPlan(
      counts: [(.patent, 100_000), (.knowledge, 100_000)], format: .cnipa, part: 100_000)
    let ends = plan.blocks.filter(\.isLast)
    #expect(ends.map(\.records.upperBound) == [65_000, 100_000, 100_000])
    #expect(ends.map(\.file.last) == ["p", "p", "z"])
  }
}
