/// Counts, distinct counts or sums per area × category × period: base values, before disclosure.
///
/// Shape: `areaCount` × `categories.count` × `periods.count`; a table that is not divided has one
/// category or period without name.
public struct CountTable: Hashable, Sendable {
  /// The number of areas.
  public let areaCount: Int
  /// The names of the categories.
  public let categories: [String]
  /// The names of the periods, in order of time.
  public let periods: [String]
  private var values: [Double]
  private var contributions: [Int32]
  /// Of a sum, for each cell the total without signs and the largest contributions.
  private var magnitudes: [Double] = []

  init(areaCount: Int, categories: [String], periods: [String]) {
    self.areaCount = areaCount
    self.categories = categories
    self.periods = periods
    let cells = areaCount * categories.count * periods.count
    values = Array(repeating: 0, count: cells)
    contributions = Array(repeating: 0, count: cells)
  }

  /// The value of one cell.
  public func value(area: Int, category: Int = 0, period: Int = 0) -> Double {
    values[index(area: area, category: category, period: period)]
  }

  /// The number of records behind one cell, without those that add nothing to a sum; of a sum whose records say whose
  /// they are, the number of contributors: what disclosure control looks at.
  public func contributions(area: Int, category: Int = 0, period: Int = 0) -> Int {
    Int(contributions[index(area: area, category: category, period: period)])
  }

  /// How much of the sum in one cell its largest contributions are; nil when the table holds no sums.
  public func concentration(area: Int, category: Int = 0, period: Int = 0) -> Concentration? {
    guard !magnitudes.isEmpty else { return nil }
    let first = index(area: area, category: category, period: period) * Self.magnitudeWidth
    return Concentration(
      total: magnitudes[first],
      largest: Array(magnitudes[first + 1..<first + Self.magnitudeWidth]))
  }

  private static let magnitudeWidth = Concentration.kept + 1

  func index(area: Int, category: Int, period: Int) -> Int {
    (area * categories.count + category) * periods.count + period
  }

  mutating func add(_ value: Double, at index: Int) {
    values[index] += value
    contributions[index] += 1
  }

  /// Adds a record of a sum, that is a contribution by itself.
  mutating func addAmount(_ amount: Double, at index: Int) {
    addShare(amount, at: index)
    addContribution(amount.magnitude, at: index)
  }

  /// Adds a record to a sum, as a share of a contribution.
  mutating func addShare(_ amount: Double, at index: Int) {
    if magnitudes.isEmpty {
      magnitudes = Array(repeating: 0, count: values.count * Self.magnitudeWidth)
    }
    values[index] += amount
    magnitudes[index * Self.magnitudeWidth] += amount.magnitude
  }

  /// Adds a contribution to a sum of which all shares were added.
  mutating func addContribution(_ size: Double, at index: Int) {
    contributions[index] += 1
    var size = size
    let first = index * Self.magnitudeWidth + 1
    for place in first..<first + Self.magnitudeWidth - 1 where size > magnitudes[place] {
      swap(&size, &magnitudes[place])
    }
  }

  mutating func addValue(_ value: Double, at index: Int) { values[index] += value }
  mutating func addContribution(at index: Int) { contributions[index] += 1 }
}
