/// A fitted member, taken apart so that many numbers are scored one after another without a question asked
/// of each.
struct FlatScale: Sendable {
  private enum Treatment { case none, winsorised, logarithm, reflected }
  private let sign: Double
  private let treatment: Treatment
  private let low: Double
  private let high: Double
  private let origin: Double
  private let slope: Double
  private let ranks: RankGrid?
  /// The score of the median of the frame.
  let start: Double

  /// Takes over a scale.
  init(_ member: FittedMember) {
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
      ranks = nil
    case .span(let least, let most):
      slope = 100 / (most - least)
      origin = -least * (100 / (most - least))
      ranks = nil
    case .ranks(let sorted):
      (slope, origin) = (100 / Double(sorted.count - 1), 0)
      ranks = RankGrid(sorted)
    }
  }

  /// Writes the scores of the numbers in some places; what is not a number stays so.
  func score(
    _ values: Span<Double>, places: Range<Int>, into scores: inout MutableSpan<Double>
  ) {
    // Said once, so that the loops need not ask it of each number.
    precondition(
      places.lowerBound >= 0 && places.upperBound <= values.count
        && places.upperBound <= scores.count)
    let (sign, low, high) = (sign, low, high)
    switch treatment {
    case .none: for place in places { scores[place] = sign * values[place] }
    case .winsorised:
      for place in places { scores[place] = min(max(sign * values[place], low), high) }
    case .logarithm:
      let least = (high - low) / 100
      for place in places {
        let x = min(max(sign * values[place], low), high)
        scores[place] = quickLogarithm(x - low + least)
      }
    case .reflected:
      let least = (high - low) / 100
      for place in places {
        let x = min(max(sign * values[place], low), high)
        scores[place] = -quickLogarithm(high - x + least)
      }
    }
    if let ranks {
      for place in places where !scores[place].isNaN {
        scores[place] = Double(ranks.countBelow(scores[place]))
      }
    }
    let (origin, slope) = (origin, slope)
    for place in places { scores[place] = min(max(origin + slope * scores[place], 0), 100) }
  }
}
