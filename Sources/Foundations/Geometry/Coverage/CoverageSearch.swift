/// Looks for overlaps, openings and missing nodes along the boundaries of a mesh.
struct CoverageSearch {
  let mesh: CoverageMesh
  let locator: PolygonLocator
  let gapWidth: Double
  let tolerance: Double

  /// Two areas, the lower index first.
  struct Pair: Hashable, Comparable {
    let first: Int
    let second: Int

    init(_ a: Int, _ b: Int) {
      first = min(a, b)
      second = max(a, b)
    }

    static func < (left: Pair, right: Pair) -> Bool {
      (left.first, left.second) < (right.first, right.second)
    }
  }

  private struct Opening {
    var position: Position
    var lengthOfFirst = 0.0
    var lengthOfSecond = 0.0
    var width = 0.0
  }

  /// What the segments that nobody shares show; `suspects` are areas that overlap another.
  func alongUnmatched() -> (gaps: [CoverageGap], mismatches: [CoverageMismatch], suspects: Set<Int>)
  {
    let reach = max(gapWidth, tolerance)
    var pieces = BoundaryPieces(mesh, chosen: mesh.unmatched, reach: reach)
    var openings: [Pair: Opening] = [:]
    var strayNodes: [Pair: Set<UInt32>] = [:]
    var suspects: Set<Int> = []
    for index in mesh.unmatched.indices {
      let area = Int(pieces.segment(index).area)
      let neighbours = pieces.neighbours(of: pieces.edges[index], except: index, within: reach)
      let parts = pieces.pieces(
        of: index, neighbours: neighbours, reach: reach, least: tolerance
      ) { node, other, squared in
        if squared <= tolerance * tolerance {
          strayNodes[Pair(area, Int(other)), default: []].insert(node)
        }
      }
      for part in parts {
        note(overlapping(area, part), with: area, in: &suspects)
        guard gapWidth > tolerance,
          let (other, across, width) = opening(beside: part, of: area, neighbours, pieces)
        else { continue }
        let pair = Pair(area, other)
        var opening = openings[pair] ?? Opening(position: part.beside(across / 2))
        if area == pair.first {
          opening.lengthOfFirst += part.length
        } else {
          opening.lengthOfSecond += part.length
        }
        opening.width = max(opening.width, width)
        openings[pair] = opening
      }
    }
    for segment in mesh.longestOfRing {
      let edge = mesh.edge(segment)
      let area = Int(mesh.segments[segment].area)
      note(overlapping(area, .init(a: edge.a, b: edge.b)), with: area, in: &suspects)
    }
    let gaps = openings.sorted { $0.key < $1.key }.compactMap { pair, opening -> CoverageGap? in
      let length = max(opening.lengthOfFirst, opening.lengthOfSecond)
      // Wider than long: the corner of an inlet where two areas meet, not a sliver between them.
      guard length > opening.width else { return nil }
      return CoverageGap(
        first: pair.first, second: pair.second, position: opening.position, length: length,
        greatestWidth: opening.width)
    }
    let mismatches = strayNodes.sorted { $0.key < $1.key }.map { pair, nodes in
      let positions = nodes.map { mesh.nodes[Int($0)] }
      return CoverageMismatch(
        first: pair.first, second: pair.second,
        position: positions.min { ($0.x, $0.y) < ($1.x, $1.y) } ?? positions[0],
        nodeCount: nodes.count)
    }
    return (gaps, mismatches, suspects)
  }

  /// The overlaps between the areas of `suspects`.
  func overlaps(between suspects: Set<Int>) -> [CoverageOverlap] {
    let chosen = mesh.segments.indices.filter { suspects.contains(Int(mesh.segments[$0].area)) }
    var pieces = BoundaryPieces(mesh, chosen: chosen, reach: tolerance)
    var found: [Pair: (position: Position, length: Double)] = [:]
    for index in chosen.indices {
      let area = Int(pieces.segment(index).area)
      let neighbours = pieces.neighbours(of: pieces.edges[index], except: index, within: tolerance)
      let parts = pieces.pieces(
        of: index, neighbours: neighbours, reach: tolerance, least: tolerance
      ) { _, _, _ in }
      for part in parts {
        for other in overlapping(area, part) {
          // Where both boundaries run together the piece comes up twice.
          let together = !locator.covers(other, part.beside(tolerance))
          if together && other < area { continue }
          let inside = part.beside(-tolerance)
          found[Pair(area, other), default: (inside, 0)].length += part.length
        }
      }
    }
    return found.sorted { $0.key < $1.key }.map { pair, value in
      CoverageOverlap(
        first: pair.first, second: pair.second, position: value.position, length: value.length)
    }
  }

  /// The other areas that cover the ground just inside `area` along `piece`.
  private func overlapping(_ area: Int, _ piece: BoundaryPieces.Piece) -> [Int] {
    let covering = locator.allCovering(piece.beside(-tolerance))
    guard covering.count > 1, covering.contains(area) else { return [] }
    return covering.filter { $0 != area }
  }

  private func note(_ others: [Int], with area: Int, in suspects: inout Set<Int>) {
    guard !others.isEmpty else { return }
    suspects.insert(area)
    suspects.formUnion(others)
  }

  /// The area across the opening at the outer side of `piece`, how far it is square to the piece,
  /// and the greatest distance from the piece to the facing segment.
  private func opening(
    beside piece: BoundaryPieces.Piece, of area: Int, _ neighbours: [Int],
    _ pieces: BoundaryPieces
  ) -> (other: Int, across: Double, width: Double)? {
    let ray = Edge(a: piece.middle, b: piece.beside(gapWidth))
    var nearest: (index: Int, along: Double)?
    for other in neighbours {
      guard let along = ray.crossing(with: pieces.edges[other]) else { continue }
      if along < nearest?.along ?? .infinity { nearest = (other, along) }
    }
    guard let nearest else { return nil }
    let other = Int(pieces.segment(nearest.index).area)
    let across = nearest.along * gapWidth
    guard other != area, across > tolerance,
      locator.firstCovering(piece.beside(across / 2)) == nil
    else { return nil }
    let facing = pieces.edges[nearest.index]
    let width = [piece.a, piece.middle, piece.b]
      .map { facing.squaredDistance(to: $0).squareRoot() }
      .filter { $0 <= gapWidth }.max()
    return (other, across, width ?? across)
  }
}
