#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The sum of the kernels of points at the middles of cells.
///
/// Every point is added to every cell within its reach, none approximated. Of a row of cells the
/// columns within reach follow from one square root, and the kernel is then a polynomial of the easting.
/// Coordinates are counted from the corner of the frame. The points of a cell are added in the order of
/// ``HeatmapPoints``, whatever the number of tasks.
/// - Complexity: O(points · cells within reach).
struct KernelSum: Sendable {
  let kernel: Kernel
  let points: HeatmapPoints
  /// One bandwidth for all points, or one for each.
  let bandwidths: [Double]
  let frame: CellFrame

  /// The sums per square metre.
  func values(tasks: Int) async -> [Double] {
    let farthest = (bandwidths.max() ?? 0) * kernel.reach
    let centers = (0..<frame.columns).map { (Double($0) + 0.5) * frame.cellSize }
    return await RowBlocks.collect(rows: frame.rows, tasks: tasks) { [self] rows in
      var sums = [Double](repeating: 0, count: rows.count * frame.columns)
      let south = frame.minY + Double(rows.lowerBound) * frame.cellSize
      let north = frame.minY + Double(rows.upperBound) * frame.cellSize
      let near = points.range(from: south - farthest, to: north + farthest)
      unsafe sums.withUnsafeMutableBufferPointer { sums in
        unsafe centers.withUnsafeBufferPointer { centers in
          for point in near {
            if let power = kernel.power {
              unsafe add(point, power: power, rows: rows, centers: centers, to: sums)
            } else {
              unsafe addGaussian(point, rows: rows, to: sums)
            }
          }
        }
        // Rounding at the very edge of a kernel can leave a grain below zero.
        for index in sums.indices where unsafe sums[index] < 0 { unsafe sums[index] = 0 }
      }
      return sums
    }
  }

  private func bandwidth(_ point: Int) -> Double {
    bandwidths.count == 1 ? bandwidths[0] : bandwidths[point]
  }

  /// The rows of `rows` within `reach` of a point, `y` being its northing in the frame.
  private func rows(near y: Double, reach: Double, in rows: Range<Int>) -> Range<Int> {
    let low = Int(((y - reach) / frame.cellSize - 0.5).rounded(.up))
    let high = Int(((y + reach) / frame.cellSize - 0.5).rounded(.down))
    let first = max(low, rows.lowerBound)
    return first..<max(first, min(high + 1, rows.upperBound))
  }

  @inline(__always)
  private func add(
    _ point: Int, power: Int, rows: Range<Int>, centers: UnsafeBufferPointer<Double>,
    to sums: UnsafeMutableBufferPointer<Double>
  ) {
    let h = bandwidth(point)
    let x = points.x[point] - frame.minX
    let y = points.y[point] - frame.minY
    guard x > -h, x < Double(frame.columns) * frame.cellSize + h else { return }
    let scale = points.weights[point] * kernel.peak / (h * h)
    let inverse = 1 / (h * h)
    let perCell = 1 / frame.cellSize
    let columns = frame.columns
    for row in self.rows(near: y, reach: h, in: rows) {
      let dy = (Double(row) + 0.5) * frame.cellSize - y
      let atCenter = 1 - dy * dy * inverse
      guard atCenter > 0 else { continue }
      let half = h * atCenter.squareRoot()
      let west = (x - half) * perCell - 0.5
      let east = (x + half) * perCell - 0.5
      guard east >= 0, west <= Double(columns - 1) else { continue }
      // Both are above −1 here or cut off, so truncation rounds as wanted.
      var first = west > 0 ? Int(west) : 0
      if Double(first) < west { first += 1 }
      let last = east < Double(columns) ? Int(east) : columns - 1
      guard first <= last else { continue }
      let start = (row - rows.lowerBound) * columns
      let line = unsafe UnsafeMutableBufferPointer(rebasing: sums[start..<(start + columns)])
      switch power {
      case 1:
        for column in first...min(last, columns - 1) {
          let dx = unsafe centers[column] - x
          unsafe line[column] += scale * (atCenter - dx * dx * inverse)
        }
      case 2:
        for column in first...min(last, columns - 1) {
          let dx = unsafe centers[column] - x
          let u = atCenter - dx * dx * inverse
          unsafe line[column] += scale * (u * u)
        }
      default:
        for column in first...min(last, columns - 1) {
          let dx = unsafe centers[column] - x
          let u = atCenter - dx * dx * inverse
          unsafe line[column] += scale * (u * u * u)
        }
      }
    }
  }

  /// Adds a Gaussian, which is the product of one along each axis.
  ///
  /// From one cell to the next the exponential is multiplied by a factor that itself changes by a
  /// constant one; starting at the point, this keeps 12 digits over the 8.5 standard deviations.
  private func addGaussian(
    _ point: Int, rows: Range<Int>, to sums: UnsafeMutableBufferPointer<Double>
  ) {
    let sigma = bandwidth(point)
    let reach = sigma * kernel.reach
    let x = points.x[point] - frame.minX
    let y = points.y[point] - frame.minY
    let near = self.rows(near: y, reach: reach, in: rows)
    guard !near.isEmpty else { return }
    let cell = frame.cellSize
    let columns = frame.columns
    let first = max(Int(((x - reach) / cell - 0.5).rounded(.up)), 0)
    let last = min(Int(((x + reach) / cell - 0.5).rounded(.down)), columns - 1)
    guard first <= last else { return }
    let factor = -1 / (2 * sigma * sigma)
    var line = [Double](repeating: 0, count: last - first + 1)
    let start = min(max(Int(x / cell), first), last)
    let offset = (Double(start) + 0.5) * cell - x
    let change = exp(2 * factor * cell * cell)
    for direction in [1.0, -1.0] {
      var value = exp(factor * offset * offset)
      var step = exp(factor * (2 * direction * offset * cell + cell * cell))
      var column = start
      while column >= first, column <= last {
        line[column - first] = value
        value *= step
        step *= change
        column += Int(direction)
      }
    }
    let scale = points.weights[point] * kernel.peak / (sigma * sigma)
    let width = line.count
    unsafe line.withUnsafeBufferPointer { line in
      for row in near {
        let dy = (Double(row) + 0.5) * cell - y
        let height = scale * exp(factor * dy * dy)
        let begin = (row - rows.lowerBound) * columns + first
        let target = unsafe UnsafeMutableBufferPointer(rebasing: sums[begin..<(begin + width)])
        for index in 0..<width { unsafe target[index] += height * line[index] }
      }
    }
  }
}
