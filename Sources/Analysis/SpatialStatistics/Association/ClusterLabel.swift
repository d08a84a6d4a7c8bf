/// What an area is in a local pattern.
public enum ClusterLabel: String, Hashable, Sendable, CaseIterable {
  /// High among high.
  case highHigh
  /// Low among low.
  case lowLow
  /// Low among high.
  case lowHigh
  /// High among low.
  case highLow
  /// Much of the variable in and around the area.
  case hot
  /// Little of it.
  case cold
  /// Like its neighbours, on either side of the mean or at it.
  case otherPositive
  /// Unlike its neighbours.
  case negative
  /// Surroundings that differ much among each other.
  case heterogeneous
  /// Surroundings that differ little.
  case homogeneous
  /// No more than chance would give, at the rate that was asked for.
  case notSignificant
  /// No neighbours, so no statistic.
  case noNeighbours
  /// The statistic has no meaning here, for instance since the surroundings cannot vary.
  case undefined
}

/// From which statistic labels are made.
public enum LabelRule: String, Hashable, Sendable {
  /// The quadrants of local Moran's I: the value and its lag against the mean. A value or lag at the
  /// mean counts as low, as in PySAL and GeoDa.
  case moran
  /// Hot or cold by the sign of z of Gi or Gi*.
  case hotspots
  /// Positive where c is smaller than expected, then by the quadrants of Moran; else negative.
  case geary
  /// By H above or below 1.
  case heteroscedasticity
}

extension LocalAssociation {
  /// The label of each area: significant when its adjusted p is at most `alpha`.
  public func labels(
    _ rule: LabelRule, adjusted: [Double?], alpha: Double = 0.05
  ) -> [ClusterLabel] {
    adjusted.indices.map { area in
      guard lag[area] != nil else { return .noNeighbours }
      guard let p = adjusted[area] else { return .undefined }
      guard p <= alpha else { return .notSignificant }
      return label(of: area, rule)
    }
  }

  private func label(of area: Int, _ rule: LabelRule) -> ClusterLabel {
    let isHigh = isHigh[area] ?? false
    let isLagHigh = isLagHigh[area] ?? false
    switch rule {
    case .moran:
      return isHigh
        ? (isLagHigh ? .highHigh : .highLow) : (isLagHigh ? .lowHigh : .lowLow)
    case .hotspots:
      return isLagHigh ? .hot : .cold
    case .geary:
      guard let z = z[area], z < 0 else { return .negative }
      if isHigh == isLagHigh { return isHigh ? .highHigh : .lowLow }
      return .otherPositive
    case .heteroscedasticity:
      return (statistic[area] ?? 1) > 1 ? .heterogeneous : .homogeneous
    }
  }
}
