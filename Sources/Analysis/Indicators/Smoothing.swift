/// Rates that lean on those of other areas, the more the less stands behind them.
///
/// Marshall (1991), Mapping disease and mortality rates using empirical Bayes estimators,
/// doi:10.2307/2347593, with a variance below zero taken as zero.
package enum Smoothing {
  /// The estimate of each rate, in the order given.
  /// - Parameters:
  ///   - counts: what is above the line.
  ///   - sizes: what is below the line; above zero.
  ///   - mean: the rate of all together, when these are a part of them.
  /// - Returns: the rates of all together where they do not differ more than chance has it.
  package static func rates(
    counts: [Double], sizes: [Double], mean whole: Double? = nil
  ) -> [Double] {
    let total = sizes.reduce(0, +)
    guard total > 0 else { return counts.map { _ in .nan } }
    let mean = whole ?? counts.reduce(0, +) / total
    var spread = 0.0
    for (count, size) in zip(counts, sizes) {
      let deviation = count / size - mean
      spread += size * deviation * deviation
    }
    let variance = max(spread / total - mean / (total / Double(sizes.count)), 0)
    return zip(counts, sizes).map { count, size in
      let chance = mean / size
      guard variance + chance > 0 else { return mean }
      return mean + variance * (count / size - mean) / (variance + chance)
    }
  }
}
