internal import Disclosure
internal import Governance

extension DataRules {
  /// How counts and sums of data of a class are protected for an audience; nil for `intern`.
  func countRule(of dataClass: DataClass, for audience: Audience) -> DisclosureRule? {
    guard let standard = DisclosureRule.rule(for: audience) else { return nil }
    return protection(of: dataClass, audience: audience.rawValue).map { own in
      DisclosureRule(
        minimumCount: own.minimum, roundingBase: own.rounding,
        zeros: own.showsZeros ? .shown : .hidden,
        dominance: DisclosureRule.Dominance(largest: own.largest, percent: own.percent),
        nearness: own.nearness)
    } ?? standard
  }
}

extension StudyFile {
  /// How counts and sums are protected: by the rule for the strictest class of what goes in, which holds
  /// for all counts of the study; nil for `intern`.
  func countRule(_ rules: DataRules) -> DisclosureRule? {
    rules.countRule(of: dataClass, for: audience)
  }
}

extension StudyRun {
  /// How counts and sums are protected; nil for `intern`.
  var countRule: DisclosureRule? { study.countRule(geodata.rules) }
}
