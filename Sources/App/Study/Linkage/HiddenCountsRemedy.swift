internal import Linkage

/// What to do so that less of a linkage is hidden, as far as it was not done already.
struct HiddenCountsRemedy {
  /// Whether there is more than one period, so that years can be taken together.
  private let hasPeriods: Bool
  /// Whether wijken are counted.
  private let hasWijken: Bool

  init(_ published: PublishedLinkage) {
    hasPeriods = Set(published.rows.lazy.map(\.period)).count > 1
    hasWijken = published.rows.contains { $0.level == .wijk }
  }

  /// For counts of some places. That gemeenten alone are counted helps wijken, and gemeenten that are hidden so that
  /// these cannot be derived; kinds of address are told per gemeente in any case.
  func text(of hidden: PublishedLinkage.Hidden) -> (nl: String, en: String) {
    let helpsGemeente =
      hasWijken && hidden.kind == .persons && (hidden.level == .wijk || hidden.level == .gemeente)
    switch (hasPeriods, helpsGemeente) {
    case (true, true):
      return ("Neem meer jaren samen, of tel per gemeente.", "Pool years, or count by gemeente.")
    case (true, false): return ("Neem meer jaren samen.", "Pool years.")
    case (false, true):
      return (
        "Tel per gemeente. Alle jaren zijn al samengenomen.",
        "Count by gemeente. All years are pooled already."
      )
    case (false, false):
      return (
        "Alle jaren zijn al samengenomen; neem regelingen samen of vraag een langere periode.",
        "All years are pooled already; take schemes together or ask for a longer period."
      )
    }
  }
}

extension LinkageRun.Report {
  /// What to do where more than half of the counts of some places are hidden, of `overig` apart; empty where they
  /// are not.
  public var remedies: [String] {
    let published = outcome.published
    let remedy = HiddenCountsRemedy(published)
    var told: [String] = []
    for hidden in published.hiddenByLevel
    where 2 * hidden.hidden > hidden.counts && hidden.level != .elsewhere {
      let text = remedy.text(of: hidden).en
      if !told.contains(text) { told.append(text) }
    }
    return told
  }
}
