/// The named steps by which numbers become an index, in the order of the handbook.
public struct IndexMethod: Hashable, Sendable, Codable {
  /// When outliers are treated; nil leaves them as they are.
  public var outliers: OutlierRule?
  /// How numbers are put on one scale.
  public var normalisation: Normalisation
  /// Where weights come from.
  public var weighting: Weighting
  /// How scores become one.
  public var aggregation: Aggregation
  /// An area has a score when members with at least this share of the weight have a number.
  public var presentWeight: Double

  /// Names the steps; what is left out is the standard.
  public init(
    outliers: OutlierRule? = OutlierRule(), normalisation: Normalisation = .robustZ,
    weighting: Weighting = .given, aggregation: Aggregation = .arithmetic,
    presentWeight: Double = 0.6
  ) {
    self.outliers = outliers
    self.normalisation = normalisation
    self.weighting = weighting
    self.aggregation = aggregation
    self.presentWeight = presentWeight
  }
}
