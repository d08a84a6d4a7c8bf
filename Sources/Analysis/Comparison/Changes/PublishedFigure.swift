/// The value of an area as it was published, with what stands above and below the line when that was
/// published too.
public struct PublishedFigure: Hashable, Sendable {
  /// The value, rounded as people see it; nil when there was none.
  public let value: Double?
  /// The number above the line.
  public let numerator: Double?
  /// The number below it.
  public let denominator: Double?

  /// Makes a figure.
  public init(value: Double?, numerator: Double? = nil, denominator: Double? = nil) {
    self.value = value
    self.numerator = numerator
    self.denominator = denominator
  }
}

/// How the values of one indicator were made from what was published with them.
public struct PublishedScale: Hashable, Sendable {
  /// The digits behind the point that values have.
  public let decimals: Int
  /// A value is this number times numerator / denominator, but for rounding; nil when it is not.
  public let factor: Double?

  /// The largest number of digits that is looked for.
  private static let mostDecimals = 6

  /// Works it out from all values of an indicator: a factor of 1, 10, 100 and so on that fits all of
  /// them.
  /// - Complexity: O(values).
  public init(_ figures: [PublishedFigure]) {
    let values = figures.compactMap(\.value)
    var decimals = 0
    var unit = 1.0
    while decimals < Self.mostDecimals,
      values.contains(where: { abs(($0 * unit).rounded() / unit - $0) > 1e-9 * max(1, abs($0)) })
    {
      decimals += 1
      unit *= 10
    }
    self.decimals = decimals
    let parts = figures.compactMap { figure -> (value: Double, ratio: Double)? in
      guard let value = figure.value, let numerator = figure.numerator,
        let denominator = figure.denominator, denominator > 0
      else { return nil }
      return (value, numerator / denominator)
    }
    let isWhole =
      !parts.isEmpty && parts.count == values.count && parts.contains { $0.ratio > 0 }
    let half = 0.5 / unit
    factor =
      isWhole
      ? [1, 10, 100, 1000, 10_000, 100_000].first { factor in
        parts.allSatisfy {
          abs($0.value - factor * $0.ratio) <= half + 1e-9 * max(1, abs($0.value))
        }
      } : nil
  }

  /// The value before rounding; nil when it cannot be known.
  func exact(_ figure: PublishedFigure) -> Double? {
    guard let factor, let numerator = figure.numerator, let denominator = figure.denominator,
      denominator > 0
    else { return nil }
    return factor * numerator / denominator
  }
}
