/// Cases and population of areas, over one period or several, with a point for each area.
///
/// Values of areas and periods stand in one array, the periods of an area together:
/// `cases[area * periodCount + period]`. Areas need no order; results name them by their place.
public struct ScanData: Sendable {
  /// East of the point that stands for the area, in metres.
  public let x: [Double]
  /// North of that point.
  public let y: [Double]
  /// Cases per area and period.
  public let cases: [Int]
  /// Population at risk per area and period; any unit, since only shares count.
  public let population: [Double]
  /// The number of periods, 1 for a purely spatial scan.
  public let periodCount: Int

  /// The number of areas.
  public var areaCount: Int { x.count }
  /// All cases.
  public let totalCases: Int
  /// All population, over areas and periods.
  public let totalPopulation: Double

  /// The most cases that can be scanned.
  public static let caseLimit = 1_000_000_000
  /// Populations that are not 0 lie between these, so that no ratio leaves the range of numbers.
  public static let populations = 1e-9...1e15
  /// The fewest areas that can be scanned.
  public static let fewestAreas = 4

  /// Checks and keeps the numbers.
  ///
  /// An area without population and without cases is allowed: it is never expected to have a case, and
  /// belongs to the windows that its point lies in. Cases without population are refused; leave such
  /// areas out by name, or find the population that the cases belong to.
  /// - Throws: ``ScanError``.
  public init(
    x: [Double], y: [Double], cases: [Int], population: [Double], periodCount: Int = 1
  ) throws(ScanError) {
    guard periodCount >= 1, y.count == x.count, cases.count == x.count * periodCount,
      population.count == cases.count
    else { throw .lengths }
    guard x.count >= Self.fewestAreas else { throw .tooFewAreas(x.count) }
    for area in x.indices where !x[area].isFinite || !y[area].isFinite {
      throw .position(area: area)
    }
    var total = 0
    for place in cases.indices {
      let (area, period) = (place / periodCount, place % periodCount)
      guard cases[place] >= 0 else { throw .negativeCases(area: area, period: period) }
      guard population[place] == 0 || Self.populations.contains(population[place]) else {
        throw .population(area: area, period: period)
      }
      guard cases[place] == 0 || population[place] > 0 else {
        throw .casesWithoutPopulation(area: area, period: period)
      }
      let (sum, isTooLarge) = total.addingReportingOverflow(cases[place])
      guard !isTooLarge, sum <= Self.caseLimit else { throw .tooManyCases }
      total = sum
    }
    guard total > 0 else { throw .noCases }
    self.x = x
    self.y = y
    self.cases = cases
    self.population = population
    self.periodCount = periodCount
    totalCases = total
    totalPopulation = population.reduce(0, +)
  }
}

/// Why numbers cannot be scanned. Areas and periods are counted from 0.
public enum ScanError: Error, Hashable, Sendable {
  /// The arrays are not of the lengths that belong together.
  case lengths
  /// There are fewer areas than ``ScanData/fewestAreas``.
  case tooFewAreas(Int)
  /// The point of an area is no pair of finite numbers.
  case position(area: Int)
  /// A number of cases is negative.
  case negativeCases(area: Int, period: Int)
  /// A population is negative, not a number, or not 0 and outside ``ScanData/populations``.
  case population(area: Int, period: Int)
  /// An area has cases in a period, and nobody at risk.
  case casesWithoutPopulation(area: Int, period: Int)
  /// There are no cases at all.
  case noCases
  /// There are more cases than ``ScanData/caseLimit``.
  case tooManyCases
  /// The largest window is not more than 0 and at most half of the population.
  case share(Double)
  /// Every area holds more than this share of the population, so there is no window to look at.
  case noWindows(share: Double)
  /// The longest window is not 1 to the number of periods.
  case duration(Int)
  /// There are no replicates, or external ones of another size or another number of cases.
  case replicates
}
