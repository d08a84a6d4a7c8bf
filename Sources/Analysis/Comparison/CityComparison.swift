public import Indicators

/// One indicator over cities, in the order in which they were given; never in that of their values.
///
/// What is suppressed are mostly the low numbers, so those that are left are no picture of a city. A city of
/// which the units with a value hold less than ``ComparableUnits/leastCoverage`` of its inhabitants has no
/// numbers, and takes no part in distances and the division of inequality.
public struct CityComparison: Sendable {
  /// How the indicator is spread over the inhabitants of a city.
  public struct City: Sendable {
    /// The gemeente.
    public let gemeentecode: String
    /// The units with a value and inhabitants.
    public let unitCount: Int
    /// The units without a value.
    public let withoutValue: Int
    /// The inhabitants of the units with a value.
    public let inhabitants: Double
    /// The share of the inhabitants of all units that these are; nil without inhabitants.
    public let coverage: Double?
    /// Why it has no numbers; nil when it has.
    public let refusal: Refusal?
    /// The value at or below which half of them live; nil of a city without numbers.
    public let median: Double?
    /// That of a tenth of them.
    public let p10: Double?
    /// That of nine tenths of them.
    public let p90: Double?
    /// Their mean.
    public let mean: Double?
    /// Gini's coefficient; nil where it has no meaning.
    public let gini: Double?
    /// The share of them in the highest class of the map.
    public let topShare: Double?
  }

  /// Why cities could not be compared, or one has no numbers.
  public enum Refusal: String, Hashable, Sendable {
    /// Fewer than two cities have values.
    case oneCity = "een_gemeente_met_waarden"
    /// All values are the same.
    case constant = "overal_gelijk"
    /// There is no value at all.
    case noValues = "geen_waarden"
    /// The units with a value hold too few of the inhabitants.
    case tooLittleKnown = "te_weinig_bekend"
  }

  /// The indicator with its map.
  public let layer: IndicatorLayer
  /// The units.
  public let units: ComparableUnits
  /// The cities.
  public let cities: [City]
  /// How much of the inequality lies between cities; nil where it has no meaning.
  public let theil: TheilIndex?
  /// The distances of pairs of cities, by their place among ``cities``.
  public let pairs: [DistributionDistances.Pair]
  /// Why there are no pairs; nil when there are.
  public let refusal: Refusal?

  /// Compares cities.
  /// - Parameters:
  ///   - topEdge: the value from which the highest class of the map begins; nil without classes.
  ///   - draws: how many samples the intervals of distances rest on.
  /// - Throws: ``ComparisonError`` for values that are no numbers.
  public init(
    _ layer: IndicatorLayer, units: ComparableUnits, gemeentecodes: [String], topEdge: Double?,
    draws: Int, seed: UInt64
  ) throws(ComparisonError) {
    let values = units.values(layer)
    var samples: [WeightedSample] = []
    var distributions: [WeightedDistribution] = []
    var cities: [City] = []
    for code in gemeentecodes {
      let own = units.gemeentecodes.indices.filter { units.gemeentecodes[$0] == code }
      let present = own.filter { values[$0] != nil && units.inhabitants[$0] > 0 }
      let everybody = own.reduce(0) { $0 + units.inhabitants[$1] }
      let covered = present.reduce(0) { $0 + units.inhabitants[$1] }
      let isKnown = covered >= ComparableUnits.leastCoverage * everybody
      let told = isKnown ? present : []
      let sample = WeightedSample(
        values: told.compactMap { values[$0] }, weights: told.map { units.inhabitants[$0] })
      let spread = try WeightedDistribution(values: sample.values, weights: sample.weights)
      samples.append(sample)
      distributions.append(spread)
      cities.append(
        City(
          gemeentecode: code, unitCount: present.count,
          withoutValue: own.count { values[$0] == nil },
          inhabitants: covered, coverage: everybody > 0 ? covered / everybody : nil,
          refusal: present.isEmpty ? .noValues : isKnown ? nil : .tooLittleKnown,
          median: spread.quantile(0.5),
          p10: spread.quantile(0.1), p90: spread.quantile(0.9), mean: spread.mean,
          gini: spread.gini, topShare: topEdge.flatMap { edge in spread.share { $0 >= edge } }))
    }
    self.layer = layer
    self.units = units
    self.cities = cities
    let all = samples.flatMap(\.values)
    refusal =
      if cities.allSatisfy({ $0.refusal == .noValues }) {
        .noValues
      } else if cities.count(where: { $0.refusal != .noValues }) < 2 {
        .oneCity
      } else if samples.count(where: { !$0.values.isEmpty }) < 2 {
        .tooLittleKnown
      } else if all.allSatisfy({ $0 == all[0] }) {
        .constant
      } else {
        nil
      }
    theil = refusal == nil ? TheilIndex(distributions) : nil
    pairs =
      refusal == nil ? try DistributionDistances(samples, draws: draws, seed: seed).pairs : []
  }

  /// The sizes of the units of a city that has inhabitants.
  public struct UnitSizes: Sendable {
    /// The gemeente.
    public let gemeentecode: String
    /// The number of units with inhabitants.
    public let count: Int
    /// The inhabitants of the middle unit; nil without units.
    public let median: Double?
    /// Those of the smallest.
    public let smallest: Double?
    /// Those of the largest.
    public let largest: Double?
  }

  /// The sizes of the units, by city.
  public var unitSizes: [UnitSizes] {
    cities.map { city in
      let sizes = units.inhabitants.indices.filter {
        units.gemeentecodes[$0] == city.gemeentecode && units.inhabitants[$0] > 0
      }.map { units.inhabitants[$0] }.sorted()
      return UnitSizes(
        gemeentecode: city.gemeentecode, count: sizes.count, median: RobustProfiles.median(sizes),
        smallest: sizes.first, largest: sizes.last)
    }
  }

  /// Whether the units of one city are in the middle more than twice as large as those of another.
  public var hasUnequalUnits: Bool {
    let medians = unitSizes.compactMap(\.median)
    guard let least = medians.min(), let most = medians.max() else { return false }
    return most > 2 * least
  }
}
