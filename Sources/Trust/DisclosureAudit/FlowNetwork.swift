/// A network in which flow goes round: nodes, edges with a least and a largest flow, and ways on which
/// the flow through one edge can be changed without any other leaving its bounds.
///
/// A step is an edge and a direction: `edge × 2` along it, plus 1 against it.
struct FlowNetwork {
  /// The most that an edge without bound carries.
  static let unbounded = Int.max / 4

  private(set) var flows: [Int]
  private let initialFlows: [Int]
  /// How much more can take each step.
  private var residuals: [Int]
  /// The node to which each step leads.
  private let ends: [Int32]
  private let starts: [Int]
  private let incident: [Int32]
  /// The edges of which the flow was changed, some more than once.
  private(set) var changed: [Int32] = []

  private var stamp: Int32 = 0
  /// Which nodes were seen from the beginning of a way (`stamp`) and from its end (`-stamp`).
  private var stamps: [Int32]
  private var arrivals: [Int32]
  private var distances: [Int]
  private var forward: [Int32] = []
  private var backward: [Int32] = []
  private var next: [Int32] = []

  /// Makes a network without bounds above.
  /// - Parameter edges: the flow in and out of every node is the same.
  init(nodes: Int, edges: [(tail: Int32, head: Int32, flow: Int)]) {
    var starts = [Int](repeating: 0, count: nodes + 1)
    for edge in edges {
      starts[Int(edge.tail) + 1] += 1
      starts[Int(edge.head) + 1] += 1
    }
    for node in 0..<nodes { starts[node + 1] += starts[node] }
    var places = starts
    var incident = [Int32](repeating: 0, count: edges.count * 2)
    for (edge, own) in edges.enumerated() {
      for (node, step) in [(Int(own.tail), edge * 2), (Int(own.head), edge * 2 + 1)] {
        incident[places[node]] = Int32(step)
        places[node] += 1
      }
    }
    self.starts = starts
    self.incident = incident
    var ends = [Int32](repeating: 0, count: edges.count * 2)
    var residuals = [Int](repeating: 0, count: edges.count * 2)
    for (edge, own) in edges.enumerated() {
      (ends[edge * 2], ends[edge * 2 + 1]) = (own.head, own.tail)
      (residuals[edge * 2], residuals[edge * 2 + 1]) = (Self.unbounded - own.flow, own.flow)
    }
    self.ends = ends
    self.residuals = residuals
    flows = edges.map(\.flow)
    initialFlows = flows
    stamps = Array(repeating: 0, count: nodes)
    arrivals = Array(repeating: -1, count: nodes)
    distances = Array(repeating: 0, count: nodes)
  }

  /// Gives an edge other bounds.
  mutating func setBounds(_ edge: Int, lower: Int, upper: Int) {
    residuals[edge * 2] = min(upper, Self.unbounded) - flows[edge]
    residuals[edge * 2 + 1] = flows[edge] - lower
  }

  /// How much more can take a step.
  func residual(_ step: Int32) -> Int { residuals[Int(step)] }

  /// The node to which a step leads.
  func end(_ step: Int32) -> Int32 { ends[Int(step)] }

  /// Puts every flow back as it was.
  mutating func reset() {
    for edge in changed {
      let edge = Int(edge)
      let change = initialFlows[edge] - flows[edge]
      flows[edge] += change
      residuals[edge * 2] -= change
      residuals[edge * 2 + 1] += change
    }
    changed.removeAll(keepingCapacity: true)
  }

  /// Sends an amount along steps.
  mutating func send(_ amount: Int, along steps: [Int32]) {
    for step in steps {
      flows[Int(step >> 1)] += step & 1 == 0 ? amount : -amount
      residuals[Int(step)] -= amount
      residuals[Int(step ^ 1)] += amount
      changed.append(step >> 1)
    }
  }

  /// A shortest way of steps that something can take, looked for from both ends; nil when there is none.
  mutating func way(from: Int32, to: Int32, without edge: Int32) -> [Int32]? {
    if from == to { return [] }
    stamp += 1
    forward.removeAll(keepingCapacity: true)
    backward.removeAll(keepingCapacity: true)
    forward.append(from)
    backward.append(to)
    stamps[Int(from)] = stamp
    stamps[Int(to)] = -stamp
    while !forward.isEmpty, !backward.isEmpty {
      let isForward = forward.count <= backward.count
      let mark = isForward ? stamp : -stamp
      next.removeAll(keepingCapacity: true)
      for node in isForward ? forward : backward {
        for index in starts[Int(node)]..<starts[Int(node) + 1] {
          let step = incident[index]
          guard residuals[Int(isForward ? step : step ^ 1)] > 0, step >> 1 != edge else { continue }
          let other = ends[Int(step)]
          let seen = stamps[Int(other)]
          if seen == mark { continue }
          if seen == -mark {
            return isForward
              ? steps(from, node) + [step] + steps(other, to, isForward: false)
              : steps(from, other) + [step ^ 1] + steps(node, to, isForward: false)
          }
          stamps[Int(other)] = mark
          arrivals[Int(other)] = isForward ? step : step ^ 1
          next.append(other)
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
      let step = arrivals[Int(node)]
      steps.append(step)
      node = ends[Int(isForward ? step ^ 1 : step)]
    }
    return isForward ? steps.reversed() : steps
  }

  /// The way on which least must be given up; of those the shortest.
  /// - Parameter price: what must be given up to take a step, or nil when it cannot be taken at all.
  mutating func cheapestWay(
    from: Int32, to: Int32, without edge: Int32, price: (Int32, Int) -> Int?
  ) -> [Int32]? {
    if from == to { return [] }
    stamp += 1
    var heap = NodeHeap()
    stamps[Int(from)] = stamp
    distances[Int(from)] = 0
    heap.push(0, from)
    while let (distance, node) = heap.pop() {
      if node == to { return steps(from, to) }
      guard distance == distances[Int(node)] else { continue }
      for index in starts[Int(node)]..<starts[Int(node) + 1] {
        let step = incident[index]
        guard step >> 1 != edge, let price = price(step, residuals[Int(step)]) else { continue }
        let other = Int(ends[Int(step)])
        // A step counts as the 4096th part of the smallest weight.
        let total = distance + price * 4096 + 1
        guard stamps[other] != stamp || total < distances[other] else { continue }
        stamps[other] = stamp
        distances[other] = total
        arrivals[other] = step
        heap.push(total, Int32(other))
      }
    }
    return nil
  }
}
