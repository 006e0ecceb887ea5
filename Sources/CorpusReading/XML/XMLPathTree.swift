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
    var name: [UInt8]
    var role = Role.passage
    var place: UInt8 = 0
    var children: [Int] = []
    var wildcard = XMLPathTree.nowhere
  }

  private var nodes = [Node(name: [])]

  /// Makes a tree of paths below the root element; the empty path is the root itself.
  init(_ entries: [(path: String, role: Role, place: UInt8)]) {
    for entry in entries {
      var node = Self.root
      for name in entry.path.split(separator: "/") { node = child(of: node, named: name) }
      nodes[node].role = entry.role
      nodes[node].place = entry.place
    }
  }

  private mutating func child(of parent: Int, named name: Substring) -> Int {
    let bytes = Array(name.utf8)
    if name == "*", nodes[parent].wildcard != Self.nowhere { return nodes[parent].wildcard }
    if let known = nodes[parent].children.first(where: { nodes[$0].name == bytes }) { return known }
    nodes.append(Node(name: bytes))
    if name == "*" {
      nodes[parent].wildcard = nodes.count - 1
    } else {
      nodes[parent].children.append(nodes.count - 1)
    }
    return nodes.count - 1
  }

  /// The node of an element inside `node`. Complexity: O(children of the node).
  func child(of node: Int, named name: Span<UInt8>) -> Int {
    guard node != Self.nowhere else { return node }
    for child in nodes[node].children where name.equals(nodes[child].name) { return child }
    return nodes[node].wildcard
  }

  func role(of node: Int) -> Role { nodes[node].role }

  func place(of node: Int) -> UInt8 { nodes[node].place }
}
