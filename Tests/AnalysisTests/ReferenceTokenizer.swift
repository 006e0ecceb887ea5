/// The slow twin of the standard analyzer: reads ahead where that one remembers, and knows codes by
/// regular expressions.
///
/// Of the standards' letters it knows only those that the tests write.
struct ReferenceTokenizer {
  private let characters: [ReferenceCharacter]
  private var index = 0
  private var tokens: [ReadToken] = []

  static func tokens(of bytes: [UInt8]) -> [ReadToken] {
    var tokenizer = ReferenceTokenizer(characters: ReferenceCharacter.all(in: bytes))
    tokenizer.tokenize()
    return tokenizer.tokens
  }

  private init(characters: [ReferenceCharacter]) {
    self.characters = characters
  }

  private mutating func tokenize() {
    while let character = peek() {
      switch character.kind {
      case .run: takeRun()
      case .word: takeCode()
      default: index += 1
      }
    }
  }

  private func peek(_ distance: Int = 0) -> ReferenceCharacter? {
    characters.indices.contains(index + distance) ? characters[index + distance] : nil
  }

  private mutating func takeRun() {
    let run = Array(characters[index...].prefix { $0.kind == .run })
    index += run.count
    for pair in zip(run, run.dropFirst()) { tokens.append(token(of: [pair.0, pair.1])) }
    guard run.count > 1 else {
      tokens.append(token(of: run))
      return
    }
    for (place, character) in run.enumerated() {
      let neighbours = [place - 1, place + 1].filter(run.indices.contains).map { run[$0] }
      let isPaired = !isRare(character) && neighbours.contains { !isRare($0) }
      if !isPaired {
        tokens.append(
          ReadToken(
            text: String(character.scalar), start: character.start, end: character.end,
            isExtra: true))
      }
    }
  }

  /// Whether a character of runs has no dense id.
  private func isRare(_ character: ReferenceCharacter) -> Bool {
    character.scalar.value >= 0x2_0000
  }

  private mutating func takeCode() {
    var words = [takeWord()]
    var isSlashed = false
    var behindSubclass: Int?
    var forms: [ReadToken] = []
    while words[words.count - 1].isWhole {
      if let joiner = peek(), joiner.kind == .joiner, peek(1)?.kind == .word {
        isSlashed =
          isSlashed || words.count == 1 && words[0].text.count == 1 && joiner.scalar == "/"
        index += 1
      } else if let spaces = spacesBeforeNumber(), joinsOverSpace(words, isSlashed) {
        if normalForm(words).wholeMatch(of: subclass) != nil {
          behindSubclass = words.count
          forms.append(extra(String(normalForm(words).prefix(3)), over: words))
        }
        index += spaces
      } else {
        break
      }
      words.append(takeWord())
    }
    if let behindSubclass, normalForm(words).wholeMatch(of: symbol) == nil {
      forms += self.forms(of: Array(words[behindSubclass...]), isSlashed)
    } else {
      forms += self.forms(of: words, isSlashed)
    }
    forms += takeSigns(behind: words[words.count - 1])
    tokens += words.map(\.token)
    var known = Set(words.map(\.text))
    tokens += forms.filter { known.insert($0.text).inserted }
  }

  /// Takes the word at the index: whole unless it was cut for its length.
  private mutating func takeWord() -> ReferenceWord {
    var taken: [ReferenceCharacter] = []
    var bytes = 0
    while let character = peek() {
      let isPoint = character.scalar == "." && taken.last?.isDigit == true
      let isDecimal = isPoint && peek(1)?.isDigit == true
      guard character.kind == .word || isDecimal else { break }
      let size = isDecimal ? 2 : String(character.scalar).utf8.count
      if bytes + size > 255 {
        index += isDecimal ? 1 : 0
        return ReferenceWord(token: token(of: taken), isWhole: false)
      }
      bytes += isDecimal ? 1 : size
      taken.append(character)
      index += 1
    }
    return ReferenceWord(token: token(of: taken), isWhole: true)
  }

  private mutating func takeSigns(behind word: ReferenceWord) -> [ReadToken] {
    guard word.isWhole else { return [] }
    let signs = characters[index...].prefix { $0.kind == .sign }
    index += signs.count
    guard (1...2).contains(signs.count), Set(signs.map(\.scalar)).count == 1,
      let end = signs.last?.end, word.text.firstMatch(of: #/[0-9]/#) == nil
    else { return [] }
    let text = word.text + signs.map { String($0.scalar) }.joined()
    return [ReadToken(text: text, start: word.token.start, end: end, isExtra: true)]
  }

  private func spacesBeforeNumber() -> Int? {
    let spaces = characters[index...].prefix { $0.kind == .space }.count
    return spaces > 0 && peek(spaces)?.isDigit == true ? spaces : nil
  }

  private func joinsOverSpace(_ words: [ReferenceWord], _ isSlashed: Bool) -> Bool {
    let form = normalForm(words)
    return form.wholeMatch(of: subclass) != nil || form.wholeMatch(of: listed) != nil
      || isSlashed && form.wholeMatch(of: unlisted) != nil
  }

  private func normalForm(_ words: [ReferenceWord]) -> String {
    words.dropFirst().reduce(words[0].text) { form, word in
      let isBetweenDigits =
        form.wholeMatch(of: #/.*[0-9]/#) != nil && word.text.prefixMatch(of: #/[0-9]/#) != nil
      return form + (isBetweenDigits ? "-" : "") + word.text
    }
  }

  /// The whole of a code and its further forms.
  private func forms(of words: [ReferenceWord], _ isSlashed: Bool) -> [ReadToken] {
    let form = normalForm(words)
    guard words.count <= 8, form.utf8.count <= 64 else { return [] }
    var texts = words.count > 1 ? [form] : []
    if let match = form.wholeMatch(of: symbol) {
      let (_, subclass, group) = (match.0, String(match.1), String(match.2))
      texts += [subclass, String(subclass.prefix(3)), subclass + group, group]
    } else if form.wholeMatch(of: subclass) != nil {
      texts.append(String(form.prefix(3)))
    } else if let match = form.wholeMatch(of: publication) {
      texts.append(String(match.1))
    } else if let match = standards(form, isSlashed).lazy.compactMap(form.wholeMatch).first {
      let number = match.4.replacing(#/(.)-([0-9]{4}|[0-9]{2})$/#) { String($0.1) }
      let prefix = "\(match.1)\(match.2)"
      texts.append(contentsOf: ["\(match.1)", "\(match.2)", prefix])
      texts.append(contentsOf: ["\(number)", "\(prefix)\(match.3)\(number)"])
    }
    return texts.filter { !$0.isEmpty }.map { extra($0, over: words) }
  }

  private func extra(_ text: String, over words: [ReferenceWord]) -> ReadToken {
    ReadToken(
      text: text, start: words[0].token.start, end: words[words.count - 1].token.end, isExtra: true)
  }

  private func token(of characters: [ReferenceCharacter]) -> ReadToken {
    ReadToken(
      text: characters.map { String($0.scalar) }.joined(),
      start: characters[0].start, end: characters[characters.count - 1].end)
  }

  /// First part, second part, hyphen and number of a standard.
  private typealias Standard = Regex<(Substring, Substring, Substring, Substring, Substring)>

  private func standards(_ form: String, _ isSlashed: Bool) -> [Standard] {
    let local: Standard = #/(db[0-9]{2,6}+)(t?)(-?)([0-9].*)/#
    if form.prefixMatch(of: #/db[0-9]{2,6}+(?![0-9])/#) != nil { return [local] }
    let slashed: Standard = #/([tq])([a-z]{1,7}+)(-?)([0-9].*)/#
    let listed: [Standard] = [
      #/(gb|db|ch)([tz]?)(-?)([0-9].*)/#, #/(iso)((?:iec)?)(-?)([0-9].*)/#,
    ]
    return listed + (isSlashed ? [slashed] : [])
  }

  private var subclass: Regex<Substring> { #/[a-hy][0-9][0-9][a-z]/# }
  private var symbol: Regex<(Substring, Substring, Substring)> {
    #/([a-hy][0-9]{2}[a-z])([0-9]{1,4})-[0-9]{2,6}/#
  }
  private var publication: Regex<(Substring, Substring)> {
    #/([a-z]{2}[0-9]{6,})[a-z][0-9]?/#
  }
  private var listed: Regex<Substring> { #/(?:gb|db|ch)[tz]?|iso(?:iec)?|db[0-9]{2,6}t?/# }
  private var unlisted: Regex<Substring> { #/[tq][a-z]{1,7}/# }
}
