internal import Disclosure

/// What quotients of published numbers are compared with, and drawn towards.
struct Quotients {
  /// That of one area.
  struct Own {
    /// N / D of all areas it is compared with; nil when they have nothing.
    let reference: Double?
    /// Its own N / D, smoothed; nil when it is not, or has no number.
    let smoothed: Double?
  }

  private var references: [Double?]
  private var smoothed: [Double?]

  /// - Parameter groups: for each area the name of the areas that it is compared with.
  /// - Complexity: O(areas); nothing is done for formulas that ask for neither.
  init(
    _ formula: Formula, numerators: [PublishedFigure], denominators: [PublishedFigure],
    groups: [String]
  ) {
    references = []
    smoothed = []
    let isMean = formula.kind == .relativeToMean
    guard formula.kind == .locationQuotient || isMean || formula.isSmoothed else { return }
    references = [Double?](repeating: nil, count: groups.count)
    smoothed = references
    var members: [String: [Int]] = [:]
    for index in groups.indices { members[groups[index], default: []].append(index) }
    for places in members.values {
      let known = places.filter { index in
        numerators[index].number != nil && (denominators[index].number ?? 0) > 0
      }
      let sizes = known.map { denominators[$0].number ?? 0 }
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
      smoothed: index < smoothed.count ? smoothed[index] : nil)
  }
}
