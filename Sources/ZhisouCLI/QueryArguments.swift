/// The arguments of the command line, as the parser can take them.
///
/// A query may begin with a minus: `-砂轮`, `-"304"`, `-kind:course`. So that nobody takes it for an
/// option it becomes the full-width sign, which the query language takes for the same. A negative
/// number behind an option is its value, whatever that then is good for.
enum QueryArguments {
  /// Changes what is no option up to `--`, behind which nothing is taken for one.
  static func escaped(_ arguments: [String]) -> [String] {
    let end = arguments.firstIndex(of: "--") ?? arguments.count
    return joined(arguments[..<end]).map(escaped) + arguments[end...]
  }

  /// Puts a negative number behind the option before it: `-n -1` becomes `-n=-1`.
  private static func joined(_ arguments: ArraySlice<String>) -> [String] {
    arguments.reduce(into: []) { joined, argument in
      guard argument.utf8.first == UInt8(ascii: "-"), let number = Int(argument), number < 0,
        let option = joined.last, option.hasPrefix("-"), option != "-", !option.contains("=")
      else { return joined.append(argument) }
      joined[joined.count - 1] = "\(option)=\(argument)"
    }
  }

  private static func escaped(_ argument: String) -> String {
    guard argument.first == "-", let next = argument.dropFirst().first else { return argument }
    let name = argument.dropFirst().prefix { $0.isASCII && $0.isLetter }
    let isField = name.count > 1 && argument.dropFirst(1 + name.count).first == ":"
    let isOption = next == "-" || next.isASCII && (next.isLetter || next.isNumber)
    return isField || !isOption ? "－" + argument.dropFirst() : argument
  }
}
