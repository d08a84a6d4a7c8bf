internal import Cartography
internal import Disclosure
internal import Exports
internal import Linkage
internal import Tables

extension Barrier {
  /// What stood in the way of a linkage: counts that are hidden, rows that could not be used.
  static func found(in outcome: Linkage.Outcome) -> [Barrier] {
    let least = outcome.published.rule.minimumCount
    let remedy = HiddenCountsRemedy(outcome.published)
    let hidden = outcome.published.hiddenByLevel.filter { $0.hidden > 0 }.map { loss -> Barrier in
      let level = loss.level.rawValue.replacing("_", with: " ")
      let (kinds, kindsInDutch) =
        loss.kind == .persons
        ? ("", "")
        : (" by kind of address and in another gemeente", " naar soort adres en andere gemeente")
      return found(
        .legal, "koppeling",
        nl:
          "\(loss.hidden) van de \(counted(loss.counts, "aantal", "aantallen"))\(kindsInDutch) (\(level)) onderdrukt: "
          + "kleiner dan \(least), of een kleiner aantal zou eruit volgen.",
        en:
          "\(loss.hidden) of the \(counted(loss.counts, "count"))\(kinds) (\(level)) suppressed: smaller "
          + "than \(least), or a smaller count would follow.",
        remedy: remedy.text(of: loss))
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
        remedy: forecast.hasWijken
          ? (
            "Neem meer jaren samen, of tel per gemeente, voordat gegevens gevraagd worden.",
            "Pool years, or count by gemeente, before data are asked for."
          )
          : (
            "Neem meer jaren of regelingen samen, voordat gegevens gevraagd worden.",
            "Pool years, or take schemes together, before data are asked for."
          ))
    }
  }
}
