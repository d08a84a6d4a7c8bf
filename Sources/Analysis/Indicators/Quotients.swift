internal import Disclosure
internal import Tables

/// What quotients of published numbers are compared with, and drawn towards.
///
/// Low counts are what is suppressed, so areas that are published have a higher quotient than all together. Where
/// some are not, the published numbers of whole gemeenten are taken instead of the sums over their areas; and when
/// these are not known either, areas with less than ``leastCovered`` of the denominator are nothing to compare with.
struct Quotients {
  /// The numerator and denominator of whole gemeenten, by code.
  typealias Wholes = [String: (numerator: PublishedFigure, denominator: PublishedFigure)]

  /// The share of the denominator of all areas that those with published numbers must hold.
  static let leastCovered = 0.8

  /// That of one area.
  struct Own {
    /// N / D of all areas it is compared with; nil when they have nothing.
    let reference: Double?
    /// Its own N / D, smoothed; nil when it is not, or has no number.
    let smoothed: Double?
    /// What is known of what is compared, when there is nothing to compare with.
    let tooFew: IndicatorValue?
  }

  private var references: [Double?]
  private var smoothed: [Double?]
  private var tooFew: [IndicatorValue?]

  /// - Parameters:
  ///   - groups: for each area the name of the areas that it is compared with.
  ///   - gemeentecodes: the gemeente of each area.
  /// - Complexity: O(areas); nothing is done for formulas that ask for neither.
  init(
    _ formula: Formula, numerators: [PublishedFigure], denominators: [PublishedFigure],
    groups: [String], gemeentecodes: [String], wholes: Wholes
  ) {
    references = []
    smoothed = []
    tooFew = []
    let isMean = formula.kind == .relativeToMean
    guard formula.comparesWithOthers else { return }
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
      let whole =
        known.count == places.count
        ? nil : Self.quotient(Set(places.map { gemeentecodes[$0] }), of: wholes, isMean: isMean)
      guard whole != nil || sizes.reduce(0, +) >= Self.leastCovered * everything else {
        let isHidden = places.contains { numerators[$0] == .suppressed }
        let value =
          Self.lacksDenominator(Set(places.map { gemeentecodes[$0] }), of: wholes)
          ? IndicatorValue(status: .noData, missing: .noReference)
          : IndicatorValue(status: isHidden ? .suppressed : .fewData)
        for index in places { tooFew[index] = value }
        continue
      }
      let counts = zip(known, sizes).map { index, size in
        (numerators[index].number ?? 0) * (isMean ? size : 1)
      }
      let reference = whole ?? counts.reduce(0, +) / sizes.reduce(0, +)
      if reference > 0 {
        for index in places { references[index] = reference }
      }
      guard formula.isSmoothed else { continue }
      let rates = Smoothing.rates(counts: counts, sizes: sizes, mean: whole)
      for (index, rate) in zip(known, rates) {
        smoothed[index] = rate
      }
    }
  }

  /// The quotient of gemeenten together; nil unless the numbers of each are published.
  private static func quotient(
    _ gemeenten: Set<String>, of wholes: Wholes, isMean: Bool
  ) -> Double? {
    var (sum, total) = (0.0, 0.0)
    for code in gemeenten.sorted() {
      guard let whole = wholes[code], let number = whole.numerator.number,
        let size = whole.denominator.number, size > 0
      else { return nil }
      sum += isMean ? number * size : number
      total += size
    }
    return total > 0 ? sum / total : nil
  }

  /// Whether it is for want of figures below the line alone that gemeenten are no comparison: what is above it is
  /// published of each.
  private static func lacksDenominator(_ gemeenten: Set<String>, of wholes: Wholes) -> Bool {
    let known = gemeenten.compactMap { wholes[$0] }
    return known.count == gemeenten.count && known.allSatisfy { $0.numerator.number != nil }
      && known.contains { if case .missing = $0.denominator { true } else { false } }
  }

  func of(_ index: Int) -> Own {
    Own(
      reference: index < references.count ? references[index] : nil,
      smoothed: index < smoothed.count ? smoothed[index] : nil,
      tooFew: index < tooFew.count ? tooFew[index] : nil)
  }
}
