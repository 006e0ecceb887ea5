import ArgumentParser
import Zhisou

/// How text for people is laid out on standard output.
struct Layout {
  /// The columns that lines must fit; `nil` where nothing is cut or wrapped.
  let columns: Int?
  /// Whether escape sequences make parts look different.
  let isColoured: Bool
  /// Whether hits are put between brackets: on a terminal that is not coloured.
  var bracketsHits: Bool { columns != nil && !isColoured }

  /// A pipe or a file.
  static let plain = Layout(columns: nil, isColoured: false)

  /// What the terminal and the environment ask for.
  static let automatic: Layout = {
    guard let window = Window.current else { return .plain }
    return Layout(
      columns: window.columns,
      isColoured: Environment.value(of: "NO_COLOR") == nil
        && Environment.value(of: "TERM") != "dumb")
  }()
}

/// The options of verbs that print much text.
struct LayoutOptions: ParsableArguments {
  @Flag(
    help: .message(
      """
      Neither colours, nor a pager, nor lines fitted to the window, as in a pipe. On a terminal hits \
      are red, and between 【 and 】 where NO_COLOR or TERM=dumb forbid colours.
      """))
  var plain = false

  @Flag(
    name: .customLong("no-pager"),
    help: .message(
      """
      Print to the terminal itself what is longer than the window, not through $ZHISOU_PAGER, else \
      $PAGER, else less.
      """))
  var withoutPager = false

  var choice: LayoutChoice { LayoutChoice(isPlain: plain, withoutPager: withoutPager) }

  /// The layout; begins paging where it is wanted.
  func begin() -> Layout { choice.begin() }
}

/// What the options say of the layout.
struct LayoutChoice: Equatable {
  var isPlain = false
  var withoutPager = false

  /// The layout; begins paging where it is wanted.
  func begin() -> Layout {
    guard !isPlain, let window = Window.current else { return .plain }
    if !withoutPager, Environment.value(of: "TERM") != "dumb" { Terminal.page(beyond: window) }
    return .automatic
  }
}
