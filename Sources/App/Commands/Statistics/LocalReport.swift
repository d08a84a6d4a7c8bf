internal import SpatialStatistics
internal import Tables

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

  func finish(_ options: StatisticsOptions) async throws {
    let adjusted = label.fdr.adjusted(p)
    let labels = result.labels(rule, adjusted: adjusted, alpha: label.alpha)
    let text = await table(
      adjusted, labels, tasks: try Processors.tasks(options.target.jobs))
    // Before the table: who reads both on one screen sees the size of the effect before any p-value.
    Terminal.error(effect)
    let tests = p.count { $0 != nil }
    let cut = label.fdr.cut(p, alpha: label.alpha)
    Terminal.error(
      tests == 0
        ? "0 tests: no area can be tested, because in whatever order the other areas are put, the same "
          + "stands around it. Choose --weights that make fewer neighbours."
        : "\(counted(tests, "test")), \(inference.alternative.rawValue), \(method), "
          + "\(label.fdr.rawValue) at \(label.alpha)"
          + (cut.map { ": p up to \(ResultText.short($0))." }
            ?? coarse(tests) ?? ": nothing is significant."))
    for kind in ClusterLabel.allCases {
      let count = labels.count { $0 == kind }
      if count > 0 { Terminal.error("  \(count) \(kind.word) (\(kind.meaning))") }
    }
    try options.target.write(text)
  }

  /// The table. Stretches of rows are written at the same time and stand in their order.
  private func table(
    _ adjusted: [Double?], _ labels: [ClusterLabel], tasks: Int
  ) async -> [UInt8] {
    let header = StatisticsText(
      ["code", "waarde", "lag", column, "z", "p", "p_fdr", "label", "permutaties", "toets"],
      dialect: sample.dialect)
    // For each row the place of its figures; nil when it has none.
    var places = [Int?](repeating: nil, count: sample.codes.count)
    for (place, row) in sample.kept.enumerated() { places[row] = place }
    let words = labels.map(\.word)
    let test = inference.alternative.word
    let (sample, values, result, p) = (sample, values, result, p)
    let stretches = stride(from: 0, to: places.count, by: 1_024).map {
      $0..<min($0 + 1_024, places.count)
    }
    let written = await withTaskGroup(of: (Int, [UInt8]).self) { [places] group in
      var written = [[UInt8]](repeating: [], count: stretches.count)
      func start(_ number: Int) {
        guard number < stretches.count else { return }
        group.addTask {
          var text = StatisticsText(dialect: sample.dialect)
          for row in stretches[number] {
            guard let place = places[row] else {
              let value = sample.missing[row] == nil ? sample.value(of: row) : nil
              text.add(
                [sample.codes[row], ResultText.number(value), "", "", "", "", ""]
                  + [value == nil ? "geen_gegevens" : "geen_buren", "", test])
              continue
            }
            text.add([
              sample.codes[row], ResultText.number(values[place]),
              ResultText.number(result.lag[place]), ResultText.number(result.statistic[place]),
              ResultText.number(result.z[place]), ResultText.number(p[place]),
              ResultText.number(adjusted[place]), words[place],
              result.permutations[place].permutations.description, test,
            ])
          }
          return (number, text.bytes)
        }
      }
      for number in 0..<tasks { start(number) }
      var next = tasks
      while let (number, bytes) = await group.next() {
        written[number] = bytes
        start(next)
        next += 1
      }
      return written
    }
    var text = header.bytes
    text.reserveCapacity(written.reduce(text.count) { $0 + $1.count })
    for piece in written { text += piece }
    return text
  }

  /// Why nothing can be significant, or not by itself, with so few permutations; nil when they are not
  /// the reason.
  private func coarse(_ tests: Int) -> String? {
    guard let permutations = result.permutations.map(\.permutations).max(), permutations > 0,
      let needed = label.fdr.needed(
        ofSmallest: inference.alternative.smallestP(permutations: permutations), tests: tests,
        alpha: label.alpha)
    else { return nil }
    let smallest = ResultText.short(inference.alternative.smallestP(permutations: permutations))
    let advice =
      inference.permutationTable == nil
      ? "Take more --permutations, or --refine." : "Take a table with more rows."
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
    if let path = inference.permutationTable {
      return "\(result.permutations.map(\.permutations).max() ?? 0) permutations of \(path)"
    }
    return inference.permutations == 0 && inference.refine == nil
      ? rule == .heteroscedasticity ? "chi-squared distribution" : "normal distribution"
      : "\(inference.refine ?? inference.permutations) permutations, seed \(inference.seed)"
  }
}
