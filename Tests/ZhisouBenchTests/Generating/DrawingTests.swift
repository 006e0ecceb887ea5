import Testing
import Zhisou

@testable import ZhisouBench

/// Numbers drawn from distributions.
@Suite struct DrawingTests {
  @Test func `quantiles are met, and lines lie between them`() {
    let table = QuantileTable([10, 20, 100])
    #expect(table.value(at: 0) == 10)
    #expect(table.value(at: 1 << 30) == 15)
    #expect(table.value(at: 1 << 31) == 20)
    #expect(table.value(at: 3 << 30) == 60)
    #expect((99...100).contains(table.value(at: .max)))
    var generator = SplitMix64(seed: 1)
    let values = (0..<10_000).map { _ in generator.value(of: table) }
    #expect(abs(values.filter { $0 < 20 }.count - 5000) < 250)
  }

  @Test func `weights are how often elements are drawn`() {
    let list = WeightedList([("a", 1), ("b", 0), ("c", 3)])
    #expect(list.total == 4 && list.share(of: 2) == 1..<4 && list.share(of: 0) == 0..<1)
    var generator = SplitMix64(seed: 2)
    var counts = [0, 0, 0]
    for _ in 0..<4000 { counts[list.index(using: &generator)] += 1 }
    #expect(counts[1] == 0 && abs(counts[0] - 1000) < 120)
  }

  @Test func `numbers are below their bound and reach it`() {
    var generator = SplitMix64(seed: 3)
    var seen: Set<Int> = []
    for _ in 0..<200 { seen.insert(generator.below(7)) }
    #expect(seen == Set(0..<7))
    let ranks = (0..<20_000).map { _ in generator.rank(bits: 2...10) }
    #expect(ranks.allSatisfy { (0..<1024).contains($0) })
    // Nine bounds are as likely: 4, 8 … 1024; a number above 511 comes of the last alone.
    #expect(abs(ranks.filter { $0 >= 512 }.count - 20_000 / 18) < 200)
    #expect(abs(ranks.filter { $0 < 4 }.count - 20_000 * 511 / 256 / 9) < 300)
  }

  @Test func `a number stands for one name and one place`() {
    func name(_ write: (TextBuffer) -> Void) -> String {
      let text = TextBuffer(capacity: 1)
      write(text)
      return unsafe text.withBytes { unsafe String(decoding: $0, as: UTF8.self) }
    }
    let people = (0..<200).map { number in name { Names.appendPerson(number, to: $0) } }
    #expect(people.allSatisfy { (2...3).contains($0.count) } && Set(people).count > 150)
    for number in 0..<200 {
      let organisation = name { Names.appendOrganisation(number, to: $0) }
      #expect(organisation == name { Names.appendOrganisation(number, to: $0) })
      let place = String(decoding: Names.place(ofOrganisation: number).bytes, as: UTF8.self)
      #expect(place.contains(organisation.prefix(2)), "\(organisation), \(place)")
    }
  }

  @Test func `numbers are written in decimal`() {
    let text = TextBuffer(capacity: 1)
    for (number, digits) in [(0, 1), (7, 2), (10, 1), (99, 3), (100, 2), (12_345_678, 8)] {
      text.append(number, digits: digits)
      text.append(" ")
    }
    text.append(copyOf: 0..<4)
    let written = unsafe text.withBytes { unsafe String(decoding: $0, as: UTF8.self) }
    #expect(written == "0 07 10 099 100 12345678 0 07")
  }
}
