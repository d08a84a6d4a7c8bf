#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import Geometry

/// How a bandwidth is chosen from points.
///
/// All rules look at different places, each counted once: records heaped on one address would drive the
/// rules that look at near neighbours to nought. They choose the standard deviation σ of a Gaussian; for
/// other kernels the bandwidth with the same variance follows (``Kernel/bandwidthOfUnitVariance``).
/// After the functions of the same names of spatstat (A. Baddeley, E. Rubak, R. Turner, Spatial Point
/// Patterns, 2015, §6.5).
public enum BandwidthRule: String, Hashable, Sendable, CaseIterable {
  /// Scott's rule: the geometric mean of the standard deviations along the axes, times n^(−1/6).
  case scott
  /// Berman and Diggle (1989): the least estimated mean squared error of a Cox process, with the border
  /// correction of Ripley's K; σ is half the radius. Chooses the smallest of the four.
  case diggle
  /// The greatest likelihood of each place by all others (C. Loader, Local Regression and Likelihood,
  /// 1999), with the uniform correction at the edge.
  case ppl
  /// Cronie and Van Lieshout (2018, doi:10.1093/biomet/asy001): Σ 1/λ(xᵢ) comes nearest to the surface
  /// of the window, without correction at the edge.
  case cronieVanLieshout = "cvl"

  /// The bandwidth for `kernel` in metres.
  ///
  /// The last two look from 1/500 to 1/4 of the diagonal of the window. With more than some thousands
  /// of places they sum over an evenly drawn part of them, against all; the correction at the edge is
  /// summed over at most 500 of these.
  /// - Throws: ``HeatmapError``: `noPoints`, `tooFewPoints`.
  /// - Complexity: O(n log n) for Scott, else up to about 2·10⁷ pairs a step, and for `ppl` 500 times the
  ///   sides of the window.
  public func bandwidth(
    of points: HeatmapPoints, in window: Window, kernel: Kernel, tasks: Int = 1
  ) async throws(HeatmapError) -> Double {
    let isInside = window.contains(points.positions)
    let own = points.filtered { isInside[$0] && points.weights[$0] > 0 }
    guard own.count > 0 else { throw .noPoints }
    guard own.count > 1 else { throw .tooFewPoints(own.count) }
    let places = own.weighted([Double](repeating: 1, count: own.count))
    let sigma =
      switch self {
      case .scott: Self.scott(places)
      case .diggle: Self.diggle(places, in: window)
      case .ppl, .cronieVanLieshout:
        await greatest(from: window.diagonal / 500, to: window.diagonal / 4) { sigma in
          await score(sigma, places: places, window: window, tasks: tasks)
        }
      }
    guard sigma > 0 else { throw .tooFewPoints(own.count) }
    return sigma * kernel.bandwidthOfUnitVariance
  }

  /// The places over which the correction at the edge is summed.
  private static let edgePlaces = 500

  private static func scott(_ points: HeatmapPoints) -> Double {
    let n = Double(points.count)
    func deviation(_ values: [Double]) -> Double {
      let mean = values.reduce(0, +) / n
      return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)).squareRoot()
    }
    return (deviation(points.x) * deviation(points.y)).squareRoot() * pow(n, -1.0 / 6)
  }

  /// What the rule wants to be greatest; for tests, and for ``bandwidth(of:in:kernel:tasks:)``.
  func score(
    _ sigma: Double, places: HeatmapPoints, window: Window, tasks: Int
  ) async -> Double {
    let wanted = max(500, 20_000_000 / places.count)
    let step = max((places.count + wanted - 1) / wanted, 1)
    let sample = Array(stride(from: 0, to: places.count, by: step))
    let share = Double(places.count) / Double(sample.count)
    let densities = await PointDensity(kernel: .gaussian, bandwidth: sigma).values(
      at: sample, of: places, leavesOut: self == .ppl, tasks: tasks)
    if self == .cronieVanLieshout {
      return -abs(log(share * densities.reduce(0) { $0 + 1 / $1 } / window.area))
    }
    let stride = max((sample.count + Self.edgePlaces - 1) / Self.edgePlaces, 1)
    let chosen = Swift.stride(from: 0, to: sample.count, by: stride).map { sample[$0] }
    let masses = await RowBlocks.collect(rows: chosen.count, tasks: tasks) { block in
      let own = Set(block.map { chosen[$0] })
      return window.masses(
        at: places.filtered { own.contains($0) }, kernel: .gaussian, bandwidths: [sigma])
    }
    let part = Double(sample.count) / Double(chosen.count)
    // A place without any neighbour within reach rules the bandwidth out.
    return share
      * (densities.reduce(0) { $0 + log($1) } - part * masses.reduce(0) { $0 + log($1) })
  }

  /// The place of the greatest score: the best of 25 in equal ratios, then by golden section.
  private func greatest(
    from low: Double, to high: Double, _ score: (Double) async -> Double
  ) async -> Double {
    let count = 25
    let ratio = log(high / low) / Double(count - 1)
    var best = (place: log(low), score: -Double.infinity)
    for index in 0..<count {
      let place = log(low) + Double(index) * ratio
      let value = await score(exp(place))
      if value > best.score { best = (place, value) }
    }
    let golden = (5.0.squareRoot() - 1) / 2
    var (a, b) = (best.place - ratio, best.place + ratio)
    var (c, d) = (b - golden * (b - a), a + golden * (b - a))
    var (atC, atD) = (await score(exp(c)), await score(exp(d)))
    for _ in 0..<12 {
      if atC > atD {
        (b, d, atD) = (d, c, atC)
        c = b - golden * (b - a)
        atC = await score(exp(c))
      } else {
        (a, c, atC) = (c, d, atD)
        d = a + golden * (b - a)
        atD = await score(exp(d))
      }
    }
    return exp((a + b) / 2)
  }
}

extension Window {
  /// The length of the diagonal of the box in metres.
  var diagonal: Double { (box.width * box.width + box.height * box.height).squareRoot() }
}
