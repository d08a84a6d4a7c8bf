import Geometry
import Topology

/// What is wrong with areas that should be a coverage; empty when nothing is.
///
/// In a valid coverage every segment has at most one area on each side, and the segments with an
/// area on one side only are the outline of the union. The second holds only when neighbours share
/// all their nodes.
func coverageProblems(_ areas: [MultiPolygon]) throws -> [String] {
  let engine = TopologyEngine()
  var problems: [String] = []
  var sides: [Segment: Int] = [:]
  for (index, area) in areas.enumerated() {
    if engine.validity(of: area) != .valid { problems.append("area \(index) is invalid") }
    for polygon in area.polygons {
      for segment in segments(polygon) { sides[segment, default: 0] += 1 }
    }
  }
  for (segment, count) in sides where count > 1 { problems.append("\(segment) \(count) times") }
  let outer = Set(sides.keys.filter { sides[$0.reversed] == nil })
  let outline = try engine.union(areas).polygons.flatMap(segments)
  let length = outer.reduce(0) { $0 + $1.length }
  let expected = outline.reduce(0) { $0 + $1.length }
  if abs(length - expected) > 1e-6 * expected {
    problems.append("open segments are \(length) m long, the outline \(expected) m")
  }
  let sum = areas.reduce(0) { $0 + $1.area }
  let whole = try engine.union(areas).area
  if abs(sum - whole) > 1e-6 * whole { problems.append("areas sum to \(sum), union \(whole)") }
  return problems
}

struct Segment: Hashable {
  let from: Position
  let to: Position
  var reversed: Segment { Segment(from: to, to: from) }
  var length: Double {
    ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y)).squareRoot()
  }
}

private func segments(_ polygon: Polygon) -> [Segment] {
  let rings =
    [polygon.exterior.wound(counterClockwise: true)]
    + polygon.holes.map { $0.wound(counterClockwise: false) }
  return rings.flatMap { ring in
    zip(ring.positions, ring.positions.dropFirst()).map { Segment(from: $0, to: $1) }
  }
}
