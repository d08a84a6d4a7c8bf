/// Corners that wait to be taken out, the smallest first; of those as small the first in line.
struct CornerQueue {
  private var heap: [(size: Double, corner: Int)] = []

  mutating func add(_ corner: Int, size: Double) {
    heap.append((size, corner))
    var place = heap.count - 1
    while place > 0, heap[place] < heap[(place - 1) / 2] {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func next() -> (corner: Int, size: Double)? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      var place = 0
      while true {
        var least = place
        for child in [2 * place + 1, 2 * place + 2]
        where child < heap.count && heap[child] < heap[least] {
          least = child
        }
        if least == place { break }
        heap.swapAt(place, least)
        place = least
      }
    }
    return (first.corner, first.size)
  }
}
