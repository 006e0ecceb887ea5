/// What an element of HTML means for the text in it.
enum HTMLTag: Equatable {
  case title, meta, script
  /// The first heading of a page, which may be its title.
  case heading
  /// `main` and `article`: what the page is there for.
  case main
  /// What is no part of the text: styles, navigation, footers, forms, pictures in markup.
  case leftOut
  /// Begins on a line of its own.
  case block
  /// A cell of a table.
  case cell
  case lineBreak
  /// Keeps its lines as they are.
  case preformatted
  /// In the middle of a line.
  case inline

  /// The meaning of an element's name, in lower case.
  init(_ name: Span<UInt8>) {
    self = Self.tags[name.string] ?? .inline
  }

  private static let tags: [String: HTMLTag] = {
    var tags: [String: HTMLTag] = [
      "title": .title, "meta": .meta, "script": .script, "h1": .heading, "main": .main,
      "article": .main, "br": .lineBreak, "td": .cell, "th": .cell, "pre": .preformatted,
      "textarea": .leftOut,
    ]
    let leftOut = """
      style noscript template nav footer aside form button select option svg math iframe object \
      embed canvas audio video map datalist dialog
      """
    let blocks = """
      p div section header body ul ol li dl dt dd table caption thead tbody tfoot tr h2 h3 h4 h5 h6 \
      blockquote figure figcaption address hr details summary fieldset center
      """
    for name in leftOut.split(separator: " ") { tags[String(name)] = .leftOut }
    for name in blocks.split(separator: " ") { tags[String(name)] = .block }
    return tags
  }()
}
