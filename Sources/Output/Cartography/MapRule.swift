/// One line of a legend, and the areas it draws.
struct MapRule {
  /// Which areas a rule draws.
  enum Areas {
    /// None: the line is only there to be read.
    case none
    /// Those whose value lies in a class and whose status is `ok`.
    case inClass(LegendClass)
    /// Those of this kind.
    case inCategory(LegendCategory)
    /// Those without a value, for this reason.
    case status(AreaStatus)
  }

  /// The text of the line.
  let label: String
  /// The areas that the rule draws.
  let areas: Areas
}

extension MapStyle {
  /// The lines of the legend from top to bottom: stamps, title, unit, classes or kinds, areas without
  /// a value.
  var rules: [MapRule] {
    let heading = [stampLine, title, unit].compactMap(\.self).filter { !$0.isEmpty }
    return heading.map { MapRule(label: $0, areas: .none) }
      + classes.map {
        MapRule(label: $0.label(decimals: decimals, language: language), areas: .inClass($0))
      }
      + categories.map { MapRule(label: $0.label, areas: .inCategory($0)) }
      + AreaStatus.allCases.filter { $0 != .ok }.map {
        MapRule(label: label(of: $0), areas: .status($0))
      }
  }
}
