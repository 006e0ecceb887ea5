/// How well a passage can begin or end at a border of characters.
enum PassageBorder: Int, Comparable {
  /// Not at all: within a word, a code, or what is read as one character.
  case never
  /// Only where there is no other: within a hit, a number or an address, or before a full stop.
  case seldom
  /// Between any characters.
  case character
  /// Behind a comma, a colon, an ellipsis.
  case clause
  /// Behind the end of a sentence or a line.
  case sentence

  static func < (left: PassageBorder, right: PassageBorder) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The borders before each of some characters, told from those before it.
  static func borders(before scalars: some Sequence<Unicode.Scalar>) -> [PassageBorder] {
    var previous = BorderCharacter.Kind.lineEnd
    var isPreviousLoose = false
    // What the last character that is neither white space nor a closing mark ended, and whether
    // anything may follow it at once.
    var ended = BorderCharacter.Kind.sentenceEnd
    var isEndLoose = true
    return scalars.map { scalar in
      let character = BorderCharacter(scalar)
      let isBehindSpace = previous == .space || previous == .lineEnd
      let border: PassageBorder
      switch character.kind {
      case .space, .lineEnd, .closing, .sentenceEnd, .clauseEnd, .fullStop: border = .seldom
      case .opening, .other:
        let isFree =
          isBehindSpace || isPreviousLoose || character.isLoose || isEndLoose && ended != .other
        border =
          !isFree || ended == .opening
          ? .seldom : Self.border(behind: ended, isBehindSpace, before: scalar)
      }
      switch character.kind {
      case .space: break
      case .closing where [.sentenceEnd, .clauseEnd, .fullStop].contains(ended): break
      case .lineEnd: (ended, isEndLoose) = (.sentenceEnd, true)
      default: (ended, isEndLoose) = (character.kind, character.isLoose)
      }
      previous = character.kind
      isPreviousLoose = character.isLoose
      return border
    }
  }

  private static func border(
    behind ended: BorderCharacter.Kind, _ isBehindSpace: Bool, before scalar: Unicode.Scalar
  ) -> PassageBorder {
    switch ended {
    case .sentenceEnd: .sentence
    case .clauseEnd: .clause
    case .fullStop where isBehindSpace && scalar.properties.isUppercase: .sentence
    default: .character
    }
  }
}
