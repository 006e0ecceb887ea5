import Zhisou

/// The parts that records of several kinds have.
extension RecordWriter {
  /// Characters that are copied for a text, a quantile for every sixteenth.
  ///
  /// The logarithm is about normal, the median 152, and one in a hundred is longer than 800.
  private static let lengths = QuantileTable([
    20, 50, 70, 87, 101, 115, 127, 139, 152, 165, 179, 195, 214, 240, 276, 340, 1000,
  ])

  /// Months since January 1985 when patents were published: half of them after 2018.
  private static let patentMonths = QuantileTable([
    9, 216, 276, 312, 336, 354, 370, 384, 396, 407, 417, 427, 437, 447, 458, 470, 490,
  ])

  /// Appends a title's own phrases and remembers them.
  func appendTitle(_ draft: inout Draft) {
    let start = text.count
    appendPhrase(4...9, &draft, isTitle: true)
    if !draft.walk.generator.oneIn(4) { appendPhrase(2...6, &draft, isTitle: true) }
    draft.title = start..<text.count
  }

  /// Appends Han characters that follow one another in the seed text.
  func appendPhrase(_ length: ClosedRange<Int>, _ draft: inout Draft, isTitle: Bool = false) {
    let seed = model.copying.seed
    let most = length.lowerBound + draft.walk.generator.below(length.count)
    var place = 0
    var count = 0
    for _ in 0..<8 where count < length.lowerBound {
      place = draft.walk.home(in: seed)
      count = seed.hanCharacters(from: place, atMost: most)
    }
    if isTitle { draft.walk.keep(place) }
    unsafe text.append(upTo: 3 * max(count, 1)) { start in
      var end = unsafe start
      for offset in 0..<count {
        unsafe end = CopyingModel.write(seed.places[place + offset].character, at: end)
      }
      return unsafe end - start
    }
  }

  /// Appends a text of the usual length, as a share in sixteenths.
  func appendText(sixteenths: Int = 16, _ draft: inout Draft) {
    let length = draft.walk.generator.value(of: Self.lengths)
    appendSentences(length * sixteenths / 16, &draft)
  }

  /// How long a text is to be, in characters.
  func length(_ draft: inout Draft) -> Int {
    draft.walk.generator.value(of: Self.lengths)
  }

  /// Appends about so many characters, as sentences that begin where clauses do.
  func appendSentences(_ length: Int, _ draft: inout Draft) {
    model.copying.write(length, of: &draft.walk, to: passages)
    for index in 0..<passages.count {
      passages.append(index, to: text)
      text.append("。")
    }
  }

  /// Appends phrases of the subject, `separator` between.
  func appendPhrases(_ count: Int, _ separator: String, _ draft: inout Draft) {
    for place in 0..<count {
      if place > 0 { text.append(separator) }
      appendPhrase(2...6, &draft)
    }
  }

  /// Appends people of the organisation, `separator` between.
  func appendPeople(_ count: Int, _ separator: String, _ draft: inout Draft) {
    for place in 0..<count {
      if place > 0 { text.append(separator) }
      Names.appendPerson(draft.person(), to: text)
    }
  }

  /// Appends the place of the organisation.
  func appendPlace(_ draft: Draft) {
    text.append(Names.place(ofOrganisation: draft.organisation))
  }

  /// The month in which a patent was published: later for later numbers, give or take a year or two.
  func patentMonth(_ draft: inout Draft) -> Int {
    let share = min((draft.ordinal << 32) / max(model.patents, 1), Int(UInt32.max))
    let jitter = draft.walk.generator.below(1 << 27) - (1 << 26)
    return Self.patentMonths.value(at: UInt32(clamping: share + jitter))
  }

  /// Appends a date as `2021-03-05`, or without the hyphens.
  func appendDate(month: Int, day: Int, separator: String = "-") {
    text.append(1985 + month / 12)
    text.append(separator)
    text.append(month % 12 + 1, digits: 2)
    text.append(separator)
    text.append(day, digits: 2)
  }

  /// Appends a date of the last fifteen years.
  func appendRecentDate(_ draft: inout Draft) {
    let month = 310 + draft.walk.generator.below(180)
    appendDate(month: month, day: 1 + draft.walk.generator.below(28))
  }
}

extension SeedText {
  /// How many Han characters follow one another from a place.
  func hanCharacters(from place: Int, atMost most: Int) -> Int {
    let end = min(place + most, count)
    var index = place
    while index < end, unsafe Self.isHan(places[index].character) { index += 1 }
    return index - place
  }
}
