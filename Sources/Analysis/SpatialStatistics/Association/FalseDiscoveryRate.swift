/// How p-values of many tests are adjusted.
public enum FalseDiscoveryRate: String, Hashable, Sendable, CaseIterable {
  /// Benjamini and Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x.
  case benjaminiHochberg = "BH"
  /// Benjamini and Yekutieli 2001, doi:10.1214/aos/1013699998: under any dependence between tests, and
  /// much stricter.
  case benjaminiYekutieli = "BY"

  /// The adjusted p-values: a test is significant at a rate α when its adjusted p is at most α.
  ///
  /// Tests without p-value are no tests: they get none and do not count.
  /// - Complexity: O(n log n).
  public func adjusted(_ p: [Double?]) -> [Double?] {
    let order = p.indices.filter { p[$0] != nil }.sorted { p[$0]! < p[$1]! }
    let count = Double(order.count)
    let factor = factor(order.count)
    var adjusted = [Double?](repeating: nil, count: p.count)
    var least = 1.0
    for (rank, test) in order.enumerated().reversed() {
      least = min(least, p[test]! * count * factor / Double(rank + 1))
      adjusted[test] = least
    }
    return adjusted
  }

  /// How many of `tests` must have the p-value `smallest` before any of them is significant at the rate
  /// `alpha`; more than there are tests when it cannot be; nil when one is enough.
  public func needed(ofSmallest smallest: Double, tests: Int, alpha: Double) -> Int? {
    guard smallest <= alpha else { return tests + 1 }
    // As `adjusted` computes it, so that rounding falls the same way.
    let whole = smallest * Double(tests) * factor(tests)
    let needed = (1...max(tests, 1)).first { whole / Double($0) <= alpha }
    return needed == 1 ? nil : needed ?? tests + 1
  }

  private func factor(_ tests: Int) -> Double {
    switch self {
    case .benjaminiHochberg: 1
    case .benjaminiYekutieli: (0..<tests).reduce(0) { $0 + 1 / Double($1 + 1) }
    }
  }

  /// The largest p-value that is significant at the rate `alpha`, compared with `<=`; nil when none is.
  public func cut(_ p: [Double?], alpha: Double) -> Double? {
    zip(p, adjusted(p)).compactMap { p, adjusted in
      adjusted.map { $0 <= alpha } == true ? p : nil
    }.max()
  }
}
