/// Two areas that cover the same ground.
public struct CoverageOverlap: Hashable, Sendable {
  /// The lower index of the pair.
  public let first: Int
  /// The higher index of the pair.
  public let second: Int
  /// A position that both areas cover.
  public let position: Position
  /// The length of the boundary of the ground that both cover, in the unit of the coordinates: the
  /// boundary of either area where it runs inside the other, and once where both run together.
  public let length: Double
}

/// A narrow opening between two different areas that no area covers, longer than it is wide.
public struct CoverageGap: Hashable, Sendable {
  /// The lower index of the pair.
  public let first: Int
  /// The higher index of the pair.
  public let second: Int
  /// A position in the opening.
  public let position: Position
  /// The length of the opening along the boundary, in the unit of the coordinates; of the two sides
  /// the longer one. The sum when the same pair has several openings.
  public let length: Double
  /// The greatest distance that was measured from the boundary of one area to the segment of the
  /// other that faces it; at most the `gapWidth` asked for.
  public let greatestWidth: Double
}

/// Two areas that touch without sharing all nodes (T-junctions): a node of one lies on the boundary
/// of the other, which has no node there. Drawing or simplifying such areas opens slivers.
public struct CoverageMismatch: Hashable, Sendable {
  /// The lower index of the pair.
  public let first: Int
  /// The higher index of the pair.
  public let second: Int
  /// The westernmost such node, of equal ones the southernmost.
  public let position: Position
  /// How many nodes of either area lie on the boundary of the other and are no nodes of it.
  public let nodeCount: Int
}
