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

  /// The number of records behind one cell: what disclosure control looks at.
  public func contributions(area: Int, category: Int = 0, period: Int = 0) -> Int {
    Int(contributions[index(area: area, category: category, period: period)])
  }

  func index(area: Int, category: Int, period: Int) -> Int {
    (area * categories.count + category) * periods.count + period
  }

  mutating func add(_ value: Double, at index: Int) {
    values[index] += value
    contributions[index] += 1
  }

  mutating func addValue(_ value: Double, at index: Int) { values[index] += value }
  mutating func addContribution(at index: Int) { contributions[index] += 1 }
}
