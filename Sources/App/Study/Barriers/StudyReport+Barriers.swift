internal import Areas
internal import Cartography
internal import Disclosure
internal import Exports
internal import Geocoding
internal import Indicators
internal import Tables

extension StudyReport {
  /// What a run came upon that stood in the way of its results.
  ///
  /// Counts of records are told to an audience without a rule alone; counts of areas are published in
  /// the maps themselves.
  func barriers(rule: DisclosureRule?) -> [Barrier] {
    let tellsCounts = rule == nil
    return suppressed + hiddenTables + refusedHeatmaps + otherEditions + uncovered(rule)
      + unplaced(tellsCounts: tellsCounts) + missingFigures + uncompared + unreadable
      + (tellsCounts ? absent : [])
      + foreign(tellsCounts: tellsCounts)
  }

  /// A count as people write it.
  private static func count(_ count: Int, _ language: Language) -> String {
    language.number(Double(count), decimals: 0)
  }

  // MARK: Of the law

  /// Maps of which areas are hidden, because a count could be led back to few.
  private var suppressed: [Barrier] {
    maps.compactMap { map in
      let hidden = map.statuses[.suppressed] ?? 0
      let all = map.statuses.values.reduce(0, +)
      guard hidden > 0 else { return nil }
      return Barrier.found(
        .legal, map.indicator.id,
        nl:
          "In \(Self.count(hidden, .nl)) van de \(map.level.counted(all, .nl)) is het aantal "
          + "onderdrukt\(Self.cities(map.hidden, "van")): " + Self.hiddenByRule.nl,
        en:
          "The count is suppressed in \(Self.count(hidden, .en)) of the "
          + "\(map.level.counted(all, .en))\(Self.cities(map.hidden, "of")): "
          + Self.hiddenByRule.en,
        remedy: Self.larger(map))
    }
  }

  /// What makes counts larger. What is there on a day, such as establishments, does not add up over years.
  private static func larger(_ map: Map) -> (nl: String, en: String) {
    let isOnADay = map.indicator.formula.numerator.leaves.contains {
      if case .records(let term) = $0 { term.period == .active } else { false }
    }
    let isWidest = map.level == .gemeente
    return switch (isOnADay, isWidest) {
    case (false, false):
      ("Neem meer jaren samen of een hoger niveau.", "Pool years, or take a higher level.")
    case (false, true): ("Neem meer jaren samen.", "Pool years.")
    case (true, false): ("Neem een hoger niveau.", "Take a higher level.")
    case (true, true): ("Tel meer soorten samen.", "Count more kinds together.")
    }
  }

  /// Tables of which counts are hidden.
  private var hiddenTables: [Barrier] {
    var ids: [String] = []
    var found: [String: [Hidden]] = [:]
    for loss in losses {
      var own: [String: (hidden: Int, all: Int)] = [:]
      for part in loss.parts {
        guard case .table(let id) = part.subject else { continue }
        if !ids.contains(id) { ids.append(id) }
        own[id, default: (0, 0)].hidden += part.hidden
        own[id, default: (0, 0)].all += part.counts
      }
      for (id, counts) in own {
        found[id, default: []].append(
          Hidden(gemeente: loss.gemeente, hidden: counts.hidden, all: counts.all))
      }
    }
    return ids.compactMap { id in
      let own = found[id] ?? []
      let hidden = own.reduce(0) { $0 + $1.hidden }
      let all = own.reduce(0) { $0 + $1.all }
      guard hidden > 0 else { return nil }
      let cities = own.filter { $0.hidden > 0 }
      return Barrier.found(
        .legal, id,
        nl:
          "\(hidden) van \(all) aantallen in de tabel onderdrukt\(Self.cities(cities, "van")): "
          + Self.hiddenByRule.nl,
        en:
          "\(hidden) of \(all) counts in the table suppressed\(Self.cities(cities, "of")): "
          + Self.hiddenByRule.en,
        remedy: (
          "Neem langere perioden, minder categorieën of een hoger niveau, of laat de totalen weg, waar dat kan.",
          "Take longer periods, fewer categories or a higher level, or leave the totals out, where that can be."
        ))
    }
  }

  private static let hiddenByRule = (
    nl:
      "er staat te weinig achter, een som zou te veel van een bijdrager vertellen, of een onderdrukt aantal zou eruit "
      + "volgen.",
    en:
      "too little stands behind it, a sum would tell too much of a contributor, or a suppressed count would follow "
      + "from it."
  )

  /// How much is hidden in each of several gemeenten.
  private static func cities(_ hidden: [Hidden], _ of: String) -> String {
    guard hidden.count > 1 else { return "" }
    return " ("
      + hidden.map { "\($0.gemeente) \($0.hidden) \(of) \($0.all)" }.joined(separator: ", ")
      + ")"
  }

  private var refusedHeatmaps: [Barrier] {
    heatmaps.filter { $0.made == nil }.map { heatmap in
      Barrier.found(
        .legal, heatmap.id,
        nl: "Geen enkele cel van de heatmap mag getoond worden: er zijn te weinig records.",
        en: "No cell of the heatmap may be shown: there are too few records.",
        remedy: ("Neem een langere periode.", "Take a longer period."))
    }
  }

  // MARK: Of technique

  /// Figures and codes of other editions of areas.
  private var otherEditions: [Barrier] {
    figures.compactMap { source in
      if let conversion = source.conversion {
        return Barrier.found(
          .technical, source.id,
          nl:
            "De cijfers zijn van \(conversion.origin) en omgerekend naar de gebieden van de studie.",
          en: "The figures are of \(conversion.origin), converted to the areas of the study.",
          remedy: (
            "Vraag de bron om cijfers op de gebieden van de studie.",
            "Ask the source for figures on the areas of the study."
          ))
      }
      let count = source.unknownCodes.count
      guard count > 0 else { return nil }
      return Barrier.found(
        .technical, source.id,
        nl:
          "\(count) \(count == 1 ? "gebiedscode" : "gebiedscodes") van een andere editie dan die van de "
          + "studie.",
        en: "\(counted(count, "area code")) of another edition than that of the study.",
        remedy: (
          "Lever op de editie van de studie, of gebruik een crosswalk.",
          "Deliver on the edition of the study, or use a crosswalk."
        ))
    }
  }

  // MARK: Of organisation

  /// Gemeenten of which nothing was delivered.
  private func uncovered(_ rule: DisclosureRule?) -> [Barrier] {
    notCovered.map { found in
      let names = found.gemeenten.joined(separator: ", ")
      return Barrier.found(
        .organisational, found.records,
        nl: (rule.map { "Minder dan \($0.minimumCount)" } ?? "Geen")
          + " records van \(names): niets geleverd, of niets van deze periode.",
        en: (rule.map { "Fewer than \($0.minimumCount)" } ?? "No")
          + " records of \(names): nothing delivered, or nothing of this period.",
        remedy: ("Vraag de gemeente om de gegevens.", "Ask the gemeente for the data."))
    }
  }

  // MARK: Of quality

  private func unplaced(tellsCounts: Bool) -> [Barrier] {
    records.compactMap { source in
      let missing =
        source.counts.total - source.counts.placed - source.counts[.otherMunicipality]
        - source.counts[.specialPoint]
      guard missing > 0 else { return nil }
      return Barrier.found(
        .quality, source.id,
        nl: tellsCounts
          ? "\(Self.count(missing, .nl)) van \(Self.count(source.counts.total, .nl)) records zonder gebied."
          : "Een deel van de records heeft geen gebied.",
        en: tellsCounts
          ? "\(Self.count(missing, .en)) of \(Self.count(source.counts.total, .en)) records without an area."
          : "Some of the records have no area.",
        remedy: (
          "Herstel coördinaten, adressen of codes; 'wijkzicht quality' zegt welke kolommen.",
          "Repair coordinates, addresses or codes; 'wijkzicht quality' tells which columns."
        ))
    }
  }

  private var missingFigures: [Barrier] {
    maps.compactMap { map in
      let missing = (map.statuses[.noData] ?? 0) - (map.uncompared?.areas ?? 0)
      let all = map.statuses.values.reduce(0, +)
      guard missing > 0 else { return nil }
      return Barrier.found(
        .quality, map.indicator.id,
        nl: "\(Self.count(missing, .nl)) van \(map.level.counted(all, .nl)) zonder gegevens.",
        en: "\(Self.count(missing, .en)) of \(map.level.counted(all, .en)) without data.",
        remedy: (
          "Zie de redenen in de kaart; neem een latere versie (v2, v3) van hetzelfde jaar, een eerder jaar of een "
            + "hoger niveau.",
          "See the reasons in the map; take a later version (v2, v3) of the same year, an earlier year or a higher "
            + "level."
        ))
    }
  }

  /// Areas that lack a figure of their gemeente to be compared with.
  private var uncompared: [Barrier] {
    maps.compactMap { map in
      guard let found = map.uncompared else { return nil }
      let names = found.gemeenten.joined(separator: ", ")
      return Barrier.found(
        .quality, map.indicator.id,
        nl:
          "Van \(names) is \(found.named("een cijfer")) niet bekend, dus is er voor \(found.areas) "
          + "\(found.areas == 1 ? map.level.rawValue : map.level.plural) niets om mee te vergelijken.",
        en:
          "Of \(names) \(found.named("a figure")) is not known, so for \(found.areas) "
          + "\(found.areas == 1 ? map.level.rawValue : map.level.plural) there is nothing to compare with.",
        remedy: ("Lever dat cijfer per gemeente.", "Deliver that figure per gemeente."))
    }
  }

  private var unreadable: [Barrier] {
    figures.compactMap { source in
      let count = source.unreadableCells
      guard count > 0 else { return nil }
      return Barrier.found(
        .quality, source.id,
        nl: "\(counted(count, "cel", "cellen")) met cijfers niet te lezen.",
        en: "\(counted(count, "cell")) of figures not readable.",
        remedy: ("Herstel de cijfers bij de bron.", "Repair the figures at the source."))
    }
  }

  private var absent: [Barrier] {
    absentWords.map { found in
      let words = found.words.joined(separator: ", ")
      return Barrier.found(
        .quality, found.records,
        nl: "Geen record heeft in '\(found.column)' een van de woorden \(words).",
        en: "No record has one of the words \(words) in '\(found.column)'.",
        remedy: (
          "Gebruik in de records dezelfde woorden als de indicator.",
          "Use in the records the words of the indicator."
        ))
    }
  }

  private func foreign(tellsCounts: Bool) -> [Barrier] {
    foreignCodes.filter { $0.count > 0 }.map { found in
      Barrier.found(
        .quality, found.records,
        nl: (tellsCounts ? counted(found.count, "record") : "Records")
          + " met een code die niet in \(found.classification) staat.",
        en: (tellsCounts ? counted(found.count, "record") : "Records")
          + " with a code that is none of \(found.classification).",
        remedy: ("Herstel de codes bij de bron.", "Repair the codes at the source."))
    }
  }
}
