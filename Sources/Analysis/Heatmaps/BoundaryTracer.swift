internal import Geometry

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Joins small surfaces that fit together exactly into valid polygons.
///
/// Sides that two surfaces share fall away; what is left is followed with the surface on the left. At a
/// position where more than two sides meet the sharpest turn to the left is taken, so that rings do not
/// cross, and a ring that comes back to a position is cut there, so that rings touch themselves nowhere.
/// Counter-clockwise rings are outer ones; each clockwise ring is a hole of the outer one it was cut
/// from, or of the smallest around it.
struct BoundaryTracer {
  private struct Side: Hashable {
    let from: Position
    let to: Position
  }

  private var sides: Set<Side> = []
  private var order: [Side] = []

  /// Adds a convex surface, its corners counter-clockwise.
  /// - Parameter isShared: whether another surface of the same tracer has this side too, so that both
  ///   fall away; such sides need not be looked at.
  mutating func add(
    _ corners: [Position], isShared: (_ from: Position, _ to: Position) -> Bool = { _, _ in false }
  ) {
    for index in corners.indices {
      let side = Side(from: corners[index], to: corners[(index + 1) % corners.count])
      guard side.from != side.to, !isShared(side.from, side.to) else { continue }
      if sides.remove(Side(from: side.to, to: side.from)) == nil {
        sides.insert(side)
        order.append(side)
      }
    }
  }

  /// The surface that was added.
  consuming func surface() -> MultiPolygon {
    var leaving: [Position: [Position]] = [:]
    for side in order where sides.contains(side) { leaving[side.from, default: []].append(side.to) }
    var outer: [Ring] = []
    var holes: [Ring] = []
    // The order in which sides were added, so that the result does not depend on hashing.
    for start in order where sides.contains(start) {
      var walk = [start.from]
      var places = [start.from: 0]
      var side = start
      sides.remove(side)
      while true {
        if let place = places[side.to] {
          let loop = Array(walk[place...]) + [side.to]
          for position in walk[(place + 1)...] { places[position] = nil }
          walk.removeSubrange((place + 1)...)
          if let ring = try? Ring(loop) {
            if ring.signedArea > 0 { outer.append(ring) } else { holes.append(ring) }
          }
          // Other sides that leave from the start are starts of their own.
          if place == 0 { break }
        } else {
          places[side.to] = walk.count
          walk.append(side.to)
        }
        guard let next = next(after: side, leaving) else { break }
        side = next
        sides.remove(side)
      }
    }
    return Self.assembled(outer, holes)
  }

  /// The side to follow: the one most to the left.
  private func next(after side: Side, _ leaving: [Position: [Position]]) -> Side? {
    let open = (leaving[side.to] ?? []).map { Side(from: side.to, to: $0) }
      .filter { sides.contains($0) }
    guard open.count > 1 else { return open.first }
    let (dx, dy) = (side.to.x - side.from.x, side.to.y - side.from.y)
    return open.max { turn(dx, dy, $0) < turn(dx, dy, $1) }
  }

  /// The angle by which one turns left, from −π to π.
  private func turn(_ dx: Double, _ dy: Double, _ side: Side) -> Double {
    let (ex, ey) = (side.to.x - side.from.x, side.to.y - side.from.y)
    return atan2(dx * ey - dy * ex, dx * ex + dy * ey)
  }

  /// Gives every hole to the smallest outer ring around it.
  private static func assembled(_ outer: [Ring], _ holes: [Ring]) -> MultiPolygon {
    guard !holes.isEmpty else { return MultiPolygon(outer.map { Polygon(exterior: $0) }) }
    let boxes = outer.map(\.box)
    let areas = outer.map(\.signedArea)
    let bySize = outer.indices.sorted { areas[$0] < areas[$1] }
    var own = [[Ring]](repeating: [], count: outer.count)
    var locators: [Int: PolygonLocator] = [:]
    for hole in holes {
      let box = hole.box
      let size = -hole.signedArea
      for index in bySize where areas[index] > size {
        let around = boxes[index]
        guard around.minX <= box.minX, around.minY <= box.minY, around.maxX >= box.maxX,
          around.maxY >= box.maxY
        else { continue }
        let locator =
          locators[index] ?? PolygonLocator([MultiPolygon([Polygon(exterior: outer[index])])])
        locators[index] = locator
        // A hole touches its ring at most in one position, so of its corners all or all but one lie
        // within.
        if hole.positions.dropLast().prefix(3).count(where: { locator.covers(0, $0) }) >= 2 {
          own[index].append(hole)
          break
        }
      }
    }
    return MultiPolygon(zip(outer, own).map { Polygon(exterior: $0, holes: $1) })
  }
}
