/// Kulldorff's likelihood ratio for Poisson counts, given the number of all cases.
///
/// M. Kulldorff, A spatial scan statistic, 1997, doi:10.1080/03610929708831995: with C cases in all, c
/// of them inside a window and E expected there, c ln(c/E) + (C-c) ln((C-c)/(C-E)).
struct ScanLikelihood: Sendable {
  let total: Double

  /// The log likelihood ratio of a window; zero when `cases` are as expected.
  @inline(__always)
  func logRatio(_ cases: Double, expected: Double) -> Double {
    let inside = cases > 0 ? cases * Real.log(cases / expected) : 0
    let rest = total - cases
    let outside = rest > 0 ? rest * Real.log(rest / (total - expected)) : 0
    return inside + outside
  }

  /// A number at least as large as the log likelihood ratio, without logarithms.
  ///
  /// The divergence of two distributions is at most their chi-squared distance.
  @inline(__always)
  func bound(_ cases: Double, expected: Double) -> Double {
    let excess = cases - expected
    return excess * excess * total / (expected * (total - expected))
  }

  /// The least difference from `expected`, in the direction that counts, at which the ratio reaches
  /// `level`; the largest difference there can be when it does not reach it.
  func needed(level: Double, expected: Double, isHigh: Bool) -> Double {
    guard level > 0 else { return 0 }
    let most = isHigh ? total - expected : expected
    guard logRatio(isHigh ? total : 0, expected: expected) >= level else { return most }
    // Newton's method. The ratio is convex in the difference and at most its chi-squared distance, so
    // the first step comes out above the root and the others stay there.
    var difference = (level * expected * (total - expected) / total).squareRoot()
    for _ in 0..<60 {
      difference = min(difference, most * (1 - 1e-12))
      let cases = isHigh ? expected + difference : expected - difference
      let inside = Real.log(cases / expected)
      let outside = Real.log((total - cases) / (total - expected))
      let excess = cases * inside + (total - cases) * outside - level
      let step = excess / abs(inside - outside)
      difference -= step
      if abs(step) <= 1e-9 * difference { break }
    }
    return difference
  }
}

/// For levels of the likelihood ratio and numbers of expected cases: from which difference on a window
/// can reach the level.
///
/// With it most windows of a replicate are passed over by comparing whole numbers. Differences are
/// given at fixed numbers of expected cases; between two of them the needed difference is at least the
/// smaller of both, since it rises and then falls.
struct ScanThresholds: Sendable {
  static let levelStep = 0.25
  static let levelCount = 121
  /// A window without any difference never counts.
  private static let almostNothing = 1e-6

  private let high: [Float]
  private let low: [Float]
  private let placeCount: Int
  private let scale: Double

  init(_ likelihood: ScanLikelihood, direction: ScanOptions.Direction, areaCount: Int) {
    let total = likelihood.total
    let placeCount = min(512, 16 + 4 * areaCount)
    self.placeCount = placeCount
    scale = Double(placeCount - 1) / total.squareRoot()
    func table(_ isHigh: Bool) -> [Float] {
      var table: [Float] = []
      table.reserveCapacity(Self.levelCount * placeCount)
      for level in 0..<Self.levelCount {
        for place in 0..<placeCount {
          let root = Double(place) / Double(placeCount - 1)
          let expected = total * root * root
          let needed =
            place == 0 || place == placeCount - 1
            ? Self.almostNothing
            : likelihood.needed(
              level: Double(level) * Self.levelStep, expected: expected, isHigh: isHigh)
          // Below by more than a Float rounds.
          table.append(Float(max(needed * (1 - 1e-6), Self.almostNothing)))
        }
      }
      return table
    }
    high = direction == .low ? [] : table(true)
    low = direction == .high ? [] : table(false)
  }

  /// The row of the table for a likelihood ratio that is to be passed.
  static func level(_ ratio: Double) -> Int {
    max(0, min(Int(ratio / levelStep), levelCount - 1))
  }

  /// The column of the table at or below a number of expected cases.
  func place(_ expected: Double) -> Int {
    min(Int(expected.squareRoot() * scale), placeCount - 2)
  }

  /// The least excess at which a window can reach the level, for expected cases between two places.
  @inline(__always)
  func leastExcess(level: Int, from first: Int, to last: Int) -> Float {
    min(high[level * placeCount + first], high[level * placeCount + last + 1])
  }

  /// The least shortage at which a window can reach the level.
  @inline(__always)
  func leastShortage(level: Int, from first: Int, to last: Int) -> Float {
    min(low[level * placeCount + first], low[level * placeCount + last + 1])
  }
}
