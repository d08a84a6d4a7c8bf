internal import Geometry

/// Takes corners out of lines one at a time, the least noticed first.
struct LineSimplifier {
  private let rule: SimplificationRule
  /// The positions of all lines one after the other.
  private let positions: [Position]
  /// Where each line starts in `positions`, and the end of the last.
  private let starts: [Int]
  /// The line of each position.
  private let lineOf: [Int32]
  private var previous: [Int32]
  private var next: [Int32]
  private var isThere: [Bool]
  /// Per line how many corners are left between its ends.
  private var inner: [Int]
  private let closes: [Bool]
  private var budget: AreaBudget
  private let corners: CornerGrid
  /// Pairs of junctions with a straight line between them.
  private var straight: Set<JunctionPair>

  init(_ boundaries: SharedBoundaries, rule: SimplificationRule) {
    self.rule = rule
    var positions: [Position] = []
    var starts = [0]
    var lineOf: [Int32] = []
    for (number, line) in boundaries.lines.enumerated() {
      positions += line
      lineOf += repeatElement(Int32(number), count: line.count)
      starts.append(positions.count)
    }
    self.positions = positions
    self.starts = starts
    self.lineOf = lineOf
    previous = positions.indices.map { Int32($0 - 1) }
    next = positions.indices.map { Int32($0 + 1) }
    isThere = Array(repeating: true, count: positions.count)
    inner = boundaries.lines.map { $0.count - 2 }
    closes = boundaries.lines.map { $0.first == $0.last }
    budget = AreaBudget(boundaries, share: rule.areaShare)
    corners = CornerGrid(positions, cell: 4 * rule.tolerance)
    straight = Set(
      boundaries.lines.filter { $0.count == 2 }.map { JunctionPair($0[0], $0[1]) })
  }

  /// The lines with what is left of them.
  mutating func lines() -> [[Position]] {
    run()
    return starts.indices.dropLast().map { line in
      (starts[line]..<starts[line + 1]).filter { isThere[$0] }.map { positions[$0] }
    }
  }

  private mutating func run() {
    let limit = rule.tolerance * rule.tolerance
    guard limit > 0 else { return }
    var queue = CornerQueue()
    for line in inner.indices {
      for corner in (starts[line] + 1)..<max(starts[line] + 1, starts[line + 1] - 1) {
        let size = size(of: corner)
        if size < limit { queue.add(corner, size: size) }
      }
    }
    while let (corner, size) = queue.next() {
      // An entry from before a neighbour went; the later one counts.
      guard isThere[corner], size == self.size(of: corner), mayGo(corner) else { continue }
      let (before, after) = remove(corner)
      for neighbour in [before, after] where isInner(neighbour) {
        let size = self.size(of: neighbour)
        if size < limit { queue.add(neighbour, size: size) }
      }
    }
  }

  private func isInner(_ corner: Int) -> Bool {
    let line = Int(lineOf[corner])
    return corner > starts[line] && corner < starts[line + 1] - 1
  }

  /// The weighted area of the triangle that a corner makes with its neighbours.
  private func size(of corner: Int) -> Double {
    let p = positions[corner]
    let a = positions[Int(previous[corner])]
    let b = positions[Int(next[corner])]
    let (ax, ay, bx, by) = (a.x - p.x, a.y - p.y, b.x - p.x, b.y - p.y)
    let area = abs(ax * by - ay * bx) / 2
    let lengths = ((ax * ax + ay * ay) * (bx * bx + by * by)).squareRoot()
    guard lengths > 0 else { return 0 }
    return area * (1 - rule.weight * (ax * bx + ay * by) / lengths)
  }

  private func mayGo(_ corner: Int) -> Bool {
    let line = Int(lineOf[corner])
    let (before, after) = (Int(previous[corner]), Int(next[corner]))
    let (a, p, b) = (positions[before], positions[corner], positions[after])
    if closes[line] {
      guard inner[line] > 2 else { return false }
    } else if inner[line] == 1 {
      guard !straight.contains(JunctionPair(a, b)) else { return false }
    }
    for passed in (before + 1)..<after
    where squaredDistance(positions[passed], a, b) > rule.tolerance * rule.tolerance {
      return false
    }
    return budget.allows(doubledArea(a, p, b) / 2, along: line)
      && !corners.holds(in: (a, p, b)) { isThere[$0] }
  }

  /// Takes a corner out and gives its neighbours.
  private mutating func remove(_ corner: Int) -> (Int, Int) {
    let line = Int(lineOf[corner])
    let (before, after) = (Int(previous[corner]), Int(next[corner]))
    budget.spend(
      doubledArea(positions[before], positions[corner], positions[after]) / 2, along: line)
    isThere[corner] = false
    next[before] = Int32(after)
    previous[after] = Int32(before)
    inner[line] -= 1
    if inner[line] == 0 { straight.insert(JunctionPair(positions[before], positions[after])) }
    return (before, after)
  }
}

/// Two junctions in either order.
private struct JunctionPair: Hashable {
  private let first: Position
  private let second: Position

  init(_ a: Position, _ b: Position) {
    let isOrdered = (a.x, a.y) < (b.x, b.y)
    first = isOrdered ? a : b
    second = isOrdered ? b : a
  }
}

/// Twice the area of a triangle, positive when it runs counter-clockwise.
private func doubledArea(_ a: Position, _ p: Position, _ b: Position) -> Double {
  (p.x - a.x) * (b.y - a.y) - (b.x - a.x) * (p.y - a.y)
}

/// The square of the distance from a position to the line from `a` to `b`.
private func squaredDistance(_ p: Position, _ a: Position, _ b: Position) -> Double {
  let (dx, dy) = (b.x - a.x, b.y - a.y)
  let length = dx * dx + dy * dy
  let along =
    length > 0 ? max(0, min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length)) : 0
  let (x, y) = (p.x - a.x - along * dx, p.y - a.y - along * dy)
  return x * x + y * y
}
