internal import Cartography
internal import Disclosure
internal import Exports
internal import Linkage
internal import Tables

extension Barrier {
  /// What stood in the way of a linkage: counts that are hidden, rows that could not be used.
  /// - Parameter years: the years that were counted.
  static func found(in outcome: Linkage.Outcome, years: CountedYears) -> [Barrier] {
    let least = outcome.published.rule.minimumCount
    let hidden = outcome.published.losses.compactMap { loss -> Barrier? in
      let count = loss.small + loss.complementary
      guard count > 0 else { return nil }
      let level = loss.level.rawValue.replacing("_", with: " ")
      return found(
        .legal, "koppeling",
        nl:
          "\(count) van de \(counted(loss.counts, "aantal", "aantallen")) (\(level)) zijn onderdrukt: zij zijn kleiner dan \(least), of een "
          + "kleiner aantal zou eruit volgen.",
        en:
          "\(count) of the \(counted(loss.counts, "count")) (\(level)) are suppressed: they are smaller than \(least), or a "
          + "smaller count would follow from them.",
        remedy: larger(loss.level, years: years))
    }
    let unused = outcome.rows.flatMap { name, rows -> [Barrier] in
      // Their number would tell how many persons there are.
      func share(_ count: Int) -> Int { rows.share(count, rule: outcome.published.rule) ?? 0 }
      var barriers: [Barrier] = []
      let left = [RowCounts.Reason.ragged, .dates, .status].reduce(0) {
        $0 + (rows.leftOut[$1] ?? 0)
      }
      if share(left) > 0 {
        barriers.append(
          found(
            .quality, name,
            nl:
              "\(share(left)) % van de rijen niet gebruikt: velden, datums of status niet te lezen.",
            en: "\(share(left)) % of the rows not used: fields, dates or status not readable.",
            remedy: ("Herstel ze bij de bron.", "Repair them at the source.")))
      }
      if share(rows.unreadablePlaces) > 0 {
        barriers.append(
          found(
            .quality, name,
            nl:
              "\(share(rows.unreadablePlaces)) % van de rijen met een plaats die geen code van een wijk of "
              + "gemeente is.",
            en:
              "\(share(rows.unreadablePlaces)) % of the rows with a place that is no code of a wijk or "
              + "gemeente.",
            remedy: ("Lever codes van CBS.", "Deliver codes of CBS.")))
      }
      return barriers
    }
    return hidden + unused
  }

  /// What makes the counts of a level larger: years are pooled as long as there are several periods, and of a wijk
  /// the gemeente is counted as well.
  private static func larger(
    _ level: LinkageAreas.Level, years: CountedYears
  ) -> (nl: String, en: String) {
    let canPool = years.names.count > 1
    return switch (canPool, level == .wijk) {
    case (true, true):
      ("Neem meer jaren samen, of tel per gemeente.", "Pool years, or count by gemeente.")
    case (true, false): ("Neem meer jaren samen.", "Pool years.")
    case (false, true): ("Tel per gemeente.", "Count by gemeente.")
    case (false, false): ("Neem er jaren of gemeenten bij.", "Take in more years or gemeenten.")
    }
  }

  /// Which part of the counts of a linkage would be hidden, for each share that is assumed.
  static func expected(_ forecast: LinkageForecast) -> [Barrier] {
    forecast.expectations.filter { $0.small + $0.complementary > 0 }.map { expected in
      func per(_ part: Double, _ language: Language) -> String {
        language.number(100 * part, decimals: 0)
      }
      let hidden = min(expected.small + expected.complementary, 1)
      let least = forecast.minimumCount
      return found(
        .legal, "koppeling",
        nl:
          "Krijgt \(per(expected.share, .nl)) % van de personen een uitkering, dan is naar verwachting "
          + "\(per(hidden, .nl)) % van de aantallen onderdrukt (minder dan \(least), of om die te beveiligen).",
        en:
          "If \(per(expected.share, .en)) % of the persons are paid, \(per(hidden, .en)) % of the counts are "
          + "expected to be suppressed (fewer than \(least), or to protect those).",
        remedy: (
          "Neem meer jaren samen, of tel per gemeente, voordat gegevens gevraagd worden.",
          "Pool years, or count by gemeente, before data are asked for."
        ))
    }
  }
}
