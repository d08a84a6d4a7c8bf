/// Of which time delivered counts are: a year, or years from the first to the last.
public struct DeliveryPeriod: Hashable, Sendable {
  /// The years.
  let years: ClosedRange<Int>

  /// Reads `2024` or `2023-2024`; nil for anything else.
  init?(_ text: String) {
    guard let match = text.wholeMatch(of: /([0-9]{4})(?:-([0-9]{4}))?/), let first = Int(match.1),
      let last = match.2.map({ Int($0) }) ?? first, first <= last
    else { return nil }
    years = first...last
  }

  /// Whether neither holds all years of the other: counts of the two are not the same, nor parts of each other.
  func crosses(_ other: DeliveryPeriod) -> Bool {
    let common = years.overlaps(other.years) ? years.clamped(to: other.years) : nil
    return common != years && common != other.years
  }

  /// The way in which it is written.
  var text: String {
    years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)-\(years.upperBound)"
  }
}
