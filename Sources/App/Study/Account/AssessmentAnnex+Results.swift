internal import Areas
internal import Atlas
internal import Cartography
internal import Disclosure
internal import Indicators
internal import Patterns

/// What the annex tells of results that are no maps: what each is made of, does not say, and how it is protected.
extension AssessmentAnnex {
  /// Patterns, types, heatmaps and tables, a row each.
  var otherResults: [[String]] {
    var rows = patterns.map(pattern)
    if let kinds { rows.append(types(kinds)) }
    rows += told.heatmaps.map(heatmap)
    rows += told.tables.map(table)
    return rows
  }

  private func pattern(_ answer: PatternAnswer) -> [String] {
    [
      say("Patroon: ", "Pattern: ") + say(answer.question.text),
      "\(say(answer.subject.name)) (\(answer.subject.sources.joined(separator: "; ")))",
      say(answer.subject.saysNot) + " "
        + say(
          "Niet waarom waarden bijeen liggen: een patroon is geen oorzaak.",
          "Not why values lie together: a pattern is no cause."),
      fromPublished,
    ]
  }

  private var fromPublished: String {
    study.countRule(rules) == nil
      ? say("Voor intern gebruik is niets onderdrukt.", "For internal use nothing is suppressed.")
      : say(
        "Gemaakt van de gepubliceerde cijfers; wat onderdrukt is doet niet mee.",
        "Made of the published figures; what is suppressed takes no part.")
  }

  private func types(_ kinds: AreaKinds) -> [String] {
    let number = kinds.kinds.count
    return [
      say(
        "Typen: \(number) typen van \(kinds.level.plural)",
        "Types: \(number) types of \(kinds.level.plural)"),
      kinds.indicators.map { say($0.name) }.joined(separator: "; ")
        + " (\(kinds.sources.joined(separator: "; ")))",
      say(
        "Niet wie er woont of werkt, en geen volgorde: een type beschrijft gebieden die op elkaar lijken.",
        "Not who lives or works there, and no order: a type describes areas that are like each other."
      ),
      fromPublished,
    ]
  }

  private func heatmap(_ heatmap: ToldHeatmap) -> [String] {
    [
      "Heatmap: " + say(heatmap.title), heatmap.origin(language),
      say(
        "Niet hoeveel er op een plek gebeurde of staat, en niet op welk adres: alleen waar het dicht bijeen ligt. "
          + "Wat niet geregistreerd is, ontbreekt.",
        "Not how much happened or stands at a place, nor at which address: only where it lies dense. What was not "
          + "recorded is missing."),
      (heatmap.protection(language)
        + [say("Niet getoond: ", "Not shown: ") + heatmap.hidden(language) + "."])
        .joined(separator: " "),
    ]
  }

  private func table(_ table: ToldTable) -> [String] {
    let rule = study.countRule(rules)
    return [
      say("Tabel: ", "Table: ") + table.name(language),
      "\(table.source) (\(table.counted(language)))",
      say(
        "Niet wat er gebeurde en niet geregistreerd is, en niets over personen, bedrijven of adressen.",
        "Not what happened and was not recorded, and nothing of persons, firms or addresses."),
      rule.map { rule in
        (rule.sentences(language, addsUp: table.isSum)
          + [say("Onderdrukt: ", "Suppressed: ") + table.hidden(language) + "."])
          .joined(separator: " ")
      } ?? fromPublished,
    ]
  }
}
