internal import Analysis

/// The borders of characters in and around a span of a text, among which a passage is chosen.
struct PassageBorders {
  /// Characters that are looked at beyond where a passage may begin: longer than any code.
  private static let context = 128

  private let span: Range<Int>
  private let characters: Int
  /// The offset in bytes of each border, and how well a passage begins or ends there.
  private var places: [Int]
  private var borders: [PassageBorder]
  /// The characters before each border; a stretch of white space counts as one.
  private var lengths: [Int]
  /// The borders that the passage may have.
  private let candidates: ClosedRange<Int>

  /// Looks at a span and as much around it as a passage may take.
  ///
  /// - Parameters:
  ///   - text: well-formed UTF-8.
  ///   - span: what the passage has to show; it begins and ends with tokens.
  ///   - bounds: what the passage may take, the span in it: all between two other passages.
  ///   - characters: how long the passage may be.
  ///   - matches: what is not to be cut, by where it begins.
  init(
    _ text: [UInt8], around span: Range<Int>, in bounds: Range<Int>, characters: Int,
    matches: [TermMatch]
  ) {
    self.span = span
    self.characters = characters
    let reach = characters + characters / 10 + Self.context
    let zone = Self.zone(of: text, around: span, characters: reach)
    let string = String(decoding: text[zone], as: UTF8.self)
    var place = zone.lowerBound
    (places, lengths) = ([place], [0])
    var (length, isBehindSpace) = (0, false)
    for scalar in string.unicodeScalars {
      let isSpace = scalar.isWhiteSpace
      place += UTF8.width(scalar)
      length += isSpace && isBehindSpace ? 0 : 1
      isBehindSpace = isSpace
      places.append(place)
      lengths.append(length)
    }
    let first = places.partitioningIndex { $0 >= bounds.lowerBound }
    let last = places.partitioningIndex { $0 > bounds.upperBound } - 1
    candidates = first...last
    borders = PassageBorder.borders(before: string.unicodeScalars) + [.seldom]
    limit(.never, within: Self.clusters(of: string, at: zone.lowerBound))
    limit(.never, within: Self.words(of: text, in: zone))
    limit(.seldom, within: Self.ranges(of: matches, in: zone))
    // The text, or another passage that this one then goes on, ends there well.
    borders[first] = places[first] == bounds.lowerBound ? .sentence : .seldom
    borders[last] = places[last] == bounds.upperBound ? .sentence : .seldom
  }

  /// The passage: the span, from and to borders of sentences where they are near, else of clauses,
  /// else of characters.
  ///
  /// It has the characters it may have, at most a tenth more where a sentence ends there, or as many
  /// as the span.
  var passage: Range<Int> {
    let first = possible(places.partitioningIndex { $0 > span.lowerBound } - 1, step: -1)
    let last = possible(places.partitioningIndex { $0 >= span.upperBound }, step: 1)
    var start = start(of: first...last)
    let end = end(of: first...last, from: start)
    if end == candidates.upperBound {
      // What is left of the length goes to the text before.
      start = lowest(from: start, length: lengths[end] - characters, .sentence) ?? start
    }
    return places[start]..<places[end]
  }

  private func start(of inner: ClosedRange<Int>) -> Int {
    let first = inner.lowerBound
    let length = lengths[first]
    let room = max(0, characters - (lengths[inner.upperBound] - length))
    var nearest = first
    while nearest >= candidates.lowerBound, lengths[nearest] >= length - min(room, characters / 3) {
      if borders[nearest] == .sentence { return nearest }
      nearest -= 1
    }
    return lowest(from: first, length: length - min(room, characters / 4), .clause)
      ?? lowest(from: first, length: length - min(room, characters / 8), .character)
      ?? first
  }

  private func end(of inner: ClosedRange<Int>, from start: Int) -> Int {
    let last = inner.upperBound
    let most = lengths[start] + characters
    let near = most - characters / 3
    return highest(from: last, lengths: near...(most + characters / 10), .sentence)
      ?? highest(from: last, lengths: near...most, .clause)
      ?? highest(from: last, lengths: lengths[start]...most, .character)
      ?? last
  }

  /// The first border of a quality, or of a better one, that is not behind `index` and has at least
  /// so many characters before it.
  private func lowest(from index: Int, length: Int, _ quality: PassageBorder) -> Int? {
    var found: Int?
    var index = index
    while index >= candidates.lowerBound, lengths[index] >= length {
      if borders[index] >= quality { found = index }
      index -= 1
    }
    return found
  }

  /// The last border of a quality, or of a better one, that is not before `index` and has so many
  /// characters before it.
  private func highest(
    from index: Int, lengths range: ClosedRange<Int>, _ quality: PassageBorder
  ) -> Int? {
    var found: Int?
    var index = index
    while index <= candidates.upperBound, lengths[index] <= range.upperBound {
      if borders[index] >= quality, lengths[index] >= range.lowerBound { found = index }
      index += 1
    }
    return found
  }

  /// The next border from `index` on, in steps of 1 or -1, where a passage can begin or end at all.
  private func possible(_ index: Int, step: Int) -> Int {
    var index = index
    while borders[index] == .never, candidates.contains(index + step) { index += step }
    return index
  }

  private static func zone(
    of text: [UInt8], around span: Range<Int>, characters: Int
  ) -> Range<Int> {
    var (start, end) = (span.lowerBound, span.upperBound)
    var length = 0
    while start > 0, length < characters {
      start = UTF8Border.start(ofCharacterBefore: start, in: text)
      if text[start] > 0x20 { length += 1 }
    }
    length = 0
    while end < text.count, length < characters {
      if text[end] > 0x20 { length += 1 }
      end = UTF8Border.end(ofCharacterAt: end, in: text)
    }
    return start..<end
  }

  /// The ranges of what is read as one character.
  private static func clusters(of string: String, at offset: Int) -> [Range<Int>] {
    var end = offset
    return string.map { character in
      let start = end
      end += character.utf8.count
      return start..<end
    }
  }

  private static func words(of text: [UInt8], in zone: Range<Int>) -> [Range<Int>] {
    unsafe text[zone].withUnsafeBufferPointer { unsafe WordFinder.ranges(in: $0) }.map {
      zone.lowerBound + $0.lowerBound..<zone.lowerBound + $0.upperBound
    }
  }

  /// The ranges of the matches that begin in a range of bytes.
  private static func ranges(of matches: [TermMatch], in zone: Range<Int>) -> [Range<Int>] {
    let first = matches.partitioningIndex { $0.bytes.lowerBound >= zone.lowerBound }
    return matches[first...].prefix { $0.bytes.lowerBound < zone.upperBound }.map(\.bytes)
  }

  /// Makes the borders within ranges no better than a quality.
  private mutating func limit(_ quality: PassageBorder, within ranges: [Range<Int>]) {
    for range in ranges {
      var index = places.partitioningIndex { $0 > range.lowerBound }
      while index < places.count, places[index] < range.upperBound {
        borders[index] = min(borders[index], quality)
        index += 1
      }
    }
  }
}
