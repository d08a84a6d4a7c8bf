/// Whether neighbouring areas fit together: no ground covered twice, no slivers left open, and every
/// node on a common boundary known to both sides.
///
/// Boundaries are cut into straight segments, known by the exact positions of their two ends. A
/// segment with an area at each side is matched. Segments with one area are the outer boundary or a
/// fault; each is cut where another area comes near, and ``PolygonLocator`` tells what lies just
/// inside and just outside of each piece. One segment of each ring is looked at too, so an area that
/// lies wholly inside another, or twice in the list, is found.
///
/// Winding does not matter; holes, enclaves and areas that meet in one node are valid. Areas must be
/// valid themselves (see `Topology`). Not seen: details smaller than a few times the tolerance, and
/// openings inside one area or wider than `gapWidth`. Areas without surface are passed over.
/// The same areas in the same order always give the same result.
/// - Complexity: about linear in the number of positions for areas that fit; where boundaries cross
///   or double, also in the number of pieces.
public struct CoverageCheck: Sendable {
  /// Pairs of areas that cover the same ground to a depth of more than the tolerance, in order.
  public let overlaps: [CoverageOverlap]
  /// Pairs of areas with a narrow opening between them, in order.
  public let gaps: [CoverageGap]
  /// Pairs of areas that touch and do not share all nodes, in order.
  public let mismatches: [CoverageMismatch]
  /// How many segments have an area at one side only: the outer boundary and, in areas that do not
  /// fit, the faults. An opening of any size, enclosed or not, has such segments around it.
  public let unmatchedEdges: Int
  /// The areas grouped by contiguity: areas with an exact node in common are in one group. Groups
  /// in the order of their first area, areas ascending; areas without surface are in none.
  public let components: [[Int]]

  /// The areas that have no node in common with any other.
  public var islands: [Int] { components.filter { $0.count == 1 }.map { $0[0] } }

  /// Whether there are no overlaps, no gaps and no mismatches. Components may be many.
  public var isValid: Bool { overlaps.isEmpty && gaps.isEmpty && mismatches.isEmpty }

  /// Checks `areas`; results name them by their index.
  /// - Parameters:
  ///   - areas: the areas, all in one reference system.
  ///   - gapWidth: openings up to this wide are reported, in the unit of the coordinates (metres in
  ///     RD New). Zero or less: none are.
  ///   - tolerance: boundaries that lie at most this far apart run together, in the same unit. Must
  ///     be positive and well above the rounding of the coordinates. For degrees, give both.
  public init(_ areas: [MultiPolygon], gapWidth: Double = 1, tolerance: Double = 0.001) {
    precondition(tolerance > 0 && tolerance.isFinite, "the tolerance must be a positive number")
    precondition(gapWidth.isFinite, "the gap width must be a number")
    let mesh = CoverageMesh(areas)
    let search = CoverageSearch(
      mesh: mesh, locator: PolygonLocator(areas), gapWidth: gapWidth, tolerance: tolerance)
    let found = search.alongUnmatched()
    overlaps = found.suspects.isEmpty ? [] : search.overlaps(between: found.suspects)
    gaps = found.gaps
    mismatches = found.mismatches
    unmatchedEdges = mesh.unmatched.count
    components = mesh.components
  }
}
