internal import Areas
internal import Cartography
internal import Comparison
internal import Disclosure
internal import Exports
internal import Indicators
internal import SpatialStatistics

/// Types, twins and regions.
extension StudyComparison {
  /// How many twins of each unit are told.
  static let twinCount = 3

  /// Whether an indicator takes part in the profiles of areas: not recorded crime, which follows police
  /// work, and no index, which is made of indicators that do.
  static func isInProfiles(_ indicator: Indicator) -> Bool {
    indicator.theme != .misdaad && !indicator.id.hasPrefix("index_")
  }

  /// The regions of each gemeente with its neighbours, when they are asked for.
  func regions(document: MapDocument, tasks: Int) async throws -> [RegionReport] {
    guard let regions, let around = try await run.surroundings(tasks: tasks)
    else { return [] }
    let units = ComparableUnits(around.areas, inhabitants: around.inhabitants, goal: nil)
    return try document.areas.gemeenten.map { gemeente in
      RegionReport(
        try NeighbourRegions(
          around.layers, units: units, all: around.areas, gemeentecode: gemeente.code,
          neighbours: around.neighbours[gemeente.code] ?? [], count: regions.count,
          least: regions.least), document: document)
    }
  }

  /// Types and twins at the level of the study; nil when its areas have no inhabitants.
  func types(
    of mapped: MappedStudy, units: [AreaLevel: ComparableUnits], tasks: Int
  ) async throws -> TypeReport? {
    let level = run.study.level
    guard let units = units[level] else { return nil }
    let layers = (mapped.maps + mapped.wider).map(\.layer).filter {
      $0.level == level && Self.isInProfiles($0.indicator)
    }
    let profiles = UnitProfiles(layers, units: units)
    return TypeReport(
      try await UnitTypes(
        profiles, count: typeCount, draws: min(draws, Self.mostTypeDraws), seed: seed, tasks: tasks),
      twins: UnitTwins(profiles, count: Self.twinCount), document: mapped.document)
  }

  /// How many samples the stability of types rests on at most: each is a partition of its own.
  static let mostTypeDraws = 100
}
