public import Areas
public import Simplification

/// The areas of all levels with boundaries that they share, simplified together.
///
/// Taken together the levels stay on each other: the boundary of a wijk runs along its buurten.
public struct SimplifiedAreas: Sendable {
  /// The lines, and the surfaces of all layers one layer after the other.
  public let boundaries: SharedBoundaries
  /// The areas as they were read.
  public let areas: AreaSet
  private let starts: [Int]

  /// Simplifies all levels.
  /// - Parameter grid: positions are brought to multiples of this, in metres; nil leaves them as they are.
  /// - Complexity: O(n log n) in the number of positions.
  public init(_ areas: AreaSet, rule: SimplificationRule, grid: Double? = nil) {
    self.areas = areas
    let shared = SharedBoundaries(
      areas.layers.flatMap { $0.areas.map(\.geometry) }, grid: grid)
    boundaries = shared.simplified(rule)
    starts = areas.layers.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.areas.count) }
  }

  private init(_ other: SimplifiedAreas, boundaries: SharedBoundaries) {
    areas = other.areas
    starts = other.starts
    self.boundaries = boundaries
  }

  /// The same areas, simplified once more.
  public func simplified(_ rule: SimplificationRule) -> SimplifiedAreas {
    SimplifiedAreas(self, boundaries: boundaries.simplified(rule))
  }

  /// The places in ``boundaries`` of the surfaces of the layer at `index`, in the order of its areas.
  public func places(ofLayer index: Int) -> Range<Int> { starts[index]..<starts[index + 1] }

  /// The areas with their new surfaces.
  public var areaSet: AreaSet {
    AreaSet(
      edition: areas.edition,
      layers: areas.layers.enumerated().map { index, layer in
        AreaLayer(
          level: layer.level,
          areas: zip(layer.areas, places(ofLayer: index)).map { area, place in
            area.with(geometry: boundaries.surface(place))
          }, figures: layer.figures, mapping: layer.mapping)
      }, isSchematic: areas.isSchematic, waterCount: areas.waterCount,
      foreignCount: areas.foreignCount)
  }
}
