public import Geometry

/// The boundaries of surfaces as lines that neighbours share: each stretch between two junctions is there
/// once, so that what is done to it is done for all surfaces along it.
///
/// Surfaces of several levels (buurten, wijken, gemeenten) can be taken together; their common boundaries
/// are then the same lines. Boundaries are common where positions are equal.
public struct SharedBoundaries: Sendable {
  /// A line of a ring, and which way the ring runs along it.
  public struct Stretch: Hashable, Sendable {
    /// The place of the line in ``SharedBoundaries/lines``.
    public let line: Int
    /// Whether the ring runs from the end of the line to its start.
    public let isReversed: Bool

    /// Names a line and a direction.
    public init(line: Int, isReversed: Bool) {
      self.line = line
      self.isReversed = isReversed
    }
  }

  /// A part of a surface: its outer ring, then its holes, each as its stretches in order.
  public typealias Part = [[Stretch]]

  /// The lines, each from junction to junction, or around when there is no junction on it; at least two
  /// positions, four when the line closes.
  public let lines: [[Position]]
  /// The parts of each surface, in the order in which the surfaces were given.
  public let surfaces: [[Part]]

  init(lines: [[Position]], surfaces: [[Part]]) {
    self.lines = lines
    self.surfaces = surfaces
  }

  /// The surface at a place, put together from its lines.
  /// - Complexity: O(n) in the positions of its lines.
  public func surface(_ place: Int) -> MultiPolygon {
    MultiPolygon(
      surfaces[place].compactMap { part in
        let rings = part.compactMap { try? Ring(positions(of: $0)) }
        return rings.first.map { Polygon(exterior: $0, holes: Array(rings.dropFirst())) }
      })
  }

  /// The number of positions over all lines.
  public var positionCount: Int { lines.reduce(0) { $0 + $1.count } }

  /// The positions of a ring, the first repeated at the end.
  func positions(of ring: [Stretch]) -> [Position] {
    var positions: [Position] = []
    for stretch in ring {
      let line = lines[stretch.line]
      if stretch.isReversed {
        positions += line.reversed().dropFirst(positions.isEmpty ? 0 : 1)
      } else {
        positions += line.dropFirst(positions.isEmpty ? 0 : 1)
      }
    }
    return positions
  }
}
