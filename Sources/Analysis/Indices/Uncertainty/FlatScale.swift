/// A fitted member without references, for the inner loop of a simulation.
struct FlatScale {
  private enum Treatment: UInt8 { case none, winsorised, logarithm, reflected }
  private let sign: Double
  private let treatment: Treatment
  private let low: Double
  private let high: Double
  private let origin: Double
  private let slope: Double
  private let firstRank: Int
  private let rankCount: Int
  /// The score of the median of the frame.
  let start: Double

  /// Takes over a scale; ranks are appended to a list that all share.
  init(_ member: FittedMember, ranks: inout [Double]) {
    sign = member.isReversed ? -1 : 1
    start = member.start
    switch member.treatment {
    case .none: (treatment, low, high) = (.none, 0, 0)
    case .winsorised(let least, let most): (treatment, low, high) = (.winsorised, least, most)
    case .logarithm(let least, let most, let isReflected):
      (treatment, low, high) = (isReflected ? .reflected : .logarithm, least, most)
    }
    switch member.scale {
    case .centred(let centre, let spread):
      slope = 50.0 / 3 / spread
      origin = 50 - centre * (50.0 / 3 / spread)
      (firstRank, rankCount) = (0, 0)
    case .span(let least, let most):
      slope = 100 / (most - least)
      origin = -least * (100 / (most - least))
      (firstRank, rankCount) = (0, 0)
    case .ranks(let sorted):
      (firstRank, rankCount, slope, origin) = (
        ranks.count, sorted.count, 100 / Double(sorted.count - 1), 0
      )
      ranks += sorted
    }
  }

  /// The score of a number.
  @inline(__always)
  func score(_ value: Double, ranks: [Double]) -> Double {
    var x = sign * value
    switch treatment {
    case .none: break
    case .winsorised: x = min(max(x, low), high)
    case .logarithm:
      x = naturalLogarithm(min(max(x, low), high) - low + (high - low) / 100)
    case .reflected:
      x = -naturalLogarithm(high - min(max(x, low), high) + (high - low) / 100)
    }
    if rankCount > 0 {
      var start = firstRank
      var end = firstRank + rankCount
      while start < end {
        let middle = (start + end) / 2
        if ranks[middle] < x { start = middle + 1 } else { end = middle }
      }
      x = Double(start - firstRank)
    }
    return min(max(origin + slope * x, 0), 100)
  }
}
