/// How many records, and how many different addresses, lie near the middles of cells.
///
/// Near is weighed: a record at the middle counts 1, one at the distance d counts (1 − d²/h²)², and one
/// at h or farther nothing. So a weight of ten means at least ten records within h. Counts without
/// weights would give records away: where the number within h changes by one, a circle of radius h runs
/// around the very record, and from the border between what is shown and what is not those circles, and
/// with them the records, can be found again. The weights here change smoothly, as a density does.
/// Coordinates within the same metre are one address. Records that an ``AddressLimit`` leaves out do not
/// count.
struct NearbyRecords: Sendable {
  private let points: HeatmapPoints
  private let addresses: HeatmapPoints
  /// The addresses of which more than a few records count, with how many.
  private let heavy: [(x: Double, y: Double, counted: Double)]
  private let distance: Double
  private let frame: CellFrame

  init(
    _ points: HeatmapPoints, within distance: Double, frame: CellFrame, limit: AddressLimit?
  ) {
    self.distance = distance
    self.frame = frame
    // A metre more, so that no address is cut in two.
    let points = points.near(frame, within: distance + 1)
    let numbers = AddressNumbers(points)
    let addresses = numbers.places(points)
    let counted = numbers.sums(points.counted)
    heavy = counted.indices.filter { counted[$0] > limit?.records ?? .infinity }.map {
      (addresses.x[$0], addresses.y[$0], counted[$0])
    }
    self.points = points.weighted(points.counted)
    self.addresses = addresses.weighted([Double](repeating: 1, count: addresses.count))
  }

  /// The weighed number of records near each cell.
  func records(tasks: Int) async -> [Double] { await weights(points, tasks: tasks) }

  /// The weighed number of addresses near each cell.
  func addresses(tasks: Int) async -> [Double] { await weights(addresses, tasks: tasks) }

  /// The most that one address counts for near each cell, weighed; 0 where none of which more count
  /// than a limit lets any address.
  func largest() -> [Double] {
    var largest = [Double](repeating: 0, count: frame.count)
    for address in heavy {
      let x = (address.x - frame.minX) / frame.cellSize
      let y = (address.y - frame.minY) / frame.cellSize
      let reach = distance / frame.cellSize
      let rows = frame.places(around: y, reach: reach, count: frame.rows)
      let columns = frame.places(around: x, reach: reach, count: frame.columns)
      for row in rows {
        for column in columns {
          let (dx, dy) = (Double(column) + 0.5 - x, Double(row) + 0.5 - y)
          let u = 1 - (dx * dx + dy * dy) / (reach * reach)
          guard u > 0 else { continue }
          let cell = row * frame.columns + column
          largest[cell] = max(largest[cell], address.counted * u * u)
        }
      }
    }
    return largest
  }

  private func weights(_ points: HeatmapPoints, tasks: Int) async -> [Double] {
    let kernel = Kernel.quartic
    let atMiddle = kernel.peak / (distance * distance)
    return await KernelSum(kernel: kernel, points: points, bandwidths: [distance], frame: frame)
      .values(tasks: tasks).map { $0 / atMiddle }
  }
}

extension CellFrame {
  /// The rows or columns, of `count`, of which the middle may lie within `reach` cells of a place.
  fileprivate func places(around place: Double, reach: Double, count: Int) -> Range<Int> {
    let low = min(max((place - reach - 0.5).rounded(.down), 0), Double(count))
    let high = min(max((place + reach + 0.5).rounded(.up), low), Double(count))
    return Int(low)..<Int(high)
  }
}
