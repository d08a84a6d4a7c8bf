internal import Areas
internal import Geometry
internal import Ledger

/// The areas of another year of which publications told, as levels of their own beside those of a study: records are
/// placed in them as well, so that what was said stands on the ground of then. Nothing is published of these levels.
struct AreasOfThen {
  /// The year.
  let edition: Int
  /// All areas of the smallest level, among which records are placed.
  let everywhere: AreaLayer
  /// Those in gemeenten of which publications told, the smallest level first, each made of the one before.
  let layers: [AreaLayer]

  /// Takes areas that were read.
  /// - Parameter codes: those of which publications told.
  init?(_ read: AreaSet, toldOf codes: Set<String>) {
    guard let smallest = read.layers.first else { return nil }
    edition = read.edition.year
    let level = Self.level(smallest.level, of: edition)
    everywhere = AreaLayer(level: level, areas: smallest.areas)
    let told = smallest.areas.filter { area in
      [area.code, area.wijkcode, area.gemeentecode].contains { $0.map(codes.contains) ?? false }
    }
    let gemeenten = Set(told.map(\.gemeentecode))
    var layers = [everywhere.filtered { gemeenten.contains($0.gemeentecode) }]
    for wider in AreaLevel.cbs where wider > smallest.level {
      layers.append(
        Self.layer(Self.level(wider, of: edition), isGemeente: wider == .gemeente, of: layers.last!)
      )
    }
    self.layers = layers
  }

  /// The wider areas that those of a level make.
  private static func layer(
    _ level: AreaLevel, isGemeente: Bool, of parts: AreaLayer
  ) -> AreaLayer {
    var members: [String: [Area]] = [:]
    for area in parts.areas {
      guard let code = isGemeente ? area.gemeentecode : area.wijkcode else { continue }
      members[code, default: []].append(area)
    }
    let areas = members.sorted { $0.key < $1.key }.map { code, own in
      Area(
        code: code, name: code, wijkcode: nil, gemeentecode: own[0].gemeentecode,
        gemeentenaam: own[0].gemeentenaam,
        geometry: MultiPolygon(own.flatMap(\.geometry.polygons)))
    }
    let targets = members.flatMap { code, own in own.map { ($0.code, code) } }
    return AreaLayer(
      level: level, areas: areas,
      mapping: AreaMapping(
        source: parts.level, targets: Dictionary(uniqueKeysWithValues: targets)))
  }

  /// The level that stands for one of CBS in another year; no level of a study is called so.
  private static func level(_ level: AreaLevel, of edition: Int) -> AreaLevel {
    .own(
      "\(level.rawValue) \(edition)", plural: "\(level.plural) \(edition)",
      order: edition * 1000 + (AreaLevel.cbs.firstIndex(of: level) ?? 0))
  }

  /// The areas that stand for those of a level of CBS; nil when they are smaller than all that were read.
  func layer(_ name: String) -> AreaLayer? {
    AreaLevel.cbs.first { $0.rawValue == name }.flatMap { level in
      layers.first { $0.level == Self.level(level, of: edition) }
    }
  }

  /// The areas by themselves.
  var areas: AreaSet { AreaSet(edition: Edition(year: edition), layers: layers) }

  /// The areas of the years of which sources tell, as far as they are given.
  static func told(_ sources: [EarlierSource.Told], among given: [AreaSet]) -> [AreasOfThen] {
    given.compactMap { set in
      let codes = sources.filter { $0.entry.edition == set.edition.year }
        .flatMap { $0.source.areas.values.joined() }
        // All gemeenten together are one area.
        .flatMap { code in code.split(separator: " " as Character).map(String.init) }
      return codes.isEmpty ? nil : AreasOfThen(set, toldOf: Set(codes))
    }
  }
}
