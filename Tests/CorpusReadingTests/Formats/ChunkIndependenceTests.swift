import CorpusReading
import TestSupport
import Testing

/// The same file gives the same records and problems however it is cut into chunks.
struct ChunkIndependenceTests {
  private static let broken = Patents.old(number: "1004").replacing("</abstract>", with: "</x>")

  private static let inputs: [[UInt8]] =
    [
      Array(
        (Patents.old(extra: "&nbsp;&alpha;<![CDATA[<?xml ]]>") + "\u{FEFF}" + Patents.new()).utf8),
      Array((Patents.new(extra: "镕&ldquo;甲&rdquo;&#65;") + broken + Patents.old()).utf8),
      Array(
        """
        <?xml version="1.0"?><!DOCTYPE a SYSTEM "b>c"><a><title>甲</title></a>
        <?xml version="1.0"?><!DOCTYPE a SYSTEM "b>c><a><title>乙</title></a>
        <?xml version="1.0"?><a><title lang="">丙</title></a>
        """.utf8),
      Array(
        """
        \u{FEFF}{"id":"1","title":"中文\\u4e2d\\ud83d\\ude00","keyword":["a","b"]}\r
        {"bad":}\r
        {"title":"二","text":"\\n…","电话":"1"}
        """.utf8),
      Array("{\"title\":\"".utf8) + [0xFF, 0xE4, 0xB8, 0x00, 0xE5, 0xA5, 0xBD] + Array("\"}".utf8),
      Gzip.member(Array(Patents.old().utf8)) + Gzip.member(Array(Patents.new().utf8)),
      Gzip.member(Gzip.member(Array("{\"title\":\"双层\"}\n".utf8), block: 7), block: 5),
    ]

  private func limits(chunk: Int, read: Int) -> ReadingLimits {
    var limits = ReadingLimits()
    limits.chunkBytes = chunk
    limits.readBytes = read
    return limits
  }

  @Test(arguments: inputs.indices)
  func `chunks of any size give the same`(index: Int) {
    let input = Self.inputs[index]
    let whole = read(bytes: input)
    #expect(!whole.records.isEmpty)
    var generator = SeededGenerator(seed: UInt64(index))
    let random = (0..<4).map { _ in Int.random(in: 8...5000, using: &generator) }
    for chunk in [1, 2, 3, 5, 7, 16, 17, 64] + random {
      let cut = read(bytes: input, limits: limits(chunk: chunk, read: chunk))
      #expect(cut.records == whole.records, "chunks of \(chunk)")
      #expect(cut.report.problems == whole.report.problems, "chunks of \(chunk)")
      #expect(cut.report.outcome == whole.report.outcome)
    }
  }
}
