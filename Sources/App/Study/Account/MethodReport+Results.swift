internal import Areas
internal import Atlas
internal import Cartography
internal import Disclosure
internal import Indicators
internal import Reports

/// The part of the report on types, heatmaps and tables.
extension MethodReport {
  func types(_ text: inout ReportDocument) {
    guard let kinds else { return }
    text.heading(2, say("Typen gebieden", "Types of areas"))
    text.paragraph(
      say(
        "Gebieden met een gelijkend profiel vormen een type: een verdeling om medoïden (PAM), met het aantal "
          + "typen dat het hoogste gemiddelde silhouet heeft. Geregistreerde misdaad en indices doen niet mee. "
          + "Een type beschrijft gebieden die op elkaar lijken; het zegt niets over wie er woont of werkt, en "
          + "is geen volgorde.",
        "Areas with like profiles make a type: a partition around medoids (PAM), with the number of types that "
          + "has the highest mean silhouette. Recorded crime and indices take no part. A type describes areas "
          + "that are like each other; it says nothing of who lives or works there, and is no order."
      ))
    text.table(
      [say("Kenmerk", "Subject"), say("Waarde", "Value")],
      [
        [say("Gebieden", "Areas"), kinds.level.plural],
        [
          say("Gebieden met een type", "Areas with a type"),
          say(
            "\(typed(kinds)) van \(count(kinds.labels.count))",
            "\(typed(kinds)) of \(count(kinds.labels.count))"),
        ],
        [say("Aantal typen", "Number of types"), "\(kinds.kinds.count)"],
        [
          say("Gemiddeld silhouet", "Mean silhouette"),
          kinds.silhouette.map { number($0, 2) } ?? say("geen typen", "no types"),
        ],
        [
          say("Stabiliteit", "Stability"),
          say(
            "niet gemeten; 'wijkzicht compare' meet die", "not measured; 'wijkzicht compare' does"),
        ],
        [say("Zaad", "Seed"), kinds.seed.map { "\($0)" } ?? ""],
        [
          say("Vergeleken op", "Compared by"),
          kinds.indicators.map { say($0.name) }.joined(separator: "; "),
        ],
        [say("Bron", "Source"), sources(kinds.sources)],
      ])
    text.list(kinds.sentences.map { say($0) })
  }

  private func typed(_ kinds: AreaKinds) -> String { count(kinds.labels.count { $0 != nil }) }

  func heatmaps(_ text: inout ReportDocument) {
    guard !results.heatmaps.isEmpty else { return }
    text.heading(2, say("Heatmaps", "Heatmaps"))
    text.table(
      [
        "Heatmap", say("Bron", "Source"), say("Kern", "Kernel"),
        say("Bandbreedte", "Bandwidth"), say("Cel", "Cell"), "Minimum",
        say("Niet getoond", "Not shown"),
      ],
      results.heatmaps.map { heatmap in
        [
          say(heatmap.title), heatmap.origin(language), heatmap.settings.kernel.words(language),
          heatmap.bandwidth.map { "\(number($0, 0)) m" } ?? "",
          heatmap.bandwidth.map {
            "\(number(heatmap.settings.cellSize(atBandwidth: $0), 0)) m"
          } ?? "",
          heatmap.minimum(language), heatmap.hidden(language),
        ]
      })
    var seen: Set<String> = []
    text.list(
      results.heatmaps.flatMap { $0.protection(language) }.filter { seen.insert($0).inserted })
  }

  func tables(_ text: inout ReportDocument) {
    guard !results.tables.isEmpty else { return }
    text.heading(2, say("Tabellen", "Tables"))
    text.table(
      [
        say("Tabel", "Table"), say("Bestand", "File"), say("Bron", "Source"),
        say("Geteld", "Counted"), say("Gebieden", "Areas"), say("Onderdrukt", "Suppressed"),
      ],
      results.tables.map { table in
        [
          table.name(language), "tabel_\(table.id).csv", table.source, table.counted(language),
          table.counts.levels.map(\.plural).joined(separator: ", "), table.hidden(language),
        ]
      })
  }
}
