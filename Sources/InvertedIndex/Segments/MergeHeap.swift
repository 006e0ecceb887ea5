/// The smallest of the next elements of several sorted streams.
///
/// A binary heap (Williams, "Algorithm 232: Heapsort", 1964); ties go to the stream with the lower
/// number, which keeps documents in order.
struct MergeHeap<Element> {
  private var elements: [(element: Element, stream: Int)] = []
  private let precedes: (Element, Element) -> Bool

  init(by precedes: @escaping (Element, Element) -> Bool) {
    self.precedes = precedes
  }

  var first: (element: Element, stream: Int)? { elements.first }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    if precedes(elements[left].element, elements[right].element) { return true }
    if precedes(elements[right].element, elements[left].element) { return false }
    return elements[left].stream < elements[right].stream
  }

  /// - Complexity: O(log streams).
  mutating func insert(_ element: Element, from stream: Int) {
    elements.append((element, stream))
    var child = elements.count - 1
    while child > 0, isBefore(child, (child - 1) / 2) {
      elements.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Replaces the first element by the next one of its stream, or removes it.
  ///
  /// - Complexity: O(log streams).
  mutating func replaceFirst(with element: Element?) {
    if let element {
      elements[0].element = element
    } else {
      elements[0] = elements[elements.count - 1]
      elements.removeLast()
    }
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < elements.count && isBefore(child, least) {
        least = child
      }
      if least == parent { return }
      elements.swapAt(parent, least)
      parent = least
    }
  }
}
