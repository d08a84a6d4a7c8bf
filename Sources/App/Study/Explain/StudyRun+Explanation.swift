internal import Geocoding
internal import Indices
internal import Areas
internal import Cartography
internal import Composites
internal import Disclosure
internal import Exports
internal import Indicators
internal import SpatialStatistics
internal import Tables
internal import Tabulation

extension StudyRun {
  /// How each number of an area came about: from published values alone, nothing is written.
  /// - Throws: what ``run(to:tasks:)`` throws, and ``Failure`` for an area that the study does not have.
  public func explanation(of code: String, tasks: Int) async throws -> AreaExplanation {
    // Nothing is told of which choice accounts for how much.
    let mapped = try await mapped(tasks: tasks, sharesChoices: false)
    try biasAudit(mapped)
    let areas = mapped.document.areas
    let wanted = code.uppercased()
    for layer in areas.layers {
      guard let place = layer.ordinal(of: wanted) ?? layer.ordinal(of: code) else { continue }
      let area = layer.areas[place]
      let explainer = AreaExplainer(mapped: mapped, layer: layer, place: place, area: area)
      return AreaExplanation(
        code: area.code, name: area.name, level: layer.level.rawValue,
        gemeentenaam: area.gemeentenaam, title: study.title, peildatum: study.peildatum.text,
        edition: mapped.report.edition.description, audience: study.audience.rawValue,
        stamps: mapped.document.stamps, indices: mapped.indices.compactMap(explainer.index),
        indicators: explainer.indicators(besides: mapped.indices))
    }
    let known = areas.layers.flatMap { $0.areas.map(\.code) }
    throw Failure.unknownArea(
      code, nearest: nearestWord(to: wanted, among: known),
      levels: areas.layers.map { ($0.level.plural, $0.areas.count) }.map { "\($0.1) \($0.0)" })
  }
}

/// Explains one area of a study.
struct AreaExplainer {
  let mapped: MappedStudy
  let layer: AreaLayer
  let place: Int
  let area: Area

  /// The areas that this one lies in: their layers and places.
  private var wider: [(layer: AreaLayer, place: Int)] {
    mapped.document.areas.layers.compactMap { other in
      guard other.level != layer.level, !other.level.isOwn else { return nil }
      let code =
        other.level == .wijk ? area.wijkcode : other.level == .gemeente ? area.gemeentecode : nil
      return code.flatMap { other.ordinal(of: $0) }.map { (other, $0) }
    }
  }

  /// The indicators with a map at the level of the area, the indices not among them.
  func indicators(besides indices: [MappedIndex]) -> [AreaExplanation.Value] {
    let own = Set(indices.map(\.map.layer.indicator.id))
    return (mapped.maps + mapped.wider).filter {
      $0.layer.level == layer.level && !own.contains($0.layer.indicator.id)
    }.map { map in
      value(
        map.layer, map: map,
        wider: { level in
          (mapped.maps + mapped.wider).first {
            $0.layer.level == level && $0.layer.indicator.id == map.layer.indicator.id
          }?.layer
        })
    }
  }

  /// An index; nil when it is not made at the level of the area.
  func index(_ index: MappedIndex) -> AreaExplanation.Index? {
    guard let scored = index.scored[layer.level],
      let map = ([index.map] + index.wider).first(where: { $0.layer.level == layer.level })
    else { return nil }
    let definition = scored.fitted.definition
    let own = value(scored.layer, map: map, wider: { index.scored[$0]?.layer })
    let found = scored.contributions(place: place)
    let shown = found.map { found in
      RoundedParts(start: found.start, parts: found.parts, total: own.value.value ?? 0)
    }
    let part = scored.part(place: place) ?? scored.fitted.parts.first { $0.frame.isEmpty }
    let leftOut = Dictionary(
      (part?.leftOut ?? []).map { ($0.member, $0.reason) }, uniquingKeysWith: { first, _ in first })
    let weights = definition.weights(part)
    let counted = scored.countedWeights(place: place)
    let contributions = definition.members.enumerated().map { number, member in
      let score = scored.areas[place].memberScores[number]
      return AreaExplanation.Contribution(
        value: value(
          scored.members[number], map: nil, wider: { index.scored[$0]?.members[number] }),
        weight: weights[number], countedWeight: counted[number], isReversed: member.isReversed,
        score: score.isNaN ? nil : score,
        points: score.isNaN ? nil : shown?.parts[number],
        leftOut: leftOut[number].map(\.words))
    }
    return AreaExplanation.Index(
      value: own, start: shown?.start,
      contributions: contributions.sorted {
        ($0.points == nil ? 1 : 0, -abs($0.points ?? 0), -$0.weight)
          < ($1.points == nil ? 1 : 0, -abs($1.points ?? 0), -$1.weight)
      },
      presentWeight: scored.areas[place].presentWeight,
      neededWeight: definition.method.presentWeight)
  }

  private func value(
    _ values: IndicatorLayer, map: IndicatorMap?, wider layers: (AreaLevel) -> IndicatorLayer?
  ) -> AreaExplanation.Value {
    let own = values.values[place]
    let compared = wider.compactMap { other, place in
      layers(other.level).map { layer in
        AreaExplanation.Compared(
          level: other.level.rawValue, name: other.areas[place].name,
          value: layer.values[place].value, status: layer.values[place].status)
      }
    }
    return AreaExplanation.Value(
      indicator: values.indicator, value: own,
      classNumber: map.flatMap { map in map.classNumber(own).map { ($0, map.breaks.count) } },
      compared: compared, sources: sources(values.indicator))
  }

  private func sources(_ indicator: Indicator) -> [AreaExplanation.Source] {
    let columns = mapped.published[layer.level]?.columns ?? [:]
    var names = indicator.formula.terms.map(\.columnID)
    if indicator.formula.kind == .density { names.insert(IndicatorEvaluator.landAreaColumn, at: 1) }
    if indicator.isIndex { return [] }
    return names.map { name in
      let column = columns[name]
      let figure = column?.figures[place] ?? .missing(.noData)
      var bounds: ClosedRange<Double>?
      if case .interval(let lower, let upper) = figure { bounds = lower...upper }
      return AreaExplanation.Source(
        column: name, value: figure.number, bounds: bounds, missing: figure.missingWords,
        source: column?.source, isSynthetic: column?.isSynthetic ?? false)
    }
  }
}

extension FittedIndex.Absence {
  /// Why a member takes no part, for readers.
  var words: LocalizedText {
    switch self {
    case .missingEverywhere:
      LocalizedText(nl: "in geen gebied een cijfer", en: "no figure in any area")
    case .fewEverywhere:
      LocalizedText(
        nl: "in elk gebied te weinig gegevens", en: "too little data in every area")
    case .named:
      LocalizedText(nl: "weggelaten in deze studie", en: "left out of this study")
    case .constant:
      LocalizedText(nl: "in alle gebieden gelijk", en: "the same in all areas")
    case .unsuitableLimits:
      LocalizedText(
        nl: "de grenzen van de schaal passen niet bij de cijfers",
        en: "the limits of the scale do not suit the figures")
    }
  }
}
