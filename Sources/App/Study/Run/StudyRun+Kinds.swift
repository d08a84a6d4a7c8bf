internal import Areas
internal import Atlas
internal import Cartography
internal import Comparison
internal import Disclosure
internal import Exports
internal import Indicators

extension StudyRun {
  /// The most areas that are compared each with each.
  static let mostTypedAreas = 4000
  /// The seed with which their types are sought.
  private static let seedOfTypes: UInt64 = 1

  /// Types of areas and their twins, when the study asks for them; those of `wijkzicht compare` with
  /// areas as they are, without how stable they are.
  /// - Throws: ``Failure/tooManyForTypes(count:level:)``.
  func kinds(of mapped: MappedStudy, tasks: Int) async throws -> AreaKinds? {
    guard study.hasTypes else { return nil }
    return try await Self.kinds(
      at: study.level, document: mapped.document, published: mapped.published,
      maps: mapped.maps + mapped.wider, tasks: tasks)
  }

  /// The same of maps, without a study.
  static func kinds(
    at level: AreaLevel, document: MapDocument, published: [AreaLevel: PublishedTable],
    maps: [IndicatorMap], tasks: Int
  ) async throws -> AreaKinds? {
    guard let layer = document.areas[level] else { return nil }
    guard layer.areas.count <= Self.mostTypedAreas else {
      throw Failure.tooManyForTypes(count: layer.areas.count, level: level.plural)
    }
    let column = published[level]?.columns[StudyComparison.inhabitantsColumn]
    let units = ComparableUnits(
      layer, inhabitants: column?.figures.map(\.number) ?? layer.areas.map { _ in nil }, goal: nil)
    let profiles = UnitProfiles(
      maps.map(\.layer).filter {
        $0.level == level && StudyComparison.isInProfiles($0.indicator)
      }, units: units)
    let types = try await UnitTypes(profiles, draws: 0, seed: Self.seedOfTypes, tasks: tasks)
    let twins = UnitTwins(profiles, count: StudyComparison.twinCount)
    guard let report = TypeReport(types, twins: twins, document: document) else {
      return nil
    }
    var like = [[Int]](repeating: [], count: layer.areas.count)
    for twin in twins.twins { like[twin.unit].append(twin.other) }
    func both(_ texts: (Language) -> [String]) -> [LocalizedText] {
      zip(texts(.nl), texts(.en)).map { LocalizedText(nl: $0, en: $1) }
    }
    var kinds = AreaKinds(
      level: level,
      kinds: zip(both(report.legend), KindColor.all).map { AreaKinds.Kind(name: $0, color: $1) },
      labels: types.labels, sentences: both(report.sentences), twins: like,
      sources: Set(profiles.layers.flatMap(\.sources)).sorted(),
      isSynthetic: profiles.layers.contains(where: \.isSynthetic))
    kinds.silhouette = types.silhouette
    kinds.seed = Self.seedOfTypes
    kinds.indicators = profiles.layers.map(\.indicator)
    return kinds
  }
}
