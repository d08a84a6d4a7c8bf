/// The density of records in proportion to that of inhabitants.
///
/// The ratio of two densities that each integrate to 1, with the same kernel, bandwidth and correction:
/// 1 where records are as dense as inhabitants let expect, 2 where twice as dense. J. E. Kelsall,
/// P. J. Diggle, Kernel estimation of relative risk, 1995, doi:10.2307/3318678.
public struct RelativeRisk: Sendable {
  /// The ratio of each cell, with the counts of the records.
  public let surface: DensitySurface
  /// For each cell the chance of a ratio at least as high if records followed the inhabitants; 0.5 in
  /// cells without a ratio.
  ///
  /// The variance is the asymptotic one of Hazelton and Davies (2009, doi:10.1002/bimj.200810495); the
  /// chance is that of a gamma distribution with mean 1 and this variance, by Wilson and Hilferty (1931,
  /// doi:10.1073/pnas.17.12.684). A normal distribution of the logarithm finds 3 % of cells where 5 %
  /// are meant, since few records make it skew.
  ///
  /// Pointwise: not adjusted for looking at many cells. Not guaranteed near the boundary, where the
  /// variance is somewhat larger.
  public let upperTail: [Double]
  /// Which cells have enough inhabitants within a bandwidth for a ratio.
  public let hasBase: [Bool]

  /// Fewer inhabitants than this under a kernel give no ratio.
  public static let minimumInhabitants = 50.0

  /// Compares two densities.
  /// - Parameters:
  ///   - records: how dense records are, and on which grid.
  ///   - inhabitants: the density of inhabitants on the same grid.
  ///   - map: the heatmap of the records; gives kernel, bandwidth and totals.
  ///   - inhabitantTotal: the inhabitants of the window.
  /// - Precondition: both are on the same grid.
  public init(
    records: DensitySurface, inhabitants: [Double], map: Heatmap, inhabitantTotal: Double
  ) {
    precondition(records.values.count == inhabitants.count, "two grids")
    let recordTotal = map.points.totalWeight
    let recordCount = map.points.countedTotal
    let disc = map.bandwidth * map.bandwidth / map.kernel.peak
    let spread =
      map.kernel.roughness * (1 / recordCount + 1 / inhabitantTotal)
      / (map.bandwidth * map.bandwidth)
    var ratios = [Double](repeating: 0, count: inhabitants.count)
    var tails = [Double](repeating: 0.5, count: inhabitants.count)
    var hasBase = [Bool](repeating: false, count: inhabitants.count)
    for cell in inhabitants.indices where inhabitants[cell] * disc >= Self.minimumInhabitants {
      let f = recordTotal > 0 ? records.values[cell] / recordTotal : 0
      let g = inhabitants[cell] / inhabitantTotal
      hasBase[cell] = true
      ratios[cell] = f / g
      let pooled = (recordCount * f + inhabitantTotal * g) / (recordCount + inhabitantTotal)
      let ninth = spread / pooled / 9
      let deviation = cubeRoot(f / g) - (1 - ninth)
      tails[cell] = f > 0 ? Heatmaps.upperTail(deviation / ninth.squareRoot()) : 1
    }
    surface = records.with(values: ratios)
    upperTail = tails
    self.hasBase = hasBase
  }
}
