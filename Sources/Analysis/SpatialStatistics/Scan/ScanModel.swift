/// The numbers of a scan, prepared once: what is expected where, and how windows are judged.
struct ScanModel: Sendable {
  let data: ScanData
  let options: ScanOptions
  /// The cases expected per area and period, but for a factor: whole numbers of inhabitants stay
  /// whole, so that the same set of areas gives the same sum in any order.
  let weights: [Double]
  /// Cases per unit of weight.
  let factor: Double
  let likelihood: ScanLikelihood
  let thresholds: ScanThresholds
  let sorter: NeighbourSorter
  /// The stretches of periods, those with the same first period together and growing.
  let intervals: [Range<Int>]

  init(_ data: ScanData, _ options: ScanOptions) throws(ScanError) {
    guard options.largestShare > 0, options.largestShare <= 0.5 else {
      throw .share(options.largestShare)
    }
    guard options.replicates >= 1 else { throw .replicates }
    let periods = data.periodCount
    let longest = options.longestDuration ?? max(periods / 2, 1)
    guard longest >= 1, periods == 1 || longest <= periods else { throw .duration(longest) }
    self.data = data
    self.options = options
    var weights = data.population
    if options.adjustsForTime, periods > 1 {
      for period in 0..<periods {
        let places = stride(from: period, to: weights.count, by: periods)
        let population = places.reduce(0) { $0 + data.population[$1] }
        let cases = places.reduce(0) { $0 + data.cases[$1] }
        guard population > 0 else { continue }
        for place in places { weights[place] *= Double(cases) / population }
      }
    }
    self.weights = weights
    factor = Double(data.totalCases) / weights.reduce(0, +)
    likelihood = ScanLikelihood(total: Double(data.totalCases))
    thresholds = ScanThresholds(
      likelihood, direction: options.direction, areaCount: data.areaCount)
    let perArea = (0..<data.areaCount).map { area in
      data.population[area * periods..<(area + 1) * periods].reduce(0, +)
    }
    sorter = NeighbourSorter(
      x: data.x, y: data.y, population: perArea,
      populationLimit: data.totalPopulation * options.largestShare)
    intervals = (0..<periods).flatMap { first in
      (first + 1...max(first + 1, min(periods, first + (periods == 1 ? 1 : longest)))).map {
        first..<$0
      }
    }
  }

  /// Values per area summed over some periods.
  func sums<Value: AdditiveArithmetic>(_ values: [Value], over periods: Range<Int>) -> [Value] {
    let count = data.periodCount
    return (0..<data.areaCount).map { area in
      var sum = Value.zero
      for period in periods { sum += values[area * count + period] }
      return sum
    }
  }

  /// Whether windows with `cases` and `expected` count.
  @inline(__always)
  func counts(_ cases: Double, _ expected: Double) -> Bool {
    guard expected > 0 else { return false }
    return switch options.direction {
    case .high: cases > expected
    case .low: cases < expected
    case .both: cases != expected
    }
  }
}
