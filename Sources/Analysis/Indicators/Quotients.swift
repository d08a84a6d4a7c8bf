internal import Disclosure

/// What quotients of published numbers are compared with, and drawn towards.
///
/// Low counts are what is suppressed, so areas that are published have a higher quotient than all together. Where
/// they hold less than ``leastCovered`` of the denominator there is nothing to compare with.
struct Quotients {
  /// The share of the denominator of all areas that those with published numbers must hold.
  static let leastCovered = 0.8

  /// That of one area.
  struct Own {
    /// N / D of all areas it is compared with; nil when they have nothing.
    let reference: Double?
    /// Its own N / D, smoothed; nil when it is not, or has no number.
    let smoothed: Double?
    /// The status of what is compared, when the areas with published numbers are too few to compare with.
    let tooFew: IndicatorValue.Status?
  }

  private var references: [Double?]
  private var smoothed: [Double?]
  private var tooFew: [IndicatorValue.Status?]

  /// - Parameter groups: for each area the name of the areas that it is compared with.
  /// - Complexity: O(areas); nothing is done for formulas that ask for neither.
  init(
    _ formula: Formula, numerators: [PublishedFigure], denominators: [PublishedFigure],
    groups: [String]
  ) {
    references = []
    smoothed = []
    tooFew = []
    let isMean = formula.kind == .relativeToMean
    guard formula.kind == .locationQuotient || isMean || formula.isSmoothed else { return }
    references = [Double?](repeating: nil, count: groups.count)
    smoothed = references
    tooFew = Array(repeating: nil, count: groups.count)
    var members: [String: [Int]] = [:]
    for index in groups.indices { members[groups[index], default: []].append(index) }
    for places in members.values {
      let known = places.filter { index in
        numerators[index].number != nil && (denominators[index].number ?? 0) > 0
      }
      let sizes = known.map { denominators[$0].number ?? 0 }
      let everything = places.reduce(0) { $0 + max(denominators[$1].number ?? 0, 0) }
      guard sizes.reduce(0, +) >= Self.leastCovered * everything else {
        let isHidden = places.contains { numerators[$0] == .suppressed }
        for index in places { tooFew[index] = isHidden ? .suppressed : .fewData }
        continue
      }
      let counts = zip(known, sizes).map { index, size in
        (numerators[index].number ?? 0) * (isMean ? size : 1)
      }
      let sum = counts.reduce(0, +)
      if sum > 0 {
        for index in places { references[index] = sum / sizes.reduce(0, +) }
      }
      guard formula.isSmoothed else { continue }
      for (index, rate) in zip(known, Smoothing.rates(counts: counts, sizes: sizes)) {
        smoothed[index] = rate
      }
    }
  }

  func of(_ index: Int) -> Own {
    Own(
      reference: index < references.count ? references[index] : nil,
      smoothed: index < smoothed.count ? smoothed[index] : nil,
      tooFew: index < tooFew.count ? tooFew[index] : nil)
  }
}
