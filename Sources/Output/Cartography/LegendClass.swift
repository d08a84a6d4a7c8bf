/// One class of a legend: from `lower` up to but not including `upper`; the last class includes it.
public struct LegendClass: Hashable, Sendable {
  /// The least value of the class.
  public let lower: Double
  /// The upper edge.
  public let upper: Double
  /// Whether the upper edge belongs to the class.
  public let isLast: Bool
  /// The colour.
  public let color: Color

  /// Makes a class.
  public init(lower: Double, upper: Double, isLast: Bool, color: Color) {
    self.lower = lower
    self.upper = upper
    self.isLast = isLast
    self.color = color
  }

  /// The class in words: `12,5 tot 20,0`, the last one `20,0 tot en met 31,2`; one value alone when
  /// both edges are equal.
  public func label(decimals: Int, language: Language) -> String {
    let from = LegendNumber.text(lower, decimals: decimals, language: language)
    let to = LegendNumber.text(upper, decimals: decimals, language: language)
    if lower == upper { return from }
    switch (language, isLast) {
    case (.nl, false): return "\(from) tot \(to)"
    case (.nl, true): return "\(from) tot en met \(to)"
    case (.en, false): return "\(from) to under \(to)"
    case (.en, true): return "\(from) up to and including \(to)"
    }
  }
}
