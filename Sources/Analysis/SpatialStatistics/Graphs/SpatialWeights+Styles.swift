/// How the weights of an area are scaled.
public enum WeightStyle: String, Hashable, Sendable, CaseIterable {
  /// Each neighbour counts 1.
  case binary = "B"
  /// The weights of an area add up to 1: the lag is a mean.
  case rowStandardised = "W"
  /// Rows are divided by the root of their sum of squares, then all by one number, so that the
  /// weights add up to the number of areas that have neighbours (Tiefelsdorf, Griffith and Boots 1999,
  /// doi:10.1068/a310165; style S of spdep, V of PySAL).
  case varianceStabilising = "V"
  /// The weights as the graph has them, by distance for instance (style raw of spdep).
  case raw
}

extension SpatialWeights {
  /// The graph with weights in another style. Rows without neighbours stay empty.
  ///
  /// `binary` makes every weight 1, that of the area itself included, so weights by distance are lost;
  /// the others keep the proportions within a row.
  public func styled(_ style: WeightStyle) -> SpatialWeights {
    switch style {
    case .raw: return self
    case .binary:
      return SpatialWeights(
        starts: starts, neighbours: neighbours,
        weights: [Double](repeating: 1, count: neighbours.count),
        selfWeights: selfWeights?.map { $0 > 0 ? 1 : 0 })
    case .rowStandardised:
      return scaled((0..<count).map { sum(of: $0) })
    case .varianceStabilising:
      let rows = scaled(
        (0..<count).map { area in
          let own = selfWeights?[area] ?? 0
          return weights(of: area).reduce(own * own) { $0 + $1 * $1 }.squareRoot()
        })
      let filled = (0..<count).count { rows.sum(of: $0) > 0 }
      let total = (0..<count).reduce(0) { $0 + rows.sum(of: $1) }
      guard filled > 0 else { return rows }
      return rows.scaled([Double](repeating: total / Double(filled), count: count))
    }
  }

  /// Whether every neighbour counts 1.
  public var isBinary: Bool { weights.allSatisfy { $0 == 1 } }

  /// The style in which no weight is lost that the graph tells: `binary` for a binary graph, else `raw`.
  public var ownStyle: WeightStyle { isBinary ? .binary : .raw }

  /// The graph in which each area also counts for itself: with this weight, or as its heaviest
  /// neighbour when none is given, and 1 without neighbours.
  public func includingSelf(weight: Double? = nil) -> SpatialWeights {
    SpatialWeights(
      starts: starts, neighbours: neighbours, weights: weights,
      selfWeights: (0..<count).map { weight ?? weights(of: $0).max() ?? 1 })
  }

  /// The graph with the weights of each row divided by a number; rows over 0 become 0.
  private func scaled(_ divisors: [Double]) -> SpatialWeights {
    var scaled = weights
    var own = selfWeights
    for area in 0..<count {
      let divisor = divisors[area]
      for place in starts[area]..<starts[area + 1] {
        scaled[place] = divisor > 0 ? weights[place] / divisor : 0
      }
      if let weight = own?[area] { own?[area] = divisor > 0 ? weight / divisor : 0 }
    }
    return SpatialWeights(
      starts: starts, neighbours: neighbours, weights: scaled, selfWeights: own)
  }
}
