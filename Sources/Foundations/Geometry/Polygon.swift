/// A surface with one outer boundary and any number of holes.
///
/// Not guaranteed: that holes lie inside the boundary or that rings do not cross; `Topology` checks
/// and repairs that. Winding order is free; writers choose it.
public struct Polygon: Hashable, Sendable {
  /// The outer boundary.
  public let exterior: Ring
  /// The boundaries of the holes.
  public let holes: [Ring]

  /// Makes a polygon from its rings.
  public init(exterior: Ring, holes: [Ring] = []) {
    self.exterior = exterior
    self.holes = holes
  }

  /// All rings, the outer one first.
  public var rings: [Ring] { [exterior] + holes }

  /// The area without the holes, in square units of the coordinates; never negative for a valid
  /// polygon.
  public var area: Double {
    holes.reduce(abs(exterior.signedArea)) { $0 - abs($1.signedArea) }
  }
}
