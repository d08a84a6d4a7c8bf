internal import Indicators
public import Indices

/// How sure an index is, and what was drawn to find out.
public struct IndexCertainty: Sendable {
  /// One entry per part of the fit with areas that have a score.
  public let parts: [(frame: String, uncertainty: IndexUncertainty)]
}

extension ScoredIndex {
  /// Finds out how sure the scores are.
  ///
  /// An area that does not keep its class, or whose grade is E, gets the status `weinig_gegevens`: its
  /// score stays, and it has no class. ``IndicatorValue/isTooUnsure`` tells it from one that rests on too
  /// little.
  /// - Parameter classIndex: the class of a score.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: O(draws · areas · (members + log areas)) over `tasks`.
  public func withCertainty(
    _ plan: UncertaintyPlan, tasks: Int, classIndex: (Double) -> Int?
  ) async throws -> (ScoredIndex, IndexCertainty) {
    var values = layer.values
    var found: [(frame: String, uncertainty: IndexUncertainty)] = []
    for (number, part) in fitted.parts.enumerated() {
      let places = areas.indices.filter { areas[$0].part == number }
      guard let model = part.model else { continue }
      let uncertainty = try await IndexUncertainty(
        model, IndexData(part.members.map { members[$0] }, places: places, frame: part.frame),
        fitted.definition.method, scores: places.compactMap { areas[$0].inPart }, plan: plan,
        tasks: tasks, classIndex: classIndex)
      found.append((part.frame, uncertainty))
      for (place, area) in zip(places, uncertainty.areas) {
        guard let area else { continue }
        let certainty = Certainty(
          interval: area.interval, band: area.band, classShare: area.classShare,
          grade: area.grade.letter.rawValue,
          reasons: area.grade.reasons.map { reason in text(reason) })
        let value = values[place]
        let isTooUnsure = certainty.word == .unsure && value.status == .ok
        values[place] = IndicatorValue(
          value: value.value, status: isTooUnsure ? .fewData : value.status,
          certainty: certainty, isTooUnsure: isTooUnsure)
      }
    }
    let sure = IndicatorLayer(
      indicator: layer.indicator, level: layer.level, audience: layer.audience,
      codes: layer.codes, gemeentecodes: layer.gemeentecodes, values: values,
      sources: layer.sources, isSynthetic: layer.isSynthetic, conversion: layer.conversion)
    return (
      ScoredIndex(fitted: fitted, members: members, areas: areas, layer: sure),
      IndexCertainty(parts: found)
    )
  }

  /// A reason in words.
  private func text(_ reason: Grade.Reason) -> LocalizedText {
    func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }
    switch reason {
    case .moves(let places):
      let number = Int(places.rounded())
      return LocalizedText(
        nl:
          "met iets andere cijfers en keuzes schuift het gebied over \(number) van de 100 plaatsen",
        en: "with slightly other figures and choices the area moves over \(number) of 100 places")
    case .missing(let share):
      return LocalizedText(
        nl: "\(percent(share)) % van het gewicht heeft geen cijfer",
        en: "\(percent(share)) % of the weight has no figure")
    case .few(let share):
      return LocalizedText(
        nl: "\(percent(share)) % van het gewicht rust op te kleine aantallen",
        en: "\(percent(share)) % of the weight rests on numbers that are too small")
    case .modelled(let share):
      return LocalizedText(
        nl: "\(percent(share)) % van het gewicht is met een model geschat",
        en: "\(percent(share)) % of the weight was estimated by a model")
    case .dependsOn(let member, let places):
      let number = Int(places.rounded())
      let name =
        fitted.definition.members.first { $0.indicator.id == member }?.indicator.name
        ?? LocalizedText(nl: member, en: member)
      return LocalizedText(
        nl: "zonder ‘\(name.nl)’ schuift het gebied \(number) van de 100 plaatsen",
        en: "without ‘\(name.en)’ the area moves \(number) of 100 places")
    }
  }
}
