import Storage
import Testing

struct InflateStreamTests {
  @Test func `a member comes out whole in buffers of any size`() throws {
    let text = Array("磨削烧伤的诊断与对策".utf8)
    let member = Gzip.member(text, block: 4)
    for size in [1, 2, 7, 100] {
      let stream = try InflateStream(.gzip)
      var out: [UInt8] = []
      var start = 0
      var buffer = [UInt8](repeating: 0, count: size)
      while true {
        let end = min(start + size, member.count)
        let progress = stream.inflate(
          member.span.extracting(start..<end), into: &buffer, from: 0)
        #expect(progress.failure == nil)
        out += buffer.prefix(progress.produced)
        start += progress.consumed
        if progress.isFinished { break }
      }
      #expect(out == text && start == member.count)
    }
  }

  @Test func `what is no stream fails, and a reset begins again`() throws {
    let stream = try InflateStream(.gzip)
    var buffer = [UInt8](repeating: 0, count: 100)
    let nonsense = Array("nonsense".utf8)
    #expect(stream.inflate(nonsense.span, into: &buffer, from: 0).failure != nil)
    stream.reset()
    let member = Gzip.member(Array("text".utf8))
    let progress = stream.inflate(member.span, into: &buffer, from: 3)
    #expect(progress.isFinished && progress.produced == 4)
    #expect(buffer[3..<7].elementsEqual("text".utf8))
  }
}
