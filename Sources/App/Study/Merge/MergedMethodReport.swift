internal import Areas
internal import Cartography
internal import Disclosure
internal import Exports
internal import Governance
internal import Indicators
internal import Quality
internal import Reports

/// How each number of cities together was made, for people: a report in one language.
///
/// Tells no more than the results of the cities: published values, what they account for, and counts of areas.
struct MergedMethodReport {
  let merge: StudyMerge
  let merged: StudyMerge.Merged
  /// The steps that are those of a run.
  let common: MethodReport

  private func say(_ nl: String, _ en: String) -> String { common.say(nl, en) }
  private func say(_ text: LocalizedText) -> String { common.say(text) }

  /// The report.
  /// - Throws: `ProjectionError`.
  func document() throws -> ReportDocument {
    var text = ReportDocument(
      title: say("Methode: ", "Method: ") + say(merged.title), stamps: merged.document.stamps,
      language: common.language)
    aim(&text)
    cities(&text)
    sources(&text)
    common.hiding(
      &text, rule: merge.parts[0].publication.rule,
      losses: merge.parts.flatMap(\.study.losses).map {
        [$0.records, $0.gemeente, common.count($0.counts), common.count($0.hidden)]
      })
    common.indicators(&text)
    common.indices(&text)
    quality(&text)
    common.patterns(&text)
    common.types(&text)
    common.heatmaps(&text)
    common.tables(&text)
    common.classes(&text)
    common.certainty(&text)
    common.bias(&text)
    common.barriers(&text)
    try common.software(&text)
    text.paragraph(
      say(
        "Van elke stad staat de SHA-256 die voor al haar bestanden geldt in \(StudyExport.mark). Dezelfde "
          + "delen opnieuw samengevoegd geven dezelfde bestanden.",
        "Of each city the SHA-256 that stands for all of its files is in \(StudyExport.mark). The same parts "
          + "merged again give the same files."))
    common.references(&text)
    return text
  }

  private func aim(_ text: inout ReportDocument) {
    let document = merged.document
    text.paragraph(merge.purpose)
    text.table(
      [say("Kenmerk", "Subject"), say("Waarde", "Value")],
      [
        [say("Peildatum", "Reference date"), document.peildatum],
        [say("Bestemd voor", "Meant for"), document.audience.words(common.language)],
        [say("Grenzen", "Boundaries"), document.areas.edition.description],
        ["Gemeenten", document.areas.gemeenten.map(\.name).joined(separator: ", ")],
        [
          say("Gebieden", "Areas"),
          document.areas.layers.map { $0.level.counted($0.areas.count, common.language) }
            .joined(separator: ", "),
        ],
        [
          say("Strengste klasse van de gegevens", "Strictest class of the data"),
          common.title(of: merge.dataClass),
        ],
        [
          say("Vrijgave", "Release"),
          say(
            "van de delen; niemand gaf het geheel vrij", "of the parts; nobody released the whole"),
        ],
      ])
    common.noVerdict(&text)
  }

  // MARK: Cities

  private func cities(_ text: inout ReportDocument) {
    text.heading(2, say("Wat is samengevoegd", "What was put together"))
    text.paragraph(
      say(
        "Elke stad maakte deze studie zelf, op haar eigen registraties. Samengevoegd is wat zij publiceerde: "
          + "geen registratie en geen onderdrukt aantal verliet een stad. Klassen, patronen en indices zijn "
          + "opnieuw gemaakt over alle steden, met de stappen van één studie.",
        "Each city made this study itself, on its own records. What it published was put together: no record "
          + "and no suppressed count left a city. Classes, patterns and indices were made again over all "
          + "cities, by the steps of one study."))
    text.table(
      [
        say("Stad", "City"), say("Studie", "Study"), say("Gemaakt door", "Made by"),
        say("Vrijgegeven door", "Released by"),
        say("SHA-256 van de uitkomsten", "SHA-256 of results"),
      ],
      merge.parts.map { part in
        [
          part.name, part.study.study, part.study.author ?? "",
          part.release.map { "\($0.by), \($0.role), \($0.date)" }
            ?? say("nog niet: een concept", "not yet: a draft"), part.outputs,
        ]
      })
    text.list(
      [
        say(
          "Onderdrukt blijft wat een stad onderdrukte. Eén studie op alle registraties kan andere aantallen "
            + "onderdrukken om te beveiligen wat te klein is.",
          "What a city suppressed stays suppressed. One study on all records can suppress other counts to "
            + "protect those that are too small.")
      ] + lacking)
    let heatmaps = merged.heatmaps
    if !heatmaps.joined.isEmpty {
      text.paragraph(
        say(
          "Van heatmaps staan de kaarten van de steden naast elkaar, zoals elke stad ze publiceerde. Eén studie "
            + "ziet bij een grens tussen twee steden ook wat aan de andere kant ligt.",
          "Of heatmaps the maps of the cities stand beside each other, as each city published them. Near a "
            + "boundary between two cities one study sees what lies on the other side too."))
    }
    if !heatmaps.leftOut.isEmpty {
      text.paragraph(
        say(
          "Heatmaps die alleen in de uitkomsten van elke stad staan:",
          "Heatmaps that are in the results of each city alone:"))
      text.list(heatmaps.leftOut.map { "\($0.id): \($0.why(common.language))." })
    }
  }

  /// What the tables of cities lack.
  private var lacking: [String] {
    merge.absences(in: merged.tables).map { absence in
      let list = absence.ranges.map { range in
        range.first == range.last
          ? range.first
          : say("\(range.first) tot en met \(range.last)", "\(range.first) to \(range.last)")
      }
      let what = (absence.categories.map { "'\($0)'" } + list).joined(separator: ", ")
      return say(
        "Tabel \(absence.table): die van \(absence.city) heeft geen \(what). Aantallen zijn daar "
          + (absence.tellsZero ? "nul" : "onderdrukt")
          + ", zoals in één studie; of er niets gebeurde of niets geleverd is, is niet bekend.",
        "Table \(absence.table): that of \(absence.city) has no \(what). Counts there are "
          + (absence.tellsZero ? "nought" : "suppressed")
          + ", as in one study; whether nothing happened or nothing was delivered is not known.")
    }
  }

  private func sources(_ text: inout ReportDocument) {
    text.heading(2, say("Bronnen", "Sources"))
    text.table(
      [
        say("Stad", "City"), say("Naam", "Name"), say("Bron", "Source"),
        say("Gebieden van", "Areas of"), say("Klasse", "Class"), say("Grondslag", "Legal basis"),
        say("Bewaartermijn", "Retention"),
      ],
      merge.parts.flatMap { part in
        part.study.data.map { data in
          [
            part.name, data.id + (data.isSynthetic ? " (SYNTHETISCH)" : ""),
            common.sources([data.source]),
            data.edition.map { "\($0)" } ?? "",
            data.dataClass.flatMap(DataClass.init).map(common.title)
              ?? (data.isOpen ? common.title(of: .open) : ""),
            data.controller.map { "\($0): \(data.legalBasis ?? "")" } ?? "", data.retention ?? "",
          ]
        }
      })
    if merge.parts.contains(where: { $0.study.data.contains { $0.dataClass != nil } }) {
      common.claims(&text)
    }
    common.converted(
      &text,
      merge.parts.flatMap { part in
        part.study.conversions.map { ["\(part.name): \($0.id)", $0.origin, $0.grades] }
      })
  }

  /// What each gemeente has of each map.
  private func quality(_ text: inout ReportDocument) {
    guard !merged.maps.isEmpty else { return }
    text.heading(2, say("Kwaliteit per stad", "Quality by city"))
    text.paragraph(
      say(
        "Aantallen gebieden per kaart en gemeente; het cijfer voor volledigheid van de bron is dat van de indicatoren.",
        "Numbers of areas by map and gemeente; the grade for completeness of the source is that of the indicators."
      ))
    let cities = merged.document.areas.gemeenten
    text.table(
      [
        say("Kaart", "Map"), "Gemeente", say("Gebieden", "Areas"),
        say("Met een waarde", "With a value"), say("Onderdrukt", "Suppressed"),
        say("Te weinig of te onzeker", "Too little or too unsure"),
        say("Zonder gegevens", "Without data"),
        say("Volledigheid van de bron", "Completeness of the source"),
      ],
      merged.maps.flatMap { map in
        cities.map { city in
          let own = zip(map.layer.values, map.layer.gemeentecodes)
            .filter { $0.1 == city.code }.map(\.0)
          let found = FigurePresence(own)
          func count(_ status: IndicatorValue.Status) -> String {
            common.count(found.statuses[status] ?? 0)
          }
          return [
            say(map.layer.indicator.name), city.name, common.count(own.count), count(.ok),
            count(.suppressed), count(.fewData), count(.noData), found.grade?.rawValue ?? "",
          ]
        }
      })
  }
}
