internal import Areas
internal import Indicators

/// Finds what a formula is counted in, and whether it puts unlike numbers together.
struct FormulaUnits {
  private let units: [String: FigureUnit]
  private let aliases: ColumnAliases
  private(set) var errors: [UnitError] = []

  /// - Parameter units: what figures are counted in by canonical name; others fit everywhere.
  init(_ units: [String: FigureUnit], aliases: ColumnAliases) {
    self.units = units
    self.aliases = aliases
  }

  /// The unit of the values of a formula; nil when it is not known.
  mutating func unit(of formula: Formula) -> FigureUnit? {
    let numerator = unit(of: formula.numerator)
    let denominator = formula.denominator.flatMap { unit(of: $0) }
    if let base = formula.base { _ = unit(of: base) }
    switch formula.kind {
    case .value: return numerator
    case .rate:
      ask(numerator, "numerator", "a rate")
      ask(denominator, "denominator", "a rate")
      return .mean
    case .share:
      ask(numerator, "numerator", "a share")
      ask(denominator, "denominator", "a share")
      compareAmounts(numerator, denominator, "a share")
      return .percent
    case .density:
      ask(numerator, "numerator", "a density")
      return .mean
    case .locationQuotient:
      ask(numerator, "numerator", "a location quotient")
      ask(denominator, "denominator", "a location quotient")
      compareAmounts(numerator, denominator, "a location quotient")
      return .ratio
    case .relativeToMean:
      ask(denominator, "denominator", "a mean against that of the reference")
      return .ratio
    case .change, .relativeChange:
      compare(numerator, denominator, "a change")
      return formula.kind == .relativeChange ? .percent : numerator ?? denominator
    }
  }

  private mutating func unit(of term: Term) -> FigureUnit? {
    switch term {
    case .figure(let name): return units[aliases.canonical(name)]
    case .records(let term):
      // The unit of a sum is that of a column of the user's.
      if case .sum = term.measure { return nil }
      return .count
    case .points(let term): return term.measure == .nearest ? .kilometres : .count
    case .indicator(let indicator):
      var own = FormulaUnits(units, aliases: aliases)
      return own.unit(of: indicator.formula)
    case .neighbours(let term, let weight):
      if let weight { ask(unit(of: weight), "weight", "a mean of neighbours") }
      return unit(of: term)
    case .combined(let how, let parts):
      var first: FigureUnit?
      for part in parts {
        let own = unit(of: part)
        compare(first, own, "'\(how.rawValue)'")
        first = first ?? own
      }
      if how == .entropy {
        ask(first, "parts", "an entropy")
        return .ratio
      }
      return first
    }
  }

  private mutating func ask(_ unit: FigureUnit?, _ place: String, _ kind: String) {
    if let unit, !unit.isAmount { add(.notAnAmount(place: place, of: kind, given: unit)) }
  }

  /// Compares what can be added up; of all else it is said already that it cannot.
  private mutating func compareAmounts(
    _ first: FigureUnit?, _ second: FigureUnit?, _ what: String
  ) {
    if first?.isAmount ?? true, second?.isAmount ?? true { compare(first, second, what) }
  }

  private mutating func compare(_ first: FigureUnit?, _ second: FigureUnit?, _ what: String) {
    if let first, let second, first != second {
      add(.unlike(what: what, first: first, second: second))
    }
  }

  private mutating func add(_ error: UnitError) {
    if !errors.contains(error) { errors.append(error) }
  }
}
