/// Some segments of a mesh, ready to be cut where others meet or come near them.
struct BoundaryPieces {
  /// A part of a segment over which its surroundings do not change.
  struct Piece {
    let a: Position
    let b: Position
    var middle: Position { Position(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2) }
    var length: Double {
      ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
    }

    /// The position `distance` to the right of the middle; to the left when negative.
    func beside(_ distance: Double) -> Position {
      let scale = distance / length
      return Position(
        x: middle.x + (b.y - a.y) * scale, y: middle.y - (b.x - a.x) * scale)
    }
  }

  let mesh: CoverageMesh
  let chosen: [Int]
  let edges: [Edge]
  private let grid: SegmentGrid
  private var visited: [UInt32]
  private var visit: UInt32 = 0

  init(_ mesh: CoverageMesh, chosen: [Int], reach: Double) {
    self.mesh = mesh
    self.chosen = chosen
    edges = chosen.map(mesh.edge)
    grid = SegmentGrid(edges, leastSize: 2 * reach)
    visited = [UInt32](repeating: 0, count: chosen.count)
  }

  func segment(_ index: Int) -> CoverageMesh.Segment { mesh.segments[chosen[index]] }

  /// The other segments of the choice near `edge`, each once, in order.
  mutating func neighbours(of edge: Edge, except own: Int, within reach: Double) -> [Int] {
    visit += 1
    var found: [Int] = []
    grid.forEachSegment(near: edge, within: reach) { other in
      guard other != own, visited[other] != visit else { return }
      visited[other] = visit
      found.append(other)
    }
    found.sort()
    return found
  }

  /// Cuts segment `index` where a segment of another area crosses it, and beside each node of
  /// another area at most `reach` away. Parts not longer than `least` are left out.
  ///
  /// `onNode` gets the nodes of other areas that are no end of the segment, their area and their
  /// squared distance.
  func pieces(
    of index: Int, neighbours: [Int], reach: Double, least: Double,
    onNode: (_ node: UInt32, _ area: UInt32, _ squared: Double) -> Void
  ) -> [Piece] {
    let own = segment(index)
    let edge = edges[index]
    let dx = edge.b.x - edge.a.x
    let dy = edge.b.y - edge.a.y
    var cuts = [0.0, 1.0]
    for other in neighbours {
      let theirs = segment(other)
      guard theirs.area != own.area else { continue }
      for node in [theirs.from, theirs.to] where node != own.from && node != own.to {
        let position = mesh.nodes[Int(node)]
        let squared = edge.squaredDistance(to: position)
        guard squared <= reach * reach else { continue }
        onNode(node, theirs.area, squared)
        cuts.append(
          ((position.x - edge.a.x) * dx + (position.y - edge.a.y) * dy) / (dx * dx + dy * dy))
      }
      if let crossing = edge.crossing(with: edges[other]) { cuts.append(crossing) }
    }
    cuts.sort()
    func at(_ cut: Double) -> Position {
      cut >= 1 ? edge.b : Position(x: edge.a.x + cut * dx, y: edge.a.y + cut * dy)
    }
    var pieces: [Piece] = []
    var start = 0.0
    for cut in cuts where cut > start && cut <= 1 {
      let piece = Piece(a: at(start), b: at(cut))
      if piece.length > least { pieces.append(piece) }
      start = cut
    }
    return pieces
  }
}

extension Edge {
  /// Where the edge meets `other`, as a fraction of its length; nil when it does not or when both
  /// are parallel. Rounded.
  func crossing(with other: Edge) -> Double? {
    let dx = b.x - a.x
    let dy = b.y - a.y
    let ex = other.b.x - other.a.x
    let ey = other.b.y - other.a.y
    let denominator = dx * ey - dy * ex
    guard denominator != 0 else { return nil }
    let ox = other.a.x - a.x
    let oy = other.a.y - a.y
    let along = (ox * ey - oy * ex) / denominator
    let across = (ox * dy - oy * dx) / denominator
    return along >= 0 && along <= 1 && across >= 0 && across <= 1 ? along : nil
  }
}
