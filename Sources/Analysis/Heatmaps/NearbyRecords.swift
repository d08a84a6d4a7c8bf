/// How many records, and how many different addresses, lie within a distance of the middles of cells.
///
/// Counted exactly: each place is an interval of columns in each row. Coordinates within the same metre
/// are one address.
struct NearbyRecords: Sendable {
  private let points: HeatmapPoints
  private let addresses: HeatmapPoints
  private let distance: Double
  private let frame: CellFrame

  init(_ points: HeatmapPoints, within distance: Double, frame: CellFrame) {
    self.points = points
    self.distance = distance
    self.frame = frame
    var seen: Set<SIMD2<Double>> = []
    addresses = points.filtered { index in
      seen.insert(SIMD2(points.x[index].rounded(.down), points.y[index].rounded(.down))).inserted
    }
  }

  /// The number of records near each cell.
  func records(tasks: Int) async -> [Int32] {
    await counts(points, tasks: tasks) { points, index in points.records[index] }
  }

  /// The number of addresses near each cell.
  func addresses(tasks: Int) async -> [Int32] {
    await counts(addresses, tasks: tasks) { _, _ in 1 }
  }

  private func counts(
    _ points: HeatmapPoints, tasks: Int, amount: @escaping @Sendable (HeatmapPoints, Int) -> Int32
  ) async -> [Int32] {
    let (frame, distance) = (frame, distance)
    return await RowBlocks.collect(rows: frame.rows, tasks: tasks) { rows in
      var counts: [Int32] = []
      counts.reserveCapacity(rows.count * frame.columns)
      for row in rows {
        var changes = [Int32](repeating: 0, count: frame.columns + 1)
        let y = frame.minY + (Double(row) + 0.5) * frame.cellSize
        for index in points.range(from: y - distance, to: y + distance) {
          let dy = points.y[index] - y
          let half = max(distance * distance - dy * dy, 0).squareRoot()
          let x = points.x[index] - frame.minX
          let first = max(Int(((x - half) / frame.cellSize - 0.5).rounded(.up)), 0)
          let last = min(
            Int(((x + half) / frame.cellSize - 0.5).rounded(.down)), frame.columns - 1)
          guard first <= last else { continue }
          changes[first] += amount(points, index)
          changes[last + 1] -= amount(points, index)
        }
        var running: Int32 = 0
        for change in changes.dropLast() {
          running += change
          counts.append(running)
        }
      }
      return counts
    }
  }
}
