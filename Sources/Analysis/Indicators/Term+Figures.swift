internal import Disclosure
internal import Tables

extension Term.Combination {
  /// What is known of an area from what is known of its parts: hidden when one is hidden, missing for the
  /// reason of the first that is missing, and bounds where a part has bounds.
  func figure(of parts: [PublishedFigure]) -> PublishedFigure {
    if parts.contains(.suppressed) { return .suppressed }
    for part in parts { if case .missing = part { return part } }
    if parts.contains(.unreliable) { return .unreliable }
    let bounds = parts.map { part in
      switch part {
      case .value(let number): (lower: number, upper: number)
      case .interval(let lower, let upper): (lower: lower, upper: upper)
      default: (lower: Double.nan, upper: Double.nan)
      }
    }
    guard let lower = value(bounds.map(\.lower)), let upper = value(bounds.map(\.upper)) else {
      return .missing(.notApplicable)
    }
    let isExact = parts.allSatisfy { $0.number != nil }
    if isExact { return .value(lower) }
    // The evenness of bounds is not bounded by that of their ends.
    return self == .entropy ? .unreliable : .interval(lower: lower, upper: upper)
  }

  private func value(_ numbers: [Double]) -> Double? {
    switch self {
    case .sum: return numbers.reduce(0, +)
    case .mean: return numbers.isEmpty ? nil : numbers.reduce(0, +) / Double(numbers.count)
    case .minimum: return numbers.min()
    case .entropy: return Self.evenness(numbers)
    }
  }

  private static func evenness(_ numbers: [Double]) -> Double? {
    let total = numbers.reduce(0, +)
    guard total > 0, numbers.count > 1, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    let entropy = numbers.reduce(0) { sum, number in
      number > 0 ? sum - number / total * naturalLogarithm(number / total) : sum
    }
    return min(entropy / naturalLogarithm(Double(numbers.count)), 1)
  }
}
