/// What stands above or below the line of a formula: a column, or several put together.
public indirect enum Term: Hashable, Sendable, Codable {
  /// A column of figures by its canonical name.
  case figure(String)
  /// A count of records.
  case records(RecordTerm)
  /// What lies near an area.
  case points(PointTerm)
  /// Terms put together area by area; what follows from a missing one is missing.
  case combined(Combination, [Term])
  /// The mean of the areas that border on an area, each weighing as `weight` says, or all the same. Areas
  /// without a published number are left out; where none is left, it is not applicable.
  case neighbours(Term, weight: Term?)
  /// The value of another indicator, as people see it: rounded to its decimals.
  case indicator(Indicator)

  /// How terms are put together.
  public enum Combination: String, Hashable, Sendable, CaseIterable, Codable {
    /// Their sum.
    case sum
    /// Their mean.
    case mean
    /// The smallest.
    case minimum
    /// How evenly a whole is divided over them: Shannon's entropy divided by the logarithm of their
    /// number, 0 when one has all and 1 when all have the same (Theil 1972, Statistical Decomposition
    /// Analysis). Not applicable where they are all zero.
    case entropy
  }

  /// The columns that the term looks at, each once, in order.
  public var leaves: [Term] {
    var seen: Set<Term> = []
    return allLeaves.filter { seen.insert($0).inserted }
  }

  private var allLeaves: [Term] {
    switch self {
    case .figure, .records, .points: [self]
    case .combined(_, let parts): parts.flatMap(\.allLeaves)
    case .neighbours(let term, let weight): term.allLeaves + (weight?.allLeaves ?? [])
    case .indicator(let indicator):
      indicator.formula.terms
        + (indicator.formula.kind == .density
          ? [.figure(IndicatorEvaluator.landAreaColumn)] : [])
    }
  }

  /// The term in one line: the name of a figure, or a description of what is counted or put together. Of a
  /// figure and a count it is the id of the column in a table of values.
  public var columnID: String {
    switch self {
    case .figure(let name): name
    case .records(let term): term.columnID
    case .points(let term): term.columnID
    case .combined(let how, let parts):
      "\(how.rawValue)(\(parts.map(\.columnID).joined(separator: "; ")))"
    case .neighbours(let term, nil): "neighbours(\(term.columnID))"
    case .neighbours(let term, let weight?):
      "neighbours(\(term.columnID); weight: \(weight.columnID))"
    case .indicator(let indicator): "indicator:\(indicator.id)"
    }
  }

  /// Whether the term asks which areas border on each other.
  public var needsNeighbours: Bool {
    switch self {
    case .figure, .records, .points: false
    case .combined(_, let parts): parts.contains(where: \.needsNeighbours)
    case .neighbours: true
    case .indicator(let indicator): indicator.formula.needsNeighbours
    }
  }
}
