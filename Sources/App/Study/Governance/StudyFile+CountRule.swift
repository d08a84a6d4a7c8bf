internal import Disclosure
internal import Governance

extension StudyFile {
  /// How counts and sums are protected: by the rule for the strictest class of what goes in, which holds
  /// for all counts of the study; nil for `intern`.
  func countRule(_ rules: DataRules) -> DisclosureRule? {
    guard let standard = DisclosureRule.rule(for: audience) else { return nil }
    return rules.protection(of: dataClass, audience: audience.rawValue).map { own in
      DisclosureRule(
        minimumCount: own.minimum, roundingBase: own.rounding,
        zeros: own.showsZeros ? .shown : .hidden,
        dominance: DisclosureRule.Dominance(largest: own.largest, percent: own.percent),
        nearness: own.nearness)
    } ?? standard
  }
}

extension StudyRun {
  /// How counts and sums are protected; nil for `intern`.
  var countRule: DisclosureRule? { study.countRule(geodata.rules) }
}
