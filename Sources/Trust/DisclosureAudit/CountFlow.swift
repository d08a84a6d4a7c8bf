/// What the unknowns of a system can be other than they are, found by pushing counts round in circles
/// through the cells.
///
/// For systems whose cells lie in two families. A flow goes from the cells of the first down to the
/// unknowns and up through the cells of the second; the flow through a cell is its sum. Raising a sum
/// means finding a way back that keeps within what is said of the others. That is a maximum flow (Ford &
/// Fulkerson 1956, doi:10.4153/CJM-1956-045-5), so what is not found is not there, and all is whole.
final class CountFlow: CountChanger {
  /// That so much more can go from one node to another, by as many ways as it takes.
  struct Way: Hashable {
    let from: Int32
    let to: Int32
    let width: Int
  }

  private(set) var system: CountSystem
  var kept: Set<Int> = [] {
    didSet { for cell in kept.symmetricDifference(oldValue) { setPrice(cell) } }
  }
  /// Whether a cell that cannot give all that is needed is hidden at once.
  var isAmple = false

  private var network: FlowNetwork
  private let edgeOfCell: [Int32]
  private let cellOfEdge: [Int32]
  private let shortcuts: FlowShortcuts
  private let firstUnknown: Int

  /// - Returns: nil when the cells do not lie in two families.
  init?(_ system: CountSystem) {
    guard let families = LaminarFamilies(system) else { return nil }
    self.system = system
    let cells = system.cells
    // Nodes: one per cell, then the two roots.
    let roots = [Int32(cells.count), Int32(cells.count + 1)]
    func node(_ cell: Int, _ family: Int) -> Int32 { cell < 0 ? roots[family] : Int32(cell) }
    var edges: [(tail: Int32, head: Int32, flow: Int)] = []
    var cellOfEdge: [Int32] = []
    var edgeOfCell = [Int32](repeating: -1, count: cells.count)
    for (index, cell) in cells.enumerated() where !cell.members.isEmpty {
      edgeOfCell[index] = Int32(edges.count)
      cellOfEdge.append(Int32(index))
      let above = node(families.parent[index], families.family[index])
      let sum = system.sum(of: cell)
      edges.append(
        families.family[index] == 0 ? (above, Int32(index), sum) : (Int32(index), above, sum))
    }
    firstUnknown = edges.count
    for unknown in system.values.indices {
      edges.append(
        (
          node(families.smallest[0][unknown], 0), node(families.smallest[1][unknown], 1),
          system.values[unknown]
        ))
    }
    edges.append((roots[1], roots[0], system.values.reduce(0, +)))
    cellOfEdge += Array(repeating: -1, count: edges.count - cellOfEdge.count)
    network = FlowNetwork(nodes: cells.count + 2, edges: edges)
    self.cellOfEdge = cellOfEdge
    self.edgeOfCell = edgeOfCell
    shortcuts = FlowShortcuts(system, families)
    for cell in cells.indices { setBounds(cell) }
  }

  private init(_ other: CountFlow) {
    system = other.system
    network = other.network
    edgeOfCell = other.edgeOfCell
    cellOfEdge = other.cellOfEdge
    shortcuts = other.shortcuts
    firstUnknown = other.firstUnknown
  }

  func copy() -> any CountChanger { CountFlow(self) }

  func publish(_ cell: Int, _ isPublished: Bool) {
    system.cells[cell].isPublished = isPublished
    setBounds(cell)
  }

  private func setBounds(_ cell: Int) {
    let edge = Int(edgeOfCell[cell])
    guard edge >= 0 else { return }
    let own = system.cells[cell]
    network.setBounds(
      edge, lower: own.isPublished ? own.bounds.lowerBound : 0,
      upper: own.isPublished ? own.bounds.upperBound : FlowNetwork.unbounded)
    setPrice(cell)
  }

  private func canHide(_ cell: Int) -> Bool {
    system.cells[cell].isPublished && !system.cells[cell].isFixed && !kept.contains(cell)
  }

  private func setPrice(_ cell: Int) {
    let edge = Int(edgeOfCell[cell])
    if edge >= 0 { network.setPrice(edge, canHide(cell) ? system.cells[cell].weight : nil) }
  }

  func sum(_ cell: Int) -> Int {
    edgeOfCell[cell] < 0 ? 0 : network.flows[Int(edgeOfCell[cell])]
  }

  var values: [Int] { Array(network.flows[firstUnknown..<firstUnknown + system.values.count]) }

  func reset() { network.reset() }

  var moved: [Int] {
    Set(network.changed).map { Int(cellOfEdge[Int($0)]) }.filter { $0 >= 0 }.sorted()
  }

  func move(_ cell: Int, to goal: Int, hiding: (([Int]) -> Void)?) -> Bool {
    let edge = edgeOfCell[cell]
    guard edge >= 0 else { return goal == 0 }
    while true {
      let need = goal - network.flows[Int(edge)]
      if need == 0 { return true }
      if push(edge, need: need, hiding: nil) { continue }
      guard let hiding, push(edge, need: need, hiding: hiding) else { return false }
    }
  }

  func ways(meeting goal: CountSystem.Goal) -> [[Way]] {
    goal.isUp && edgeOfCell[goal.cell] >= 0
      ? shortcuts.ways(raising: goal.cell, to: goal.sum) : []
  }

  func carries(_ way: Way) -> Bool {
    var rest = way.width
    while rest > 0 {
      guard let steps = network.way(from: way.from, to: way.to, without: nil) else { return false }
      let amount = steps.reduce(rest) { min($0, network.residual($1)) }
      network.send(amount, along: steps)
      rest -= amount
    }
    return true
  }

  /// Changes the flow through an edge by at least one towards `need`. What its own cell says does not
  /// hold it back.
  private func push(_ edge: Int32, need: Int, hiding: (([Int]) -> Void)?) -> Bool {
    // Round the circle: through the edge, and back from where it leads to where it begins.
    let own = edge * 2 + (need > 0 ? 0 : 1)
    let (from, to) = (network.end(own), network.end(own ^ 1))
    let steps: [Int32]
    if let hiding {
      let wanted = isAmple ? abs(need) : 1
      guard
        let found = network.cheapestWay(from: from, to: to, without: edge, for: wanted)
      else { return false }
      steps = found
      let given = steps.filter { network.residual($0) < wanted }
        .map { Int(cellOfEdge[Int($0 >> 1)]) }
        .filter { $0 >= 0 && canHide($0) }.sorted()
      for cell in given { publish(cell, false) }
      hiding(given)
    } else {
      guard let found = network.way(from: from, to: to, without: edge) else { return false }
      steps = found
    }
    let amount = steps.reduce(abs(need)) { min($0, network.residual($1)) }
    network.send(amount, along: steps + [own])
    return true
  }
}
