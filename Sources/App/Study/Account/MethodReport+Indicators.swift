internal import Areas
internal import Cartography
internal import Composites
internal import Exports
internal import Indicators
internal import Indices
internal import Quality
internal import SpatialStatistics
internal import Tabulation
internal import Reports
internal import Tables

/// The part of the report on indicators and indices.
extension MethodReport {
  func indicators(_ text: inout ReportDocument) {
    let indices = Set(mapped.indices.map(\.map.layer.indicator.id))
    let maps = mapped.maps.filter { !indices.contains($0.layer.indicator.id) }
    guard !maps.isEmpty else { return }
    text.heading(2, say("Indicatoren", "Indicators"))
    text.paragraph(
      say(
        "Het cijfer voor volledigheid van de bron is A bij hoogstens 1 % gebieden zonder gegevens, B 5 %, C 10 %, "
          + "D 25 % en anders E. Wat onderdrukt is of te weinig gegevens heeft, telt daarvoor niet.",
        "The grade for completeness of the source is A with at most 1 % of areas without data, B 5 %, C 10 %, D 25 % "
          + "and else E. What is suppressed or has too little data does not count for it."))
    for map in maps { indicator(map, &text) }
  }

  private func indicator(_ map: IndicatorMap, _ text: inout ReportDocument) {
    let indicator = map.layer.indicator
    text.heading(3, say(indicator.name))
    text.paragraph(say(indicator.says) + " " + say(indicator.saysNot))
    var rows = [
      ["id", indicator.id],
      [say("Eenheid", "Unit"), say(indicator.unit)],
      [say("Formule", "Formula"), indicator.formula.sentence(language)],
      [say("Bron", "Source"), sources(map.layer.sources)],
      [say("Gebieden", "Areas"), map.layer.level.plural],
    ]
    if indicator.minimumDenominator > 0,
      let size = (indicator.formula.denominator ?? indicator.formula.base)?.sentence(language)
    {
      rows.append([
        say("Minimum", "Minimum"), "\(number(indicator.minimumDenominator, 0)) (\(size))",
      ])
    }
    if let conversion = map.layer.conversion {
      rows.append([say("Omgerekend van", "Converted from"), conversion.origin])
    }
    rows += [[say("Klassen", "Classes"), edges(map)]] + presence(map.layer)
    text.table([say("Kenmerk", "Subject"), say("Waarde", "Value")], rows)
    text.list(
      indicator.caveats.map { say($0) }
        + indicator.flags.map { say("Let op: ", "Mind: ") + $0.words(language) + "." }.sorted()
        + indicator.breaks.map {
          say("Breuk in de reeks op ", "Break in the series at ") + $0.date + ": " + say($0.why)
        })
  }

  private func edges(_ map: IndicatorMap) -> String {
    let edges = map.breaks.edges
    guard edges.count > 1 else { return say("geen", "none") }
    let decimals = map.layer.indicator.decimals
    return zip(edges, edges.dropFirst()).enumerated().map { place, pair in
      let end = place == edges.count - 2 ? "]" : ")"
      return "[\(number(pair.0, decimals)); \(number(pair.1, decimals))\(end)"
    }.joined(separator: " ")
  }

  /// How many areas have a value, how many have none and why, and what that is worth.
  private func presence(_ layer: IndicatorLayer) -> [[String]] {
    let found = FigurePresence(layer.values)
    var rows = [[say("Met een waarde", "With a value"), count(found.statuses[.ok] ?? 0)]]
    if let hidden = found.statuses[.suppressed] {
      rows.append([say("Onderdrukt", "Suppressed"), count(hidden)])
    }
    if found.unsure > 0 {
      rows.append([
        say("Te onzeker voor een klasse", "Too unsure for a class"), count(found.unsure),
      ])
    }
    if found.few > 0 {
      rows.append([say("Te weinig gegevens", "Too little data"), count(found.few)])
    }
    if layer.constant != nil {
      rows.append([
        say("Verschil", "Difference"),
        say("alle gebieden hebben dezelfde waarde", "all areas have the same value"),
      ])
    }
    rows += MissingReason.allCases.compactMap { reason in
      found.reasons[reason].map {
        [say("Zonder gegevens: ", "Without data: ") + say(reason.words), count($0)]
      }
    }
    if let grade = found.grade, let shown = found.shown {
      let isPartial = found.few > 0 || (found.statuses[.suppressed] ?? 0) > 0
      rows.append([
        say("Volledigheid van de bron", "Completeness of the source"),
        grade.rawValue + say("; getoond: ", "; shown: ") + number(shown * 100, 0) + " %"
          + (isPartial
            ? say(
              " (wat onderdrukt is of te weinig gegevens heeft telt niet mee)",
              " (what is suppressed or has too little data is not counted)") : ""),
      ])
    }
    return rows
  }

  // MARK: Indices

  func indices(_ text: inout ReportDocument) {
    guard !mapped.indices.isEmpty else { return }
    text.heading(2, say("Indices", "Indices"))
    for index in mapped.indices {
      guard let fitted = index.fitted else { continue }
      let definition = fitted.definition
      text.heading(3, say(definition.name))
      text.paragraph(say(definition.says) + " " + say(definition.saysNot))
      let method = definition.method
      var rows = [
        ["id", definition.layerID],
        [say("Gebieden", "Areas"), index.level.plural],
        [say("Vergeleken met", "Compared with"), say(definition.frame.words)],
        [
          say("Uitschieters", "Outliers"),
          method.outliers.map(outliers) ?? say("zoals zij zijn", "as they are"),
        ],
        [say("Schaal", "Scale"), method.normalisation.words(language)],
        [say("Gewichten", "Weights"), method.weighting.words(language)],
        [say("Samengenomen", "Put together"), method.aggregation.words(language)],
        [
          say("Score vanaf", "Score from"),
          say(
            "\(number(100 * method.presentWeight, 0)) % van het gewicht met een cijfer",
            "\(number(100 * method.presentWeight, 0)) % of the weight with a figure"),
        ],
        [say("Klassen", "Classes"), edges(index.map)],
      ]
      rows += presence(index.map.layer)
      text.table([say("Kenmerk", "Subject"), say("Waarde", "Value")], rows)
      let weights = IndexWeights(fitted, gemeenten: mapped.document.areas.gemeenten)
      text.table(
        [
          "Indicator", say("Gewicht, opgegeven", "Weight as given"),
          say("Gewicht, gebruikt", "Weight as used"), say("Telt", "Counts"),
          say("Formule", "Formula"), say("Doet niet mee", "Takes no part"),
        ],
        definition.members.enumerated().map { place, member in
          [
            say(member.indicator.name), weights.given(place, language),
            weights.used(place, language),
            member.isReversed
              ? say("lager is meer", "lower is more") : say("hoger is meer", "higher is more"),
            member.indicator.formula.sentence(language), weights.leftOut(place, language),
          ]
        })
      text.list(definition.caveats.map { say($0) })
    }
  }

  private func outliers(_ rule: OutlierRule) -> String {
    let skewness = number(rule.skewness, 1)
    let kurtosis = number(rule.kurtosis, 1)
    return say(
      "bij scheefheid \(skewness) of meer én kurtosis \(kurtosis) of meer: hoogstens "
        + "\(rule.mostWinsorised) getallen naar binnen gezet, anders een logaritme",
      "with skewness \(skewness) or more and kurtosis \(kurtosis) or more: at most "
        + "\(rule.mostWinsorised) numbers drawn in, else a logarithm")
  }
}
