/// A network in which flow goes round: nodes, edges with a least and a largest flow, and ways on which
/// the flow through one edge can be changed without any other leaving its bounds.
///
/// A step is an edge and a direction: `edge × 2` along it, plus 1 against it.
struct FlowNetwork {
  /// The most that an edge without bound carries.
  static let unbounded = Int.max / 4

  /// A step from a node, beside the others from there.
  private struct Arc {
    let step: Int32
    /// The node to which it leads.
    let end: Int32
    /// How much more can take it.
    var room: Int
    /// How much more can take the opposite one.
    var back: Int
  }

  /// What a search knows of a node.
  private struct Mark {
    var distance = 0
    /// Which search saw it: from the beginning of a way (`stamp`), or from its end (`-stamp`).
    var stamp: Int32 = 0
    /// The step by which it came.
    var arrival: Int32 = -1
  }

  private(set) var flows: [Int]
  private let initialFlows: [Int]
  /// The steps of all nodes, node by node.
  private var arcs: [Arc]
  private let starts: [Int]
  /// The place of each step in `arcs`.
  private let places: [Int32]
  /// What it costs to free each edge of its bounds, or -1 when it cannot be freed.
  private var prices: [Int]
  /// The edges of which the flow was changed, some more than once.
  private(set) var changed: [Int32] = []

  private var stamp: Int32 = 0
  private var marks: [Mark]
  private var forward: [Int32] = []
  private var backward: [Int32] = []
  private var next: [Int32] = []
  private var heap = NodeHeap()

  /// Makes a network without bounds above.
  /// - Parameter edges: the flow in and out of every node is the same.
  init(nodes: Int, edges: [(tail: Int32, head: Int32, flow: Int)]) {
    var starts = [Int](repeating: 0, count: nodes + 1)
    for edge in edges {
      starts[Int(edge.tail) + 1] += 1
      starts[Int(edge.head) + 1] += 1
    }
    for node in 0..<nodes { starts[node + 1] += starts[node] }
    var free = starts
    var places = [Int32](repeating: 0, count: edges.count * 2)
    var arcs = [Arc](repeating: Arc(step: 0, end: 0, room: 0, back: 0), count: edges.count * 2)
    func add(_ step: Int, from node: Int32, to end: Int32, room: Int, back: Int) {
      let place = free[Int(node)]
      free[Int(node)] += 1
      places[step] = Int32(place)
      arcs[place] = Arc(step: Int32(step), end: end, room: room, back: back)
    }
    for (edge, own) in edges.enumerated() {
      let room = Self.unbounded - own.flow
      add(edge * 2, from: own.tail, to: own.head, room: room, back: own.flow)
      add(edge * 2 + 1, from: own.head, to: own.tail, room: own.flow, back: room)
    }
    self.starts = starts
    self.places = places
    self.arcs = arcs
    prices = Array(repeating: -1, count: edges.count)
    flows = edges.map(\.flow)
    initialFlows = flows
    marks = Array(repeating: Mark(), count: nodes)
  }

  /// Gives an edge other bounds.
  mutating func setBounds(_ edge: Int, lower: Int, upper: Int) {
    let (room, back) = (min(upper, Self.unbounded) - flows[edge], flows[edge] - lower)
    let (along, against) = (Int(places[edge * 2]), Int(places[edge * 2 + 1]))
    (arcs[along].room, arcs[along].back) = (room, back)
    (arcs[against].room, arcs[against].back) = (back, room)
  }

  /// Lets an edge be freed of its bounds for a price above nothing, or not at all.
  mutating func setPrice(_ edge: Int, _ price: Int?) { prices[edge] = price ?? -1 }

  /// How much more can take a step.
  func residual(_ step: Int32) -> Int { arcs[Int(places[Int(step)])].room }

  /// The node to which a step leads.
  func end(_ step: Int32) -> Int32 { arcs[Int(places[Int(step)])].end }

  /// Puts every flow back as it was.
  mutating func reset() {
    for edge in changed { change(Int(edge), by: initialFlows[Int(edge)] - flows[Int(edge)]) }
    changed.removeAll(keepingCapacity: true)
  }

  /// Sends an amount along steps.
  mutating func send(_ amount: Int, along steps: [Int32]) {
    for step in steps {
      change(Int(step >> 1), by: step & 1 == 0 ? amount : -amount)
      changed.append(step >> 1)
    }
  }

  private mutating func change(_ edge: Int, by amount: Int) {
    flows[edge] += amount
    let (along, against) = (Int(places[edge * 2]), Int(places[edge * 2 + 1]))
    arcs[along].room -= amount
    arcs[along].back += amount
    arcs[against].room += amount
    arcs[against].back -= amount
  }

  /// A shortest way of steps that something can take, looked for from both ends; nil when there is none.
  /// - Parameter edge: an edge that is left out; nil for none.
  mutating func way(from: Int32, to: Int32, without edge: Int32?) -> [Int32]? {
    if from == to { return [] }
    let edge = edge ?? -1
    stamp += 1
    forward.removeAll(keepingCapacity: true)
    backward.removeAll(keepingCapacity: true)
    forward.append(from)
    backward.append(to)
    marks[Int(from)].stamp = stamp
    marks[Int(to)].stamp = -stamp
    while !forward.isEmpty, !backward.isEmpty {
      let isForward = forward.count <= backward.count
      let mark = isForward ? stamp : -stamp
      next.removeAll(keepingCapacity: true)
      for node in isForward ? forward : backward {
        for index in starts[Int(node)]..<starts[Int(node) + 1] {
          let arc = arcs[index]
          guard (isForward ? arc.room : arc.back) > 0, arc.step >> 1 != edge else { continue }
          let seen = marks[Int(arc.end)].stamp
          if seen == mark { continue }
          if seen == -mark {
            return isForward
              ? steps(from, node) + [arc.step] + steps(arc.end, to, isForward: false)
              : steps(from, arc.end) + [arc.step ^ 1] + steps(node, to, isForward: false)
          }
          marks[Int(arc.end)].stamp = mark
          marks[Int(arc.end)].arrival = isForward ? arc.step : arc.step ^ 1
          next.append(arc.end)
        }
      }
      if isForward { swap(&forward, &next) } else { swap(&backward, &next) }
    }
    return nil
  }

  /// The steps from a node to another by which the search came.
  private func steps(_ from: Int32, _ to: Int32, isForward: Bool = true) -> [Int32] {
    var steps: [Int32] = []
    var node = isForward ? to : from
    while node != (isForward ? from : to) {
      let step = marks[Int(node)].arrival
      steps.append(step)
      node = end(isForward ? step ^ 1 : step)
    }
    return isForward ? steps.reversed() : steps
  }

  /// The way for an amount on which freeing edges costs least; of those the shortest.
  ///
  /// An edge that cannot be freed is taken when it has room for a part of the amount.
  mutating func cheapestWay(
    from: Int32, to: Int32, without edge: Int32, for amount: Int
  ) -> [Int32]? {
    if from == to { return [] }
    stamp += 1
    heap.removeAll()
    marks[Int(from)].stamp = stamp
    marks[Int(from)].distance = 0
    heap.push(0, from)
    while let (distance, node) = heap.pop() {
      if node == to { return steps(from, to) }
      guard distance == marks[Int(node)].distance else { continue }
      for index in starts[Int(node)]..<starts[Int(node) + 1] {
        let arc = arcs[index]
        guard arc.step >> 1 != edge else { continue }
        var total = distance + 1
        if arc.room < amount {
          let price = prices[Int(arc.step >> 1)]
          if price > 0, arc.step & 1 == 0 || flows[Int(arc.step >> 1)] > 0 {
            // A step counts as the 4096th part of the smallest weight.
            total += price * 4096
          } else if arc.room <= 0 {
            continue
          }
        }
        let mark = marks[Int(arc.end)]
        guard mark.stamp != stamp || total < mark.distance else { continue }
        marks[Int(arc.end)] = Mark(distance: total, stamp: stamp, arrival: arc.step)
        heap.push(total, arc.end)
      }
    }
    return nil
  }
}
