import Testing
import Zhisou

@testable import ZhisouBench

@Suite struct CopyingModelTests {
  private static func texts(_ model: CopyingModel, _ length: Int, seed: UInt64) -> [String] {
    var walk = Walk(
      generator: SplitMix64(seed: seed), neighbourhood: 0..<(model.seed.count - 1))
    let passages = Passages()
    model.write(length, of: &walk, to: passages)
    return (0..<passages.count).map { index in
      let text = TextBuffer(capacity: 64)
      passages.append(index, to: text)
      return unsafe text.withBytes { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }

  private static func bigrams(_ text: String) -> Set<UInt64> {
    var bigrams: [UInt64] = []
    _ = HanBigrams.append(of: Array(text.utf8).span, to: &bigrams)
    return Set(bigrams)
  }

  @Test func `without leaps and returns all bigrams are the seed text's, with leaps some are new`()
  {
    let known = Self.bigrams(String(decoding: SeedText.short.text, as: UTF16.self))
    let plain = CopyingModel(seed: .short, leapsPerThousand: 0, returnsPerThousand: 0)
    let leaping = CopyingModel(seed: .short, leapsPerThousand: 50, returnsPerThousand: 0)
    var new: Set<UInt64> = []
    for seed in 0..<50 {
      for text in Self.texts(plain, 400, seed: UInt64(seed)) {
        // A bigram across a record's end is none of the seed text's.
        let inside = Self.bigrams(text)
        #expect(inside.subtracting(known).count <= 2)
      }
      for text in Self.texts(leaping, 400, seed: UInt64(seed)) {
        new.formUnion(Self.bigrams(text).subtracting(known))
      }
    }
    #expect(new.count > 300)
  }

  @Test(arguments: [1, 23, 24, 49, 100, 1000])
  func `passages have about the length that was asked for`(length: Int) {
    let model = CopyingModel(seed: .short, leapsPerThousand: 20)
    let texts = Self.texts(model, length, seed: 7)
    #expect(texts.count == min(4, max(1, length / 24)))
    let total = texts.reduce(0) { $0 + $1.unicodeScalars.count }
    #expect(total > length / 2 && total < length + 4 * 48)
    #expect(!texts.joined().contains("\n"))
  }

  @Test func `leaps follow the novelty of the seed text up to a bound`() {
    #expect(CopyingModel(seed: .short, leapsPerThousand: 12).leapsPerThousand == 12)
    let model = CopyingModel(seed: .short)
    #expect(model.leapsPerThousand == min(1000 * SeedText.short.novelty, 100))
  }
}
