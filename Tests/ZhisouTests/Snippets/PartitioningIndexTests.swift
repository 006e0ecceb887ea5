import Testing

@testable import Zhisou

@Suite struct PartitioningIndexTests {
  @Test func `the first that is not below a bound is found`() {
    for count in 0...9 {
      let numbers = Array(stride(from: 1, to: 2 * count + 1, by: 2))
      for bound in 0...2 * count + 2 {
        let expected = numbers.firstIndex { $0 >= bound } ?? count
        #expect(numbers.partitioningIndex { $0 >= bound } == expected)
      }
    }
    #expect([1, 2, 3, 4][1...].partitioningIndex { $0 > 0 } == 1)
  }
}
