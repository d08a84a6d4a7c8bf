public import Geocoding

/// How dates are cut into periods.
public enum PeriodCut: String, Hashable, Sendable, CaseIterable {
  /// Calendar years: `2024`.
  case year
  /// Calendar quarters: `2024-Q1`.
  case quarter
  /// Calendar months: `2024-M01`.
  case month

  /// The number of the period in which a date lies; consecutive periods have consecutive numbers.
  public func number(of date: RecordDate) -> Int {
    let (year, month, _) = date.parts
    switch self {
    case .year: return year
    case .quarter: return year * 4 + (month - 1) / 3
    case .month: return year * 12 + month - 1
    }
  }

  /// The name of a period, written so that no program takes it for a date.
  public func label(_ number: Int) -> String {
    switch self {
    case .year: return "\(number)"
    case .quarter: return "\(number / 4)-Q\(number % 4 + 1)"
    case .month:
      let month = number % 12 + 1
      return "\(number / 12)-M\(month < 10 ? "0" : "")\(month)"
    }
  }

  /// The number of the period that has a name; nil when none of the years 1 to 9999 has it.
  public func number(ofLabel label: String) -> Int? {
    let parts = label.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first.flatMap({ Int($0) }), (1...9999).contains(year) else { return nil }
    let part = parts.count > 1 ? Int(parts[1].dropFirst()) ?? 0 : 1
    guard (1...12).contains(part) else { return nil }
    let number =
      switch self {
      case .year: year
      case .quarter: year * 4 + part - 1
      case .month: year * 12 + part - 1
      }
    return self.label(number) == label ? number : nil
  }
}
