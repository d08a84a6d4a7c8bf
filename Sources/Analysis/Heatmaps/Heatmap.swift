internal import Geometry

/// How a density makes up for what lies outside the window.
///
/// P. Diggle, A kernel method for smoothing point process data, 1985, doi:10.2307/2347366;
/// M. C. Jones, Simple boundary correction for kernel density estimation, 1993,
/// doi:10.1007/BF00147776.
public enum EdgeCorrection: String, Hashable, Sendable, CaseIterable {
  /// Not at all: the map fades towards the boundary.
  case none
  /// Every place is divided by the share of its own kernel that lies in the window.
  case uniform
  /// Every point is divided by that share: the integral over the window is the sum of the weights.
  case diggle
}

/// A kernel density of points in a window, ready to be evaluated on grids.
///
/// The density at u is Σ wᵢ k(u − xᵢ), corrected at the edge of the window. With `isAdaptive` each point
/// has a bandwidth of its own (I. S. Abramson, On bandwidth variation in kernel estimates, 1982,
/// doi:10.1214/aos/1176345986): h₀ · min(f̃(xᵢ)^−½ / γ, 5), where f̃ is the density with bandwidth h₀ and
/// γ the geometric mean of f̃^−½ over the records.
public struct Heatmap: Sendable {
  /// The points in the window, limited per address when there is a limit.
  public let points: HeatmapPoints
  /// How much one address may count for; nil for all that it has.
  public let addressLimit: AddressLimit?
  /// The number of records outside the window, which take no part.
  public let outsideCount: Int
  /// The window.
  public let window: Window
  /// The kernel.
  public let kernel: Kernel
  /// The bandwidth in metres; of adaptive ones the global h₀.
  public let bandwidth: Double
  /// The correction at the edge.
  public let edge: EdgeCorrection
  /// The bandwidth of each point, or the one of all.
  public let bandwidths: [Double]
  private let weights: [Double]

  /// The smallest bandwidth of any point.
  public var smallestBandwidth: Double { bandwidths.min() ?? bandwidth }

  /// The most that a bandwidth grows in sparse places, as a multiple.
  public static let adaptiveLimit = 5.0

  /// Prepares a density.
  /// - Parameters:
  ///   - points: those outside the window are left out and counted.
  ///   - minimumBandwidth: adaptive bandwidths are not smaller than this.
  ///   - limit: how much one address may count for, around it within the smallest bandwidth.
  ///   - tasks: how many tasks work at the same time; no result depends on it.
  /// - Throws: ``HeatmapError``: `noPoints`, `badBandwidth`, `bandwidthLargerThanWindow`,
  ///   `uniformWithAdaptive`.
  public init(
    _ points: HeatmapPoints, in window: Window, kernel: Kernel, bandwidth: Double,
    edge: EdgeCorrection, isAdaptive: Bool = false, minimumBandwidth: Double = 0,
    limit: AddressLimit? = nil, tasks: Int = 1
  ) async throws(HeatmapError) {
    guard bandwidth > 0, bandwidth.isFinite else { throw .badBandwidth(bandwidth) }
    let extent = max(window.box.width, window.box.height)
    guard bandwidth <= extent else { throw .bandwidthLargerThanWindow(bandwidth, extent: extent) }
    guard !isAdaptive || edge != .uniform else { throw .uniformWithAdaptive }
    let isInside = window.contains(points.positions)
    let all = points.filtered { isInside[$0] }
    guard all.count > 0 else { throw .noPoints }
    outsideCount = points.recordCount - all.recordCount
    var own = all
    if let limit {
      let narrowest =
        isAdaptive && minimumBandwidth > 0 ? min(minimumBandwidth, bandwidth) : bandwidth
      own = await all.limited(limit, within: narrowest, tasks: tasks)
    }
    self.points = own
    addressLimit = limit
    self.window = window
    self.kernel = kernel
    self.bandwidth = bandwidth
    self.edge = edge
    let bandwidths =
      isAdaptive
      ? await Self.adapted(
        own, window: window, kernel: kernel, bandwidth: bandwidth, edge: edge,
        minimum: minimumBandwidth, tasks: tasks)
      : [bandwidth]
    self.bandwidths = bandwidths
    weights =
      edge == .diggle
      ? zip(own.weights, window.masses(at: own, kernel: kernel, bandwidths: bandwidths)).map {
        $0 / $1
      }
      : own.weights
  }

  /// Abramson's bandwidths.
  private static func adapted(
    _ points: HeatmapPoints, window: Window, kernel: Kernel, bandwidth: Double,
    edge: EdgeCorrection, minimum: Double, tasks: Int
  ) async -> [Double] {
    var pilot = await PointDensity(kernel: kernel, bandwidth: bandwidth).values(
      at: Array(0..<points.count), of: points, leavesOut: false, tasks: tasks)
    if edge == .diggle {
      let masses = window.masses(at: points, kernel: kernel, bandwidths: [bandwidth])
      for index in pilot.indices { pilot[index] /= masses[index] }
    }
    // A place of weight nought takes no part, and has no density to follow from either.
    var logs = 0.0
    var records = 0.0
    for (density, count) in zip(pilot, points.records) where density > 0 {
      logs += Double(count) * naturalLogarithm(density)
      records += Double(count)
    }
    let middle = records > 0 ? exponential(logs / records) : 1
    return pilot.map { density in
      guard density > 0 else { return bandwidth }
      let factor = min((middle / density).squareRoot(), adaptiveLimit)
      return max(bandwidth * factor, minimum)
    }
  }

  /// The density at the middles of the cells of `frame`, per square metre.
  public func values(on frame: CellFrame, tasks: Int = 1) async -> [Double] {
    await values(on: frame, showing: nil, tasks: tasks).values
  }

  /// The density on `frame`, and what is needed to decide which cells may be shown.
  ///
  /// Cells of which no middle within two cells lies in the window have the value 0.
  /// - Parameter shown: the part of the window that is drawn, for instance one gemeente of several.
  /// - Complexity: O(points · cells within reach + sides of the window · cells within reach).
  public func surface(
    on frame: CellFrame, showing shown: Window? = nil, tasks: Int = 1
  ) async -> DensitySurface {
    let (values, isInside, isNear) = await values(on: frame, showing: shown, tasks: tasks)
    let nearby = NearbyRecords(points, within: smallestBandwidth, frame: frame, limit: addressLimit)
    return DensitySurface(
      frame: frame, values: values, isInside: isInside, isNear: isNear,
      records: await nearby.records(tasks: tasks),
      addresses: await nearby.addresses(tasks: tasks), largest: nearby.largest())
  }

  /// The density of the cells that are shown or nearly so, and which these are.
  private func values(
    on frame: CellFrame, showing shown: Window?, tasks: Int
  ) async -> (values: [Double], isInside: [Bool], isNear: [Bool]) {
    let centers = frame.centers
    let isInside = (shown ?? window).contains(centers)
    let isNear = frame.dilated(isInside, by: DensitySurface.margin)
    var values = await KernelSum(
      kernel: kernel, points: points.weighted(weights), bandwidths: bandwidths, frame: frame
    ).values(tasks: tasks)
    if edge == .uniform {
      let masses = await window.masses(
        at: frame, inside: shown == nil ? isInside : window.contains(centers), kernel: kernel,
        bandwidth: bandwidth, tasks: tasks)
      for cell in values.indices where masses[cell] > 1e-3 { values[cell] /= masses[cell] }
    }
    for cell in values.indices where !isNear[cell] { values[cell] = 0 }
    return (values, isInside, isNear)
  }

  /// The exact kernel sums of points at the middles of the cells of `frame`, without a window, per
  /// square metre.
  /// - Throws: ``HeatmapError/badBandwidth(_:)``.
  public static func sums(
    of points: HeatmapPoints, kernel: Kernel, bandwidth: Double, on frame: CellFrame,
    tasks: Int = 1
  ) async throws(HeatmapError) -> [Double] {
    guard bandwidth > 0, bandwidth.isFinite else { throw .badBandwidth(bandwidth) }
    return await KernelSum(
      kernel: kernel, points: points, bandwidths: [bandwidth], frame: frame
    ).values(tasks: tasks)
  }

  /// The density at each place of ``points``, itself included, per square metre.
  public func valuesAtPoints(tasks: Int = 1) async -> [Double] {
    precondition(bandwidths.count == 1, "only for one bandwidth")
    var values = await PointDensity(kernel: kernel, bandwidth: bandwidth).values(
      at: Array(0..<points.count), of: points.weighted(weights), leavesOut: false, tasks: tasks)
    if edge == .uniform {
      let masses = window.masses(at: points, kernel: kernel, bandwidths: [bandwidth])
      for index in values.indices { values[index] /= masses[index] }
    }
    return values
  }
}
