public import Areas
public import Indicators
internal import Geometry
public import SpatialStatistics

/// A city with its neighbouring gemeenten divided into connected regions that are alike within.
///
/// SKATER over the robust scores of ``UnitProfiles``; see ``Regions``. A score that is missing counts as
/// the middle. Areas touch along an edge; parts that touch nowhere, behind water or behind areas
/// without values, are linked over the shortest distance between centroids.
public struct NeighbourRegions: Sendable {
  /// Why there are no regions.
  public enum Refusal: String, Hashable, Sendable {
    /// Fewer areas take part than regions are asked for.
    case fewAreas = "te_weinig_gebieden"
    /// Fewer than two indicators have values in most areas and vary.
    case fewIndicators = "te_weinig_indicatoren"
  }

  /// One region.
  public struct Part: Sendable {
    /// The number of its areas.
    public let areaCount: Int
    /// Their inhabitants.
    public let inhabitants: Double
    /// The gemeenten in which it lies, by code.
    public let gemeentecodes: [String]
    /// The middle score of its areas on each indicator.
    public let scores: [Double?]

    /// The indicators that set the region apart, the most extreme first.
    public var marks: [Int] { UnitProfiles.marks(scores) }
  }

  /// The share of the areas of which an indicator must have a value to take part.
  public static let leastFilled = 0.8

  /// The city.
  public let gemeentecode: String
  /// The areas of the city and its neighbours.
  public let areas: AreaLayer
  /// The indicators that take part.
  public let layers: [IndicatorLayer]
  /// Why there are no regions; nil when there are.
  public let refusal: Refusal?
  /// The regions, in the order of their first area.
  public let parts: [Part]
  /// The region of each of ``areas``, counted from 0; nil of an area that takes no part.
  public let labels: [Int?]
  /// The share of the variation of scores that lies between regions; nil without regions.
  public let explained: Double?

  /// Divides a city with its neighbours.
  /// - Parameters:
  ///   - layers: indicators over `all`.
  ///   - units: the areas of `all`, not joined.
  ///   - count: the number of regions, 2 or more; there are fewer when none can be cut any more.
  ///   - least: the inhabitants that a region must have.
  /// - Complexity: O(areas²) to link parts, O(areas × indicators) for each region.
  public init(
    _ layers: [IndicatorLayer], units: ComparableUnits, all: AreaLayer, gemeentecode: String,
    neighbours: Set<String>, count: Int, least: Double
  ) throws(SpatialWeightsError) {
    let wanted = all.areas.indices.filter {
      all.areas[$0].gemeentecode == gemeentecode || neighbours.contains(all.areas[$0].gemeentecode)
    }
    let isWanted = Set(wanted)
    let profiles = UnitProfiles(
      layers, units: units, leastFilled: Self.leastFilled, isWanted: isWanted.contains)
    let places = profiles.places
    self.gemeentecode = gemeentecode
    self.layers = profiles.layers
    areas = AreaLayer(level: all.level, areas: wanted.map { all.areas[$0] })
    var labels = [Int?](repeating: nil, count: wanted.count)
    guard places.count > count, profiles.layers.count >= 2 else {
      refusal = places.count > count ? .fewIndicators : .fewAreas
      parts = []
      explained = nil
      self.labels = labels
      return
    }
    refusal = nil
    let rows = profiles.profiles.scores.map { $0.map { $0 ?? 0 } }
    let graph = try Self.graph(of: places.map { all.areas[$0] })
    let tree = SpanningTree(graph) { a, b in
      zip(rows[a], rows[b]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }
    let inhabitants = places.map { units.inhabitants[$0] }
    let regions = Regions(tree, rows: rows, count: count, sizes: inhabitants, minimum: least)
    let found = Dictionary(uniqueKeysWithValues: zip(places, regions.labels))
    for (place, area) in wanted.enumerated() { labels[place] = found[area] }
    self.labels = labels
    explained = regions.explained
    parts = (0...(regions.labels.max() ?? 0)).map { region in
      let own = regions.labels.indices.filter { regions.labels[$0] == region }
      return Part(
        areaCount: own.count, inhabitants: own.reduce(0) { $0 + inhabitants[$1] },
        gemeentecodes: Set(own.map { all.areas[places[$0]].gemeentecode }).sorted(),
        scores: profiles.layers.indices.map { column in
          RobustProfiles.median(
            own.compactMap { profiles.profiles.scores[$0][column] }.sorted())
        })
    }
  }

  /// Which areas touch, with the links that make all of them one.
  private static func graph(of areas: [Area]) throws(SpatialWeightsError) -> SpatialWeights {
    let touching = SharedBorders.lengths(of: areas)
    let points = areas.map { area in
      area.geometry.centroid.map { (x: $0.x, y: $0.y) } ?? (x: 0, y: 0)
    }
    var links = touching.flatMap { border in
      [
        SpatialWeights.Link(from: border.a, to: border.b),
        SpatialWeights.Link(from: border.b, to: border.a),
      ]
    }
    let components = try SpatialWeights(count: areas.count, links: links).components
    // From the first part on, each time the part that lies nearest comes in.
    var nearest = [(distance: Double, to: Int)](repeating: (.infinity, 0), count: areas.count)
    var isInside = [Bool](repeating: false, count: areas.count)
    var entering = 0
    while true {
      let members = components.indices.filter { components[$0] == entering }
      for member in members { isInside[member] = true }
      for outside in isInside.indices where !isInside[outside] {
        for member in members {
          let dx = points[member].x - points[outside].x
          let dy = points[member].y - points[outside].y
          let distance = dx * dx + dy * dy
          if distance < nearest[outside].distance { nearest[outside] = (distance, member) }
        }
      }
      guard
        let next = isInside.indices.filter({ !isInside[$0] })
          .min(by: { (nearest[$0].distance, $0) < (nearest[$1].distance, $1) })
      else { break }
      links.append(SpatialWeights.Link(from: next, to: nearest[next].to))
      links.append(SpatialWeights.Link(from: nearest[next].to, to: next))
      entering = components[next]
    }
    return try SpatialWeights(count: areas.count, links: links)
  }
}
