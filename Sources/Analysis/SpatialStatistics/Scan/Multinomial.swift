/// Divides a number of cases over cells by chance, each case independent, a cell with probability
/// proportional to its weight.
///
/// The count of each cell, given those of the cells before it, is binomial; so the cost does not depend
/// on the number of cases. Sampled exactly, by inversion and by rejection.
struct Multinomial: Sendable {
  /// The share of a cell in its own weight and that of all cells behind it.
  private let shares: [Double]
  private let logOthers: [Double]
  /// The last cell with weight takes what is left.
  private let last: Int

  /// Takes weights, not negative, of which one is above zero.
  init(weights: [Double]) {
    var shares = [Double](repeating: 0, count: weights.count)
    var behind = 0.0
    for cell in weights.indices.reversed() {
      behind += weights[cell]
      shares[cell] = weights[cell] > 0 ? weights[cell] / behind : 0
    }
    self.shares = shares
    logOthers = shares.map { Real.log1p(-$0) }
    last = weights.lastIndex { $0 > 0 } ?? 0
  }

  /// Draws the counts of all cells; `body` gets each cell with a count above zero.
  func draw(
    _ cases: Int, using stream: inout RandomStream, _ body: (_ cell: Int, _ count: Int) -> Void
  ) {
    var rest = cases
    for cell in 0...last where rest > 0 && shares[cell] > 0 {
      let count =
        cell == last
        ? rest : stream.binomial(rest, shares[cell], logOther: logOthers[cell])
      if count > 0 { body(cell, count) }
      rest -= count
    }
  }
}

extension RandomStream {
  /// The number of successes in `trials`, each with probability `p` above 0 and below 1;
  /// `logOther` is log(1 - p).
  mutating func binomial(_ trials: Int, _ p: Double, logOther: Double) -> Int {
    if p > 0.5 {
      let failures = binomial(trials, 1 - p, logOther: Real.log(p))
      return trials - failures
    }
    return Double(trials) * p < 10
      ? inverted(trials, p, logOther: logOther) : rejected(trials, p)
  }

  /// Counts up the probabilities until a uniform number is passed.
  private mutating func inverted(_ trials: Int, _ p: Double, logOther: Double) -> Int {
    let odds = p / (1 - p)
    let none = Real.exp(Double(trials) * logOther)
    while true {
      var u = uniform()
      var probability = none
      var count = 0
      // The bound ends a sum that rounding keeps below a number near 1; then it is drawn anew.
      while count <= min(trials, 150) {
        if u < probability { return count }
        u -= probability
        count += 1
        probability *= odds * (Double(trials - count + 1) / Double(count))
      }
    }
  }

  /// Transformed rejection (BTRS): W. Hörmann, The generation of binomial random variates, 1993,
  /// doi:10.1080/00949659308811496. For p at most 0.5 and a mean of 10 or more.
  private mutating func rejected(_ trials: Int, _ p: Double) -> Int {
    let n = Double(trials)
    let deviation = (n * p * (1 - p)).squareRoot()
    let b = 1.15 + 2.53 * deviation
    let a = -0.0873 + 0.0248 * b + 0.01 * p
    let c = n * p + 0.5
    let inner = 0.92 - 4.2 / b
    while true {
      let u = uniform() - 0.5
      var v = uniform()
      let us = 0.5 - abs(u)
      let k = ((2 * a / us + b) * u + c).rounded(.down)
      if us >= 0.07, v <= inner { return Int(k) }
      guard k >= 0, k <= n else { continue }
      let alpha = (2.83 + 5.1 / b) * deviation
      let logOdds = Real.log(p / (1 - p))
      let mode = ((n + 1) * p).rounded(.down)
      v = Real.log(v * alpha / (a / (us * us) + b))
      let bound =
        Real.logFactorial(Int(mode)) + Real.logFactorial(trials - Int(mode))
        - Real.logFactorial(Int(k)) - Real.logFactorial(trials - Int(k)) + (k - mode) * logOdds
      if v <= bound { return Int(k) }
    }
  }
}
