/// A binary heap of nodes, the nearest on top.
struct NodeHeap {
  private var items: [(distance: Int, node: Int32)] = []

  /// Takes all off.
  mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  mutating func push(_ distance: Int, _ node: Int32) {
    items.append((distance, node))
    var place = items.count - 1
    while place > 0, items[(place - 1) / 2].distance > distance {
      items.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop() -> (distance: Int, node: Int32)? {
    guard let first = items.first else { return nil }
    let last = items.removeLast()
    guard !items.isEmpty else { return first }
    items[0] = last
    var place = 0
    while true {
      var least = place
      for child in 2 * place + 1...2 * place + 2
      where child < items.count && items[child].distance < items[least].distance {
        least = child
      }
      if least == place { return first }
      items.swapAt(place, least)
      place = least
    }
  }
}
