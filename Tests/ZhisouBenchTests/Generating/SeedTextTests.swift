import Testing

@testable import ZhisouBench

@Suite struct SeedTextTests {
  private static func characters(_ texts: String...) -> String {
    var builder = SeedTextBuilder(limit: 1000)
    for text in texts { builder.append(Array(text.utf8).span) }
    return String(decoding: builder.characters, as: UTF16.self)
  }

  @Test func `what formats would escape, controls and blanks between Han are left out`() {
    #expect(Self.characters("磨 削\n烧\u{3000}伤") == "磨削烧伤\n")
    #expect(Self.characters("a \n b\"<c>&\\\u{1}\u{7F}", "𠮷田é") == "a bc\n田é\n")
    #expect(Self.characters("", "\n") == "")
    #expect(Self.characters("磨 500 V 削") == "磨500 V削\n")
  }

  @Test func `no more is taken than asked for`() {
    var builder = SeedTextBuilder(limit: 3)
    builder.append(Array("磨削烧伤".utf8).span)
    #expect(String(decoding: builder.characters, as: UTF16.self) == "磨削烧\n")
  }

  @Test func `places are sorted by character, character before and place`() {
    let seed = SeedText.short
    let text = seed.text
    #expect(text.count >= SeedText.leastCharacters)
    let sorted = text.indices.sorted { left, right in
      let before = (
        text[left == 0 ? text.count - 1 : left - 1], text[right == 0 ? text.count - 1 : right - 1]
      )
      return (text[left], before.0, left) < (text[right], before.1, right)
    }
    #expect(sorted == text.indices.map { unsafe Int(seed.order[$0]) })
    #expect(text.indices.allSatisfy { unsafe Int(seed.order[Int(seed.places[$0].rank)]) == $0 })
  }

  @Test func `novelty is the share of Han bigrams that the last tenth brings`() {
    let tail = "削烧伤，砂轮" + String(repeating: "磨", count: 400) + "，"
    let seed = SeedText.of([String(repeating: "磨", count: 3689) + "，" + tail])
    #expect(seed.count == 4098)
    let text = seed.text
    let isHan = text.map { SeedText.isHan($0) }
    var seen: Set<[UInt16]> = []
    var (bigrams, new) = (0, 0)
    for place in 1..<text.count where isHan[place] && isHan[place - 1] {
      let isNew = seen.insert([text[place - 1], text[place]]).inserted
      if place >= text.count - text.count / 10 {
        bigrams += 1
        if isNew { new += 1 }
      }
    }
    #expect(new > 0 && seed.novelty == Double(new) / Double(bigrams))
  }
}
