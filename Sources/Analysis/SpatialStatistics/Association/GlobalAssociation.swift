/// A statistic of a whole map, with its moments and permutations.
public struct GlobalAssociation: Sendable {
  /// The statistic.
  public let value: Double
  /// What it is expected to be when the values are put anywhere on the map.
  public let expected: Double
  /// Its variance then (randomisation).
  public let variance: Double
  /// Its variance when the values are draws from a normal distribution; nil where that has no meaning.
  public let normalVariance: Double?
  /// The number of areas.
  public let count: Int
  /// How often permutations of the whole map gave a value as extreme; empty when none were drawn.
  public internal(set) var permutations = PermutationCount()

  /// The distance from what is expected, in standard deviations under randomisation; nil when the
  /// statistic cannot vary.
  public var z: Double? { variance > 0 ? (value - expected) / variance.squareRoot() : nil }
  /// The same under normality.
  public var normalZ: Double? {
    normalVariance.flatMap { $0 > 0 ? (value - expected) / $0.squareRoot() : nil }
  }

  /// The p-value: of the permutations when there are any, else of z under the normal distribution.
  public func p(_ alternative: Alternative = .twoSided) -> Double? {
    permutations.p(alternative) ?? z.map { Normal.p($0, alternative) }
  }

  init(
    value: Double, expected: Double, variance: Double, normalVariance: Double?, count: Int
  ) {
    self.value = value
    self.expected = expected
    // Differences of large numbers may end a hair below 0.
    self.variance = max(variance, 0)
    self.normalVariance = normalVariance
    self.count = count
  }

  /// Draws permutations of the whole map; `statistic` gives the value of an order of the values, and
  /// values that differ by no more than rounding are equal.
  mutating func draw(
    _ plan: PermutationPlan?, _ values: [Double],
    statistic: @escaping @Sendable ([Double]) -> Double
  ) async throws(StatisticsError) {
    guard let plan else { return }
    guard let number = plan.rounds.last, number >= 1 else { throw .badPermutations }
    if let table = plan.table {
      guard table.width == values.count,
        table.isOfDifferent(below: values.count, columns: values.count)
      else { throw .badPermutations }
    }
    let drawn = await inParallel(number, tasks: plan.tasks) { index in
      var order = values
      if let table = plan.table {
        for place in values.indices { order[place] = values[table.place(index, place)] }
      } else {
        var stream = RandomStream(seed: plan.seed, index)
        stream.shuffle(&order)
      }
      return statistic(order)
    }
    let observed = statistic(values)
    let grain = drawn.reduce(abs(observed)) { max($0, abs($1)) } * 0x1p-40
    var count = PermutationCount(permutations: number)
    for value in drawn {
      if value >= observed - grain { count.atLeast += 1 }
      if value <= observed + grain { count.atMost += 1 }
    }
    permutations = count
  }
}
