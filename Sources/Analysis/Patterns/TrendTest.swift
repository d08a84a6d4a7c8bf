internal import SpatialStatistics

/// Tests which series rise or fall.
struct TrendTest {
  let question: PatternQuestion
  let series: PatternSeries

  /// Tests the series of the areas at the places `kept`, and enters what is found.
  func run(_ kept: [Int], _ part: inout PatternPart, _ cells: inout [PatternCell?]) {
    let periods = series.subject.periods
    guard let periods, periods.count >= MannKendall.fewestValues else {
      part.refusal = .tooFewPeriods(periods?.count ?? 0)
      return
    }
    let rule = FalseDiscoveryRate.benjaminiHochberg
    let results = MannKendall.areas(kept.map { series.rows[$0] }, seasons: periods.seasons)
      .map { try? $0.get() }
    let p = results.map { $0?.p }
    let adjusted = rule.adjusted(p)
    for (index, place) in kept.enumerated() {
      guard let result = results[index], let own = adjusted[index] else {
        // A count that never changes has no trend to test.
        cells[place] = PatternCell(label: .undefined)
        continue
      }
      let label: PatternLabel =
        own > question.significance ? .notSignificant : result.score > 0 ? .rising : .falling
      cells[place] = PatternCell(
        statistic: result.slope, z: result.z, p: result.p, adjusted: own, label: label)
    }
    part.testCount = p.count { $0 != nil }
    // The series are whole, so all have as many values of each season.
    part.smallestP = MannKendall.smallestP(
      counts: (0..<periods.seasons).map { season in
        (0..<periods.count).count { $0 % periods.seasons == season }
      })
    part.cut = rule.cut(p, alpha: question.significance)
  }
}
