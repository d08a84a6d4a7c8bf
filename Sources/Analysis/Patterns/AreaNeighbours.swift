public import Areas
internal import Geometry
public import SpatialStatistics

/// The neighbours among any of the areas of a layer, by one rule.
public struct AreaNeighbours: Sendable {
  /// The rule.
  public let rule: NeighbourRule
  private let touching: SpatialWeights?
  private let centroids: [Position?]

  /// Prepares the rule for areas in the order of their layer.
  /// - Complexity: O(nodes of the boundaries).
  public init(_ rule: NeighbourRule, of areas: [Area]) throws(SpatialWeightsError) {
    self.rule = rule
    switch rule {
    case .contiguity(let contiguity):
      touching = try SpatialWeights.contiguity(contiguity, Outlines(areas))
      centroids = []
    case .nearest:
      touching = nil
      centroids = areas.map(\.geometry.centroid)
    }
  }

  /// The binary graph of the areas at `places`, ascending: those that are left out are nobody's
  /// neighbours, and of the nearest the nearest of these are meant. An area without a surface has no
  /// neighbours.
  public func graph(of places: [Int]) throws(SpatialWeightsError) -> SpatialWeights {
    if let touching { return touching.restricted(to: places) }
    guard case .nearest(let number) = rule else { return try SpatialWeights(count: 0, links: []) }
    let located = places.indices.filter { centroids[places[$0]] != nil }
    let points = located.compactMap { centroids[places[$0]] }
    let near = try SpatialWeights.nearest(
      number, Sites(x: points.map(\.x), y: points.map(\.y)))
    if located.count == places.count { return near }
    let links = located.indices.flatMap { from in
      near.neighbours(of: from).map { to in
        SpatialWeights.Link(from: located[from], to: located[Int(to)])
      }
    }
    return try SpatialWeights(count: places.count, links: links)
  }
}
