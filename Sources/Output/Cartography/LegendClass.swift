/// One class of a map: the values it holds and their colour.
///
/// A class holds the values from `lower` up to but not including `upper`; the last class of a map
/// also holds `upper`. An infinite edge means that the class is open on that side.
public struct LegendClass: Hashable, Sendable {
  /// The smallest value in the class, in the unit of the map; minus infinity when there is none.
  public let lower: Double
  /// The end of the class, in the unit of the map; infinity when there is none.
  public let upper: Double
  /// Whether this is the last class of the map, which holds its upper edge too.
  public let isLast: Bool
  /// The colour of the areas in the class.
  public let color: Color

  /// Makes a class.
  /// - Precondition: `lower <= upper`, so neither is NaN.
  public init(lower: Double, upper: Double, isLast: Bool, color: Color) {
    precondition(lower <= upper, "the edges of a class ascend")
    self.lower = lower
    self.upper = upper
    self.isLast = isLast
    self.color = color
  }

  /// The classes between ascending `edges`, one fewer than there are edges, with the colours of
  /// `palette`.
  ///
  /// No edges, or one, give no class. The first edge should be at or below the smallest value and the
  /// last at or above the largest: a value outside the edges has no colour.
  /// - Precondition: the edges do not descend, and make no more classes than ``Palette/classCounts``.
  public static func classes(edges: [Double], palette: Palette) -> [LegendClass] {
    let count = max(edges.count - 1, 0)
    return zip(palette.colors(count), zip(edges, edges.dropFirst())).enumerated().map {
      index, item in
      LegendClass(
        lower: item.1.0, upper: item.1.1, isLast: index == count - 1, color: item.0)
    }
  }

  /// Whether `value` falls in the class. NaN falls in none.
  public func contains(_ value: Double) -> Bool {
    value >= lower && (value < upper || (isLast && value == upper))
  }

  /// The values of the class in words: "12,5 tot 20,0", and for the last class
  /// "20,0 tot en met 31,2"; in English "12.5 to under 20.0" and "20.0 to 31.2".
  ///
  /// Edges that read the same with these decimals give just the number; choose edges that are round
  /// in the decimals of the map, or the words are less exact than the class.
  /// - Parameter decimals: digits after the comma, 0 to 12.
  public func label(decimals: Int, language: Language) -> String {
    let from = language.number(lower, decimals: decimals)
    let to = language.number(upper, decimals: decimals)
    switch (lower.isFinite, upper.isFinite) {
    case (false, false): return MapTexts.classOfAll(language)
    case (true, false): return MapTexts.classAtLeast(from, language)
    case (false, true) where isLast: return MapTexts.classAtMost(to, language)
    case (false, true): return MapTexts.classUnder(to, language)
    case (true, true) where from == to: return from
    case (true, true) where isLast: return MapTexts.classThrough(from, to, language)
    case (true, true): return MapTexts.classUpTo(from, to, language)
    }
  }
}
