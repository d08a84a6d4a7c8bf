internal import SpatialStatistics

/// The table and the sentences of a local statistic.
struct LocalReport {
  let sample: AreaSample
  /// What stands in the column `waarde`, for what is kept.
  let values: [Double]
  let result: LocalAssociation
  /// The name of the column with the statistic: `i`, `g`, `c` or `h`.
  let column: String
  let rule: LabelRule
  let p: [Double?]
  let inference: InferenceOptions
  let label: LabelOptions
  /// Sentences that come before any p-value: the size of the effect.
  let effect: String

  func finish(_ options: StatisticsOptions) throws {
    let adjusted = label.fdr.adjusted(p)
    let labels = result.labels(rule, adjusted: adjusted, alpha: label.alpha)
    var text = StatisticsText(
      ["code", "waarde", "lag", column, "z", "p", "p_fdr", "label", "permutaties", "toets"],
      dialect: sample.dialect)
    var next = 0
    for (place, code) in sample.codes.enumerated() {
      guard next < sample.kept.count, sample.kept[next] == place else {
        let value = sample.missing[place] == nil ? sample.value(of: place) : nil
        text.add(
          [code, ResultText.number(value), "", "", "", "", ""]
            + [value == nil ? "geen_gegevens" : "geen_buren", "", inference.alternative.word])
        continue
      }
      text.add([
        code, ResultText.number(values[next]), ResultText.number(result.lag[next]),
        ResultText.number(result.statistic[next]), ResultText.number(result.z[next]),
        ResultText.number(p[next]), ResultText.number(adjusted[next]), labels[next].word,
        result.permutations[next].permutations.description, inference.alternative.word,
      ])
      next += 1
    }
    // Before the table: who reads both on one screen sees the size of the effect before any p-value.
    Terminal.error(effect)
    let tests = p.count { $0 != nil }
    let cut = label.fdr.cut(p, alpha: label.alpha)
    Terminal.error(
      "\(tests) tests, \(inference.alternative.rawValue), \(method), \(label.fdr.rawValue) at \(label.alpha)"
        + (cut.map { ": p up to \(ResultText.number($0))." }
          ?? coarse(tests) ?? ": nothing is significant."))
    for kind in ClusterLabel.allCases {
      let count = labels.count { $0 == kind }
      if count > 0 { Terminal.error("  \(count) \(kind.word)") }
    }
    try options.target.write(text.bytes)
  }

  /// Why nothing can be significant, or not by itself, with so few permutations; nil when they are not
  /// the reason.
  private func coarse(_ tests: Int) -> String? {
    guard let permutations = result.permutations.map(\.permutations).max(), permutations > 0,
      let needed = label.fdr.needed(
        ofSmallest: inference.alternative.smallestP(permutations: permutations), tests: tests,
        alpha: label.alpha)
    else { return nil }
    let smallest = ResultText.number(inference.alternative.smallestP(permutations: permutations))
    let advice = "Take more --permutations, or --refine."
    guard needed <= tests else {
      return
        ": no p can reach \(label.alpha), because the smallest that \(permutations) permutations "
        + "can give is \(smallest). \(advice)"
    }
    return needed > 1
      ? ": nothing is significant, but the smallest p that \(permutations) permutations can give is "
        + "\(smallest), and fewer than \(needed) areas with it are not enough. \(advice)" : nil
  }

  private var method: String {
    if result.rounds.count > 1 {
      return
        "permutations in rounds for \(result.rounds.map(\.description).joined(separator: ", ")) "
        + "areas, seed \(inference.seed)"
    }
    return inference.permutations == 0 && inference.refine == nil
      ? rule == .heteroscedasticity ? "chi-squared distribution" : "normal distribution"
      : "\(inference.refine ?? inference.permutations) permutations, seed \(inference.seed)"
  }
}
