/// How the weight of a record thins out with distance.
///
/// All kernels integrate to 1 over the plane. For the first three the bandwidth h is the distance at
/// which nothing is left; for the Gaussian it is the standard deviation along each axis. With u = d / h:
/// quartic 3/(πh²)(1−u²)², Epanechnikov 2/(πh²)(1−u²), triweight 4/(πh²)(1−u²)³, Gaussian
/// 1/(2πh²) exp(−u²/2). Source: B. W. Silverman, Density Estimation, 1986, §4.2.
public enum Kernel: String, Hashable, Sendable, CaseIterable {
  /// Also called biweight; what heatmaps of GIS programs use.
  case quartic
  /// The least mean squared error, with a kink at its edge.
  case epanechnikov
  /// Smoother than the quartic.
  case triweight
  /// Without an edge; weights beyond 8.5 standard deviations, together under 1e-15, are left out.
  case gaussian

  /// The power of (1 − u²), or nil for the Gaussian.
  var power: Int? {
    switch self {
    case .epanechnikov: 1
    case .quartic: 2
    case .triweight: 3
    case .gaussian: nil
    }
  }

  /// The distance in bandwidths from which a record has no weight.
  public var reach: Double { self == .gaussian ? 8.5 : 1 }

  /// The bandwidth with the same variance as a Gaussian of standard deviation 1: √6, √8, √10 or 1.
  public var bandwidthOfUnitVariance: Double {
    switch self {
    case .epanechnikov: 6.0.squareRoot()
    case .quartic: 8.0.squareRoot()
    case .triweight: 10.0.squareRoot()
    case .gaussian: 1
    }
  }

  /// The integral of the squared kernel at bandwidth 1, which decides how much a density varies by
  /// chance.
  public var roughness: Double {
    switch self {
    case .epanechnikov: 4 / (3 * Double.pi)
    case .quartic: 9 / (5 * Double.pi)
    case .triweight: 16 / (7 * Double.pi)
    case .gaussian: 1 / (4 * Double.pi)
    }
  }

  /// The value at distance zero for bandwidth 1.
  var peak: Double {
    guard let power else { return 1 / (2 * Double.pi) }
    return Double(power + 1) / Double.pi
  }
}
