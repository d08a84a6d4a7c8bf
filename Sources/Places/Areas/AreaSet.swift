/// The areas of one edition: its buurten, wijken and gemeenten, or those levels that were read.
public struct AreaSet: Sendable {
  /// Year and version.
  public let edition: Edition
  /// The levels, smallest areas first.
  public let layers: [AreaLayer]
  /// Whether the boundaries are drawn from label points instead of surveyed. Stamped on every map.
  public let isSchematic: Bool
  /// Rows that were left out because they are water.
  public let waterCount: Int
  /// Rows that were left out because they lie in Belgium.
  public let foreignCount: Int

  /// Makes a set.
  public init(
    edition: Edition, layers: [AreaLayer], isSchematic: Bool = false, waterCount: Int = 0,
    foreignCount: Int = 0
  ) {
    self.edition = edition
    self.layers = layers.sorted { $0.level < $1.level }
    self.isSchematic = isSchematic
    self.waterCount = waterCount
    self.foreignCount = foreignCount
  }

  /// The areas of one level, or nil when that level was not read.
  public subscript(level: AreaLevel) -> AreaLayer? { layers.first { $0.level == level } }

  /// The gemeenten that the areas belong to, by code, with their names.
  public var gemeenten: [(code: String, name: String)] {
    var names: [String: String] = [:]
    for layer in layers {
      for area in layer.areas where names[area.gemeentecode] == nil {
        names[area.gemeentecode] = area.gemeentenaam
      }
    }
    return names.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The set with just the areas of some gemeenten.
  public func filtered(gemeentecodes: Set<String>) -> AreaSet {
    AreaSet(
      edition: edition,
      layers: layers.map { layer in layer.filtered { gemeentecodes.contains($0.gemeentecode) } },
      isSchematic: isSchematic, waterCount: waterCount, foreignCount: foreignCount)
  }
}
