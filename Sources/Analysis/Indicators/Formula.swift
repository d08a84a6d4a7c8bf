/// How an indicator is made of columns.
public struct Formula: Hashable, Sendable {
  /// The shape of the calculation. N is the numerator, D the denominator.
  public enum Kind: Hashable, Sendable {
    /// N as it is.
    case value
    /// N / D × per.
    case rate(per: Double)
    /// N per km² of land.
    case density
    /// N / D × 100.
    case share
    /// (N / D) / (ΣN / ΣD), sums over the gemeente: 1 is as in the city. Isard (1960); see
    /// ``IndicatorEvaluator`` for areas that are left out of the sums.
    case locationQuotient
  }

  /// The shape.
  public let kind: Kind
  /// N.
  public let numerator: Term
  /// D, where the shape has one.
  public let denominator: Term?
  /// What the minimum of the denominator looks at when there is no D, for instance the inhabitants
  /// behind a percentage.
  public let base: Term?

  /// Makes a formula.
  public init(kind: Kind, numerator: Term, denominator: Term? = nil, base: Term? = nil) {
    self.kind = kind
    self.numerator = numerator
    self.denominator = denominator
    self.base = base
  }

  /// All columns that the formula looks at, the land area of a density not among them.
  public var terms: [Term] { [numerator, denominator, base].compactMap { $0 } }

  /// Whether a value of the indicator is computed from records.
  public var usesRecords: Bool {
    [numerator, denominator].contains { if case .records? = $0 { true } else { false } }
  }
}

/// A column that a formula looks at.
public enum Term: Hashable, Sendable {
  /// A column of figures by its canonical name.
  case figure(String)
  /// A count of records.
  case records(RecordTerm)

  /// The id of the column in a table of values: the name of a figure, or a description of a count.
  public var columnID: String {
    switch self {
    case .figure(let name): name
    case .records(let term): term.columnID
    }
  }
}

/// A count of records with its conditions, relative to the peildatum of a study.
public struct RecordTerm: Hashable, Sendable {
  /// What is counted.
  public enum Measure: Hashable, Sendable {
    /// Records.
    case count
    /// Different words in a column.
    case distinct(column: String)
    /// The sum of a column.
    case sum(column: String)
  }

  /// A column and the words of which one must stand in it; a trailing `*` stands for any ending.
  public struct Among: Hashable, Sendable {
    /// The column.
    public let column: String
    /// The words.
    public let words: [String]

    /// Pairs a column with words.
    public init(column: String, words: [String]) {
      self.column = column
      self.words = words
    }
  }

  /// The time that counts.
  public enum Period: Hashable, Sendable {
    /// Any.
    case any
    /// Running on the peildatum, by `startdatum` and `einddatum`.
    case active
    /// Begun or ended within this many months up to the peildatum.
    case changed(months: Int)
    /// `datum` within this many months up to the peildatum.
    case dated(months: Int)
  }

  /// The id of the records in a study.
  public let records: String
  /// What is counted.
  public let measure: Measure
  /// Which words are wanted.
  public let among: [Among]
  /// Which time counts.
  public let period: Period

  /// Makes a term.
  public init(
    records: String, measure: Measure = .count, among: [Among] = [], period: Period = .any
  ) {
    self.records = records
    self.measure = measure
    self.among = among.sorted { $0.column < $1.column }
    self.period = period
  }

  /// Says the whole term in one line; equal terms have equal ids.
  public var columnID: String {
    var parts = ["records:\(records)"]
    switch measure {
    case .count: parts.append("count")
    case .distinct(let column): parts.append("distinct:\(column)")
    case .sum(let column): parts.append("sum:\(column)")
    }
    for condition in among {
      parts.append("\(condition.column)=\(condition.words.joined(separator: ","))")
    }
    switch period {
    case .any: break
    case .active: parts.append("active")
    case .changed(let months): parts.append("changed:\(months)")
    case .dated(let months): parts.append("dated:\(months)")
    }
    return parts.joined(separator: " ")
  }
}
