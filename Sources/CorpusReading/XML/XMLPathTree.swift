/// The places of a document that a dialect wants, as a tree of element names.
///
/// Names are local and paths exact: the same names recur in citations, priorities and related
/// documents. `*` stands for any element that no sibling names.
struct XMLPathTree {
  /// What to do at a place.
  enum Role: UInt8 {
    /// On the way to another place.
    case passage
    /// Told at its begin and end.
    case group
    /// Its text, and that of all elements inside, is collected, and told at its end.
    case text
    /// A record: told at its begin and end, and delivered.
    case record
  }

  /// The number of the root's place, and of elements that lead nowhere.
  static let root = 0
  static let nowhere = -1

  private struct Node {
    var role = Role.passage
    var place: UInt8 = 0
    /// The node's name in `names`.
    var name: Range<Int> = 0..<0
    /// The first child and the next one of the same parent, or `nowhere`.
    var child = XMLPathTree.nowhere
    var sibling = XMLPathTree.nowhere
    /// The child that stands for all other names, or `nowhere`.
    var wildcard = XMLPathTree.nowhere
  }

  private var nodes = [Node()]
  private var names: [UInt8] = []

  /// Makes a tree of paths below the root element; the empty path is the root itself.
  init(_ entries: [(path: String, role: Role, place: UInt8)]) {
    for entry in entries {
      var node = Self.root
      for name in entry.path.split(separator: "/") { node = addChild(of: node, Array(name.utf8)) }
      nodes[node].role = entry.role
      nodes[node].place = entry.place
    }
  }

  /// The child of that name, made if there is none.
  private mutating func addChild(of parent: Int, _ name: [UInt8]) -> Int {
    let isWildcard = name == [0x2A]
    let known = isWildcard ? nodes[parent].wildcard : child(of: parent, named: name.span)
    if known != Self.nowhere, isWildcard || known != nodes[parent].wildcard { return known }
    var node = Node()
    if isWildcard {
      nodes[parent].wildcard = nodes.count
    } else {
      node.name = names.count..<(names.count + name.count)
      names += name
      node.sibling = nodes[parent].child
      nodes[parent].child = nodes.count
    }
    nodes.append(node)
    return nodes.count - 1
  }

  /// The node of an element inside `node`.
  ///
  /// Complexity: O(children of the node).
  func child(of node: Int, named name: Span<UInt8>) -> Int {
    guard node != Self.nowhere else { return node }
    var child = nodes[node].child
    while child != Self.nowhere {
      if names.equals(nodes[child].name, name) { return child }
      child = nodes[child].sibling
    }
    return nodes[node].wildcard
  }

  func role(of node: Int) -> Role { nodes[node].role }

  func place(of node: Int) -> UInt8 { nodes[node].place }
}
