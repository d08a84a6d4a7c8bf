#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How a weight falls with distance u, as a part of the bandwidth; 0 from u = 1 on, but for Gaussian.
public enum WeightKernel: String, Hashable, Sendable, CaseIterable {
  /// 1/2.
  case uniform
  /// 1 − u.
  case triangular
  /// 3/4 (1 − u²).
  case epanechnikov
  /// 15/16 (1 − u²)².
  case quartic
  /// exp(−u²/2) / √(2π), cut off at the bandwidth as PySAL and GeoDa do.
  case gaussian

  func weight(_ u: Double) -> Double {
    switch self {
    case .uniform: return 0.5
    case .triangular: return 1 - u
    case .epanechnikov: return 0.75 * (1 - u * u)
    case .quartic:
      let rest = 1 - u * u
      return 15.0 / 16 * rest * rest
    case .gaussian: return exp(-u * u / 2) / (2 * Double.pi).squareRoot()
    }
  }
}

extension SpatialWeights {
  /// The graph of the `number` nearest points of each; binary, not symmetric.
  ///
  /// Of points at the same distance the one with the lower number comes first. Points on the same
  /// place are neighbours like others. With fewer points than asked for, all others are neighbours.
  /// - Throws: ``SpatialWeightsError/badParameter(_:)`` for a number below 1.
  public static func nearest(
    _ number: Int, _ sites: Sites
  ) throws(SpatialWeightsError) -> SpatialWeights {
    guard number >= 1 else { throw .badParameter(Double(number)) }
    var builder = RowBuilder(count: sites.count)
    for site in 0..<sites.count {
      builder.add(sites.nearest(number, of: site).map { (Int32($0.site), 1) })
    }
    return builder.weights
  }

  /// The graph of all points within a distance, that distance included; binary and symmetric.
  /// - Throws: ``SpatialWeightsError/badParameter(_:)`` for a distance that is not above 0.
  public static func band(
    _ distance: Double, _ sites: Sites
  ) throws(SpatialWeightsError) -> SpatialWeights {
    try within(distance, sites) { _ in 1 }
  }

  /// The largest power of a distance: beyond it only the nearest neighbour would count.
  public static let largestPower = 10.0

  /// The graph of all points within a distance, weighted by the inverse of their distance to a power.
  /// - Throws: ``SpatialWeightsError/samePoint(_:_:)`` when two points lie on the same place;
  ///   ``SpatialWeightsError/badParameter(_:)`` for a distance or power that is not above 0, or a power
  ///   above ``largestPower``.
  public static func inverseDistance(
    _ distance: Double, power: Double = 1, _ sites: Sites
  ) throws(SpatialWeightsError) -> SpatialWeights {
    guard power > 0, power <= largestPower else { throw .badParameter(power) }
    for site in 0..<sites.count {
      var same: Int?
      sites.forEach(within: 0, of: site) { other, _ in same = other }
      if let same { throw .samePoint(site, same) }
    }
    return try within(distance, sites) { power == 1 ? 1 / $0 : pow($0, -power) }
  }

  /// The graph of all points within a bandwidth, weighted by a kernel of their distance.
  ///
  /// A point at the bandwidth itself has weight 0 under kernels that end there, and is no neighbour.
  /// Add the weight of the area itself, when wanted, by ``includingSelf(weight:)``.
  /// - Throws: ``SpatialWeightsError/badParameter(_:)`` for a bandwidth that is not above 0.
  public static func kernel(
    _ kernel: WeightKernel, bandwidth: Double, _ sites: Sites
  ) throws(SpatialWeightsError) -> SpatialWeights {
    try within(bandwidth, sites) { kernel.weight($0 / bandwidth) }
  }

  /// The graph in which all areas of a block are each other's neighbours; binary.
  ///
  /// `blocks` has the number of its block for each area, for instance of its wijk.
  public static func block(_ blocks: [Int]) -> SpatialWeights {
    var members: [Int: [Int32]] = [:]
    for (area, block) in blocks.enumerated() { members[block, default: []].append(Int32(area)) }
    var builder = RowBuilder(count: blocks.count)
    for (area, block) in blocks.enumerated() {
      builder.add((members[block] ?? []).filter { $0 != area }.map { ($0, 1) })
    }
    return builder.weights
  }

  private static func within(
    _ distance: Double, _ sites: Sites, weight: (Double) -> Double
  ) throws(SpatialWeightsError) -> SpatialWeights {
    guard distance > 0, distance.isFinite else { throw .badParameter(distance) }
    var builder = RowBuilder(count: sites.count)
    for site in 0..<sites.count {
      var row: [(Int32, Double)] = []
      sites.forEach(within: distance, of: site) { other, squared in
        let value = weight(squared.squareRoot())
        if value > 0 { row.append((Int32(other), value)) }
      }
      builder.add(row)
    }
    return builder.weights
  }
}

/// Rows of a graph, put together one after the other.
private struct RowBuilder {
  private var starts = [0]
  private var neighbours: [Int32] = []
  private var values: [Double] = []

  init(count: Int) { starts.reserveCapacity(count + 1) }

  mutating func add(_ row: [(Int32, Double)]) {
    for (neighbour, value) in row.sorted(by: { $0.0 < $1.0 }) {
      neighbours.append(neighbour)
      values.append(value)
    }
    starts.append(neighbours.count)
  }

  var weights: SpatialWeights {
    SpatialWeights(starts: starts, neighbours: neighbours, weights: values)
  }
}
