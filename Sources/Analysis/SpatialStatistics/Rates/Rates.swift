/// Rates of events over populations, steadied where populations are small.
///
/// Events and populations have one number per area, in the same order. Events are not negative; they
/// need not be whole. Populations are above 0: leave out areas without population beforehand, as areas
/// where the rate has no meaning.
public enum Rates {
  /// The mean and variance of true rates that the observed ones point to.
  public struct Prior: Hashable, Sendable {
    /// The rate of all areas together.
    public let mean: Double
    /// The estimated variance of the true rates between areas; 0 when the observed ones vary no more
    /// than chance would make them.
    public let variance: Double
    /// Whether the estimate was negative and was put to 0.
    public let isClipped: Bool
  }

  /// The estimate of the variance between areas (Marshall 1991, doi:10.2307/2347593): Σ P (r − m)² / ΣP −
  /// m / P̄, not below 0.
  /// - Throws: ``StatisticsError``: `otherCount`, `tooFewAreas` without areas, `notFinite`, `negative`,
  ///   `noPopulation`.
  public static func prior(
    events: [Double], populations: [Double]
  ) throws(StatisticsError) -> Prior {
    try check(events, populations)
    let estimate = moments(events, populations, 0..<events.count)
    return Prior(
      mean: estimate.mean, variance: max(estimate.variance, 0), isClipped: estimate.variance < 0)
  }

  /// Rates drawn towards the rate of all areas, the more so the smaller the population (empirical
  /// Bayes, Marshall 1991, doi:10.2307/2347593).
  ///
  /// With a variance of 0 all are equal to the rate of all areas.
  /// - Throws: ``StatisticsError``, as ``prior(events:populations:)``.
  public static func empiricalBayes(
    events: [Double], populations: [Double]
  ) throws(StatisticsError) -> [Double] {
    let prior = try prior(events: events, populations: populations)
    return zip(events, populations).map { event, population in
      shrunk(event, population, mean: prior.mean, variance: prior.variance)
    }
  }

  /// Rates drawn towards the rate of the area and its neighbours together (local empirical Bayes).
  ///
  /// Which areas are neighbours matters, not their weights. An area without neighbours gets nil.
  /// - Throws: ``StatisticsError``, as ``prior(events:populations:)``.
  public static func spatialEmpiricalBayes(
    events: [Double], populations: [Double], _ weights: SpatialWeights
  ) throws(StatisticsError) -> [Double?] {
    try check(events, populations)
    guard events.count == weights.count else {
      throw .otherCount(values: events.count, areas: weights.count)
    }
    return (0..<events.count).map { area in
      let row = weights.starts[area]..<weights.starts[area + 1]
      let around = row.filter { weights.weights[$0] > 0 }.map { Int(weights.neighbours[$0]) }
      guard !around.isEmpty else { return nil }
      let local = moments(events, populations, around + [area])
      return shrunk(
        events[area], populations[area], mean: local.mean, variance: max(local.variance, 0))
    }
  }

  /// Rates less the rate of all areas, divided by the standard deviation that each would have.
  ///
  /// (p − b) / √(a + b / P), b the rate of all areas and a the variance between them, as estimated
  /// (Assunção and Reis 1999, doi:10.1002/(SICI)1097-0258(19990830)18:16<2147::AID-SIM179>3.0.CO;2-I).
  /// For an area where a + b / P is not above 0 it is b / P, as in the paper and in PySAL.
  /// - Throws: ``StatisticsError``, as ``prior(events:populations:)``, and `constant` without events.
  public static func standardised(
    events: [Double], populations: [Double]
  ) throws(StatisticsError) -> [Double] {
    try check(events, populations)
    let estimate = moments(events, populations, 0..<events.count)
    guard estimate.mean > 0 else { throw .constant }
    return zip(events, populations).map { event, population in
      let chance = estimate.mean / population
      let variance = estimate.variance + chance
      return (event / population - estimate.mean) / (variance > 0 ? variance : chance).squareRoot()
    }
  }

  private static func shrunk(
    _ event: Double, _ population: Double, mean: Double, variance: Double
  ) -> Double {
    guard variance > 0 else { return mean }
    return mean + variance / (variance + mean / population) * (event / population - mean)
  }

  private static func moments(
    _ events: [Double], _ populations: [Double], _ areas: some Collection<Int>
  ) -> (mean: Double, variance: Double) {
    var event = 0.0
    var population = 0.0
    for area in areas {
      event += events[area]
      population += populations[area]
    }
    let mean = event / population
    var squares = 0.0
    for area in areas {
      let difference = events[area] / populations[area] - mean
      squares += populations[area] * difference * difference
    }
    return (mean, squares / population - mean / (population / Double(areas.count)))
  }

  /// The smallest population above 0, in any unit.
  public static let smallestPopulation = 1e-9

  static func check(_ events: [Double], _ populations: [Double]) throws(StatisticsError) {
    guard events.count == populations.count else {
      throw .otherCount(values: events.count, areas: populations.count)
    }
    guard !events.isEmpty else { throw .tooFewAreas(0, atLeast: 1) }
    try Requirement.sizes(events)
    try Requirement.sizes(populations)
    for (area, event) in events.enumerated() {
      guard event >= 0 else { throw .negative(area: area) }
      guard populations[area] > 0 else { throw .noPopulation(area: area) }
      // A rate over less than this has powers that are no numbers.
      guard populations[area] >= smallestPopulation else { throw .tooSmall(area: area) }
    }
  }
}
