#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The sum of the kernels of all points at some of the points themselves.
struct PointDensity: Sendable {
  let kernel: Kernel
  let bandwidth: Double

  /// The sums per square metre at the points numbered `places`.
  /// - Parameter leavesOut: whether a point itself takes no part in its own sum.
  /// - Complexity: O(places · points within reach north and south).
  func values(
    at places: [Int], of points: HeatmapPoints, leavesOut: Bool, tasks: Int
  ) async -> [Double] {
    let reach = bandwidth * kernel.reach
    let inverse = 1 / (bandwidth * bandwidth)
    let limit = kernel.reach * kernel.reach
    let scale = kernel.peak * inverse
    return await RowBlocks.collect(rows: places.count, tasks: tasks) { [kernel] block in
      block.map { number in
        let place = places[number]
        let (x, y) = (points.x[place], points.y[place])
        var sum = 0.0
        for other in points.range(from: y - reach, to: y + reach) {
          let dx = points.x[other] - x
          let dy = points.y[other] - y
          let u = (dx * dx + dy * dy) * inverse
          guard u < limit, !(leavesOut && other == place) else { continue }
          switch kernel {
          case .epanechnikov: sum += points.weights[other] * (1 - u)
          case .quartic: sum += points.weights[other] * ((1 - u) * (1 - u))
          case .triweight: sum += points.weights[other] * ((1 - u) * (1 - u) * (1 - u))
          case .gaussian: sum += points.weights[other] * exp(-u / 2)
          }
        }
        return sum * scale
      }
    }
  }
}
