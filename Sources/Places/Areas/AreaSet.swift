/// The areas of one edition: its buurten, wijken and gemeenten, or those levels that were read, and
/// levels of a city's own.
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

  /// The set with a level more.
  public func adding(_ layer: AreaLayer) -> AreaSet {
    AreaSet(
      edition: edition, layers: layers + [layer], isSchematic: isSchematic, waterCount: waterCount,
      foreignCount: foreignCount)
  }

  /// For each area of a layer the ordinal of the area of another level to which it belongs, -1 when it
  /// belongs to none.
  ///
  /// Levels of CBS nest by their codes, own levels by their mapping, also over levels in between.
  /// - Returns: nil when the areas of `layer` are no parts of the areas of `other`.
  public func parents(of layer: AreaLayer, in other: AreaLayer) -> [Int32]? {
    if let mapping = other.mapping {
      let below: (layer: AreaLayer, ordinals: [Int32])
      if mapping.source == layer.level {
        below = (layer, layer.areas.indices.map { Int32($0) })
      } else if let between = self[mapping.source],
        let ordinals = parents(of: layer, in: between)
      {
        below = (between, ordinals)
      } else {
        return nil
      }
      let targets = below.layer.areas.map { area in
        mapping.targets[area.code].flatMap { other.ordinal(of: $0) }.map { Int32($0) } ?? -1
      }
      return below.ordinals.map { $0 < 0 ? -1 : targets[Int($0)] }
    }
    guard !layer.level.isOwn, !other.level.isOwn, other.level > layer.level else { return nil }
    return layer.areas.map { area in
      let code = other.level == .gemeente ? area.gemeentecode : area.wijkcode
      return code.flatMap { other.ordinal(of: $0) }.map { Int32($0) } ?? -1
    }
  }

  /// The gemeenten that the areas belong to, by code, with their names.
  public var gemeenten: [(code: String, name: String)] {
    var names: [String: String] = [:]
    for layer in layers {
      for area in layer.areas
      where !area.gemeentecode.isEmpty && names[area.gemeentecode] == nil {
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
