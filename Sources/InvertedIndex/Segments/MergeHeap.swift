/// The smallest of the next elements of several sorted streams.
///
/// A binary heap (Williams, "Algorithm 232: Heapsort", 1964); ties go to the stream with the lower
/// number, which keeps documents in order.
struct MergeHeap<Element: Comparable> {
  private var elements: [(element: Element, stream: Int)] = []

  var first: (element: Element, stream: Int)? { elements.first }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    if elements[left].element == elements[right].element {
      return elements[left].stream < elements[right].stream
    }
    return elements[left].element < elements[right].element
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
      let left = 2 &* parent &+ 1
      if left < elements.count, isBefore(left, least) { least = left }
      if left &+ 1 < elements.count, isBefore(left &+ 1, least) { least = left &+ 1 }
      if least == parent { return }
      elements.swapAt(parent, least)
      parent = least
    }
  }
}

/// Bytes in the order of their values, a front before what it is the front of.
struct ByteString: Comparable {
  let bytes: [UInt8]

  static func < (left: ByteString, right: ByteString) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
