/// How many records, and how many different addresses, lie near the middles of cells.
///
/// Near is weighed: a record at the middle counts 1, one at the distance d counts (1 − d²/h²)², and one
/// at h or farther nothing. So a weight of ten means at least ten records within h. Counts without
/// weights would give records away: where the number within h changes by one, a circle of radius h runs
/// around the very record, and from the border between what is shown and what is not those circles, and
/// with them the records, can be found again. The weights here change smoothly, as a density does.
/// Coordinates within the same metre are one address.
struct NearbyRecords: Sendable {
  private let points: HeatmapPoints
  private let addresses: HeatmapPoints
  private let distance: Double
  private let frame: CellFrame

  init(_ points: HeatmapPoints, within distance: Double, frame: CellFrame) {
    self.distance = distance
    self.frame = frame
    var seen: Set<SIMD2<Double>> = []
    let addresses = points.filtered { index in
      seen.insert(SIMD2(points.x[index].rounded(.down), points.y[index].rounded(.down))).inserted
    }
    self.points = points.weighted(points.records.map(Double.init))
    self.addresses = addresses.weighted([Double](repeating: 1, count: addresses.count))
  }

  /// The weighed number of records near each cell.
  func records(tasks: Int) async -> [Double] { await weights(points, tasks: tasks) }

  /// The weighed number of addresses near each cell.
  func addresses(tasks: Int) async -> [Double] { await weights(addresses, tasks: tasks) }

  private func weights(_ points: HeatmapPoints, tasks: Int) async -> [Double] {
    let kernel = Kernel.quartic
    let atMiddle = kernel.peak / (distance * distance)
    return await KernelSum(kernel: kernel, points: points, bandwidths: [distance], frame: frame)
      .values(tasks: tasks).map { $0 / atMiddle }
  }
}
