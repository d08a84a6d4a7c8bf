internal import Areas
internal import Disclosure
internal import Exports
internal import Indicators
internal import SpatialStatistics

/// Makes maps of published values: of those of a study, and of those of several cities together.
struct MapMaker {
  let published: [AreaLevel: PublishedTable]
  /// For each level which areas border on each other, where a formula asks for it.
  let borders: [AreaLevel: [[Int]]]
  let document: MapDocument
  let method: ClassificationMethod
  let classCount: Int

  /// What computes indicators at a level; nil without published values.
  func evaluator(_ level: AreaLevel) -> IndicatorEvaluator? {
    published[level].map {
      IndicatorEvaluator(
        $0, neighbours: borders[level] ?? [],
        wholes: level == .gemeente ? nil : published[.gemeente])
    }
  }

  /// A map of values, with classes over all gemeenten.
  /// - Parameter given: the inner edges of the classes; chosen when left out.
  func map(_ layer: IndicatorLayer, given: [Double]?) -> IndicatorMap {
    IndicatorMap(
      layer, method: method, classCount: classCount, given: given, document: document)
  }

  /// Adds the maps of an indicator: that of its level, and those of the other levels; of one that is
  /// protected those that are asked for.
  func add(
    _ indicator: Indicator, level: AreaLevel, others: [AreaLevel], isProtected: Bool,
    given: [Double]?, to maps: inout [IndicatorMap], and wider: inout [IndicatorMap]
  ) {
    for layer in document.areas.layers
    where layer.level == level || !isProtected || others.contains(layer.level) {
      guard let evaluator = evaluator(layer.level) else { continue }
      let map = map(evaluator.layer(indicator), given: given)
      if layer.level == level { maps.append(map) } else { wider.append(map) }
    }
  }
}
