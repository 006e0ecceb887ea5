/// The members of an object inside a record's column that can stand for the whole.
struct JSONMembers {
  /// The index behind the object.
  let end: Int
  /// Where the value begins that says what the object is, by the order of `preference`.
  let preferred: Int?
  /// Where the values begin that are strings.
  let strings: [Int]

  private static let preference = ["text", "name", "title", "code", "value", "zh", "zh-CN", "cn"]

  /// Looks through the object that begins at `start` with its brace.
  ///
  /// Complexity: O(length).
  init(_ text: Span<UInt8>, from start: Int, depth: Int, limit: Int) throws(JSONError) {
    var strings: [Int] = []
    var best: (rank: Int, value: Int)?
    var index = JSONScanner.skipBlanks(text, from: start + 1)
    if index < text.count, text[index] == 0x7D {
      (end, preferred, self.strings) = (index + 1, nil, [])
      return
    }
    repeat {
      let member = try JSONScanner.keyEnd(text, from: index)
      index = try JSONScanner.valueEnd(
        text, from: member.value, depth: depth - 1, limit: limit)
      let first = text[member.value]
      if first == 0x22 { strings.append(member.value) }
      if first != 0x6E, let rank = Self.rank(text.extracting(member.key)),
        rank < best?.rank ?? .max
      {
        best = (rank, member.value)
      }
    } while try JSONScanner.isFollowed(text, &index, closing: 0x7D)
    end = index
    preferred = best?.value
    self.strings = strings
  }

  /// Whether anything in the object can be a value.
  var hasText: Bool { preferred != nil || !strings.isEmpty }

  private static func rank(_ key: Span<UInt8>) -> Int? {
    guard key.count <= 5 else { return nil }
    return preference.firstIndex { $0.utf8.count == key.count && $0 == key.string }
  }
}
