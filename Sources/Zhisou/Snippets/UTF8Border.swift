/// Borders of characters, which here are Unicode scalars, in UTF-8.
enum UTF8Border {
  /// Whether a byte begins a character.
  static func isStart(_ byte: UInt8) -> Bool {
    byte & 0xC0 != 0x80
  }

  /// The end of the character that begins at a place.
  static func end(ofCharacterAt place: Int, in text: [UInt8]) -> Int {
    var end = min(place + 1, text.count)
    while end < text.count, !isStart(text[end]) { end += 1 }
    return end
  }

  /// The beginning of the character that ends at a place.
  static func start(ofCharacterBefore place: Int, in text: [UInt8]) -> Int {
    var start = max(place - 1, 0)
    while start > 0, !isStart(text[start]) { start -= 1 }
    return start
  }
}
