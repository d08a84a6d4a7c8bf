/// How an indicator is made of columns.
public struct Formula: Hashable, Sendable, Codable {
  /// The shape of the calculation. N is the numerator, D the denominator.
  public enum Kind: Hashable, Sendable, Codable {
    /// N as it is.
    case value
    /// N / D × per.
    case rate(per: Double)
    /// N per km² of land.
    case density
    /// N / D × 100.
    case share
    /// (N / D) / (ΣN / ΣD), sums over the reference: 1 is as there. Isard (1960); see
    /// ``IndicatorEvaluator`` for areas that are left out of the sums.
    case locationQuotient
    /// N / (Σ(N · D) / ΣD) × 100: a mean against that of the reference, D being what it is a mean of.
    case relativeToMean
    /// N − D: what changed since D.
    case change
    /// (N / D − 1) × 100: what changed since D, in per cent of it.
    case relativeChange
  }

  /// The areas whose sums a quotient is compared with, and towards which a smoothed one is drawn.
  public enum Reference: String, Hashable, Sendable, CaseIterable, Codable {
    /// Those of the own gemeente.
    case gemeente
    /// All of the study.
    case study
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
  /// Of a location quotient and of what is smoothed: with which areas.
  public let reference: Reference
  /// Whether a rate, share or quotient is drawn towards that of the reference, the more the less there is
  /// below the line: the empirical-Bayes estimate of Marshall (1991), doi:10.2307/2347593.
  public let isSmoothed: Bool
  /// Whether a change counts without its sign.
  public let isAbsolute: Bool

  /// Makes a formula.
  public init(
    kind: Kind, numerator: Term, denominator: Term? = nil, base: Term? = nil,
    reference: Reference = .gemeente, isSmoothed: Bool = false, isAbsolute: Bool = false
  ) {
    self.kind = kind
    self.numerator = numerator
    self.denominator = denominator
    self.base = base
    self.reference = reference
    self.isSmoothed = isSmoothed
    self.isAbsolute = isAbsolute
  }

  /// All columns that the formula looks at, each once; the land area of a density is not among them.
  public var terms: [Term] {
    var seen: Set<Term> = []
    return [numerator, denominator, base].compactMap { $0 }.flatMap(\.leaves)
      .filter { seen.insert($0).inserted }
  }

  /// Whether an area is compared with all of its gemeente, or of the study.
  public var comparesWithOthers: Bool {
    kind == .locationQuotient || kind == .relativeToMean || isSmoothed
  }

  /// Whether a value of the indicator is computed from records.
  public var usesRecords: Bool {
    [numerator, denominator].contains { term in
      term?.leaves.contains { if case .records = $0 { true } else { false } } ?? false
    }
  }

  /// Whether the formula asks which areas border on each other.
  public var needsNeighbours: Bool {
    [numerator, denominator, base].contains { $0?.needsNeighbours ?? false }
  }
}
