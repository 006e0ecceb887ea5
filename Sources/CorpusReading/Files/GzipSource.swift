internal import Storage

/// What comes out of a gzip file: all its members, joined (RFC 1952, section 2.2).
///
/// zlib's own `gzread` takes a cut-off file for a whole one and swallows what follows, so the loop
/// over members is here: after a member comes the next one, or zeros (tape padding), or nothing;
/// anything else is garbage, which is reported and costs no text.
final class GzipSource: ByteSource {
  private let packed: ByteReader
  private let stream: InflateStream
  private let budget: OutputBudget
  private let note: (String) -> Void
  private var state = State.betweenMembers
  private var isFirstMember = true
  private var produced = 0
  private var failure: InflateStream.Failure?

  private enum State {
    case betweenMembers, inMember, ended
  }

  /// Begins at the front of `packed`; `note` is told what is odd and costs nothing.
  init(
    _ packed: ByteReader, budget: OutputBudget, note: @escaping (String) -> Void
  ) throws(SourceFailure) {
    self.packed = packed
    self.budget = budget
    self.note = note
    do {
      stream = try InflateStream(.gzip)
    } catch {
      throw .unreadable("not enough memory to unpack")
    }
  }

  /// Whether bytes begin a gzip member with the one method there is.
  static func recognises(_ opening: Span<UInt8>) -> Bool {
    opening.count >= 3 && opening[0] == 0x1F && opening[1] == 0x8B && opening[2] == 8
  }

  func read(into buffer: inout [UInt8], from offset: Int) throws(SourceFailure) -> Int {
    while true {
      switch state {
      case .ended:
        return 0
      case .betweenMembers:
        try beginMember()
      case .inMember:
        let count = try inflate(into: &buffer, from: offset)
        if count > 0 { return count }
      }
    }
  }

  private func beginMember() throws(SourceFailure) {
    try fill(atLeast: 3)
    var zeros = 0
    while packed.available > 0 {
      let leading = packed.withWindow { window in
        var count = 0
        while count < window.count, window[count] == 0 { count += 1 }
        return count
      }
      if leading == 0 { break }
      zeros += leading
      packed.consume(leading)
      try fill(atLeast: 3)
    }
    guard packed.available > 0 else {
      state = .ended
      return
    }
    if !isFirstMember {
      let isMember = zeros == 0 && packed.withWindow { window in window[0] == 0x1F }
      guard isMember else {
        note("garbage after the end of the gzip data was ignored")
        state = .ended
        return
      }
      stream.reset()
    }
    isFirstMember = false
    state = .inMember
  }

  private func inflate(into buffer: inout [UInt8], from offset: Int) throws(SourceFailure) -> Int {
    if let failure { throw .damaged(Self.reason(failure)) }
    try fill(atLeast: 1)
    guard packed.available > 0 else { throw .damaged("gzip: the file is truncated") }
    let progress = packed.withWindow { window in
      stream.inflate(window, into: &buffer, from: offset)
    }
    packed.consume(progress.consumed)
    produced += progress.produced
    // What came before the damage is given first.
    failure = progress.failure
    if progress.isFinished { state = .betweenMembers }
    try budget.spend(progress.produced, produced: produced, consumed: packed.consumed)
    return progress.produced
  }

  private func fill(atLeast count: Int) throws(SourceFailure) {
    try packed.fill(atLeast: count)
  }

  private static func reason(_ failure: InflateStream.Failure) -> String {
    switch failure {
    case .data(let message):
      switch message {
      case "incorrect data check": "gzip: the checksum (CRC) differs, the data is damaged"
      case "incorrect length check": "gzip: the length differs, the data is damaged"
      default: "gzip: the data is damaged (\(message))"
      }
    case .dictionary: "gzip: the data is damaged (it asks for a dictionary)"
    case .memory: "not enough memory to unpack"
    }
  }
}
