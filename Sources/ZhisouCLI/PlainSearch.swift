import Zhisou

/// Reads the arguments of a search as far as they are plain: words, and options with their values.
///
/// The argument parser builds the tables of all options several times before it reads the first
/// argument, which takes longer than most searches. What is not plain or not right is left to it, so
/// that it says what is wrong; what is read here it reads the same way.
struct PlainSearch {
  private var search = SearchRun()

  /// The search; `nil` where the parser must look.
  static func read(_ arguments: [String]) -> SearchRun? {
    var rest = arguments[...]
    while let option = rest.first, option.hasPrefix("--lang") {
      guard value(of: option, named: "--lang", in: &rest) != nil else { return nil }
    }
    guard rest.popFirst() == "search" else { return nil }
    var plain = PlainSearch()
    while let argument = rest.first {
      guard plain.take(argument, from: &rest) else { return nil }
    }
    return plain.search.words.isEmpty ? nil : plain.search
  }

  /// Takes an argument, with its value if it has one; says whether it could.
  private mutating func take(_ argument: String, from rest: inout ArraySlice<String>) -> Bool {
    guard argument.utf8.first == UInt8(ascii: "-") else {
      search.words.append(argument)
      rest.removeFirst()
      return true
    }
    switch argument {
    case "--strict-query": search.isStrict = true
    case "--explain": search.explains = true
    case "--plain": search.layout.isPlain = true
    case "--no-pager": search.layout.withoutPager = true
    default:
      let name = Self.name(of: argument)
      guard let value = Self.value(of: argument, named: name, in: &rest) else { return false }
      return set(name, to: value)
    }
    rest.removeFirst()
    return true
  }

  /// The name of an option as it is written.
  private static func name(of argument: String) -> String {
    String(argument.prefix { $0 != "=" })
  }

  /// Takes an option and its value: behind `=`, or the next argument unless that may be an option.
  private static func value(
    of argument: String, named name: String, in rest: inout ArraySlice<String>
  ) -> String? {
    if argument.utf8.count > name.utf8.count {
      guard argument.hasPrefix(name + "="), name.hasPrefix("--") else { return nil }
      rest.removeFirst()
      let value = argument.dropFirst(name.count + 1)
      return value.isEmpty ? nil : String(value)
    }
    guard argument == name, let value = rest.dropFirst().first, !value.hasPrefix("-") else {
      return nil
    }
    rest.removeFirst(2)
    return value
  }

  /// Sets an option; says whether there is one with that name, and the value is one for it.
  private mutating func set(_ name: String, to value: String) -> Bool {
    switch name {
    case "--lang": return true
    case "--index", "-i": search.indexPath = value
    case "--limit", "-n": return Self.set(&search.limit, to: value)
    case "--offset": return Self.set(&search.offset, to: value)
    case "--kind": search.filters.kind.append(value)
    case "--ipc": search.filters.ipc.append(value)
    case "--from": search.filters.from = value
    case "--to": search.filters.to = value
    case "--region": search.filters.region.append(value)
    case "--org": search.filters.org.append(value)
    case "--person": search.filters.person.append(value)
    case "--source": search.filters.source.append(value)
    case "--sort": search.order = Choice(named: value)
    case "--per-kind":
      guard let number = Int(value) else { return false }
      search.perKind = number
    case "--collapse": search.collapse = Choice(named: value)
    case "--facet": search.facets.append(value)
    case "--facet-limit": return Self.set(&search.facetLimit, to: value)
    case "--most-checks": return Self.set(&search.mostChecks, to: value)
    case "--most-counted": return Self.set(&search.mostCounted, to: value)
    case "--threads": return Self.set(&search.threads, to: value)
    case "--snippet-chars": return Self.set(&search.snippetCharacters, to: value)
    case "--format": search.format = Choice(named: value)
    default: return false
    }
    return true
  }

  private static func set(_ number: inout Int, to value: String) -> Bool {
    guard let new = Int(value) else { return false }
    number = new
    return true
  }
}
