#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import Geometry

extension Window {
  /// The share of a kernel around each position that lies in the window.
  ///
  /// Exact for a window of straight sides: in polar coordinates around the position the integral over
  /// the window is that over its boundary, which for (1−u²)ᵐ is a polynomial and an angle, and for the
  /// Gaussian Owen's T. Only sides within reach count. At a corner of the window itself it is that of a
  /// straight boundary.
  /// - Parameters:
  ///   - bandwidths: one for all, or one per position.
  func masses(at points: HeatmapPoints, kernel: Kernel, bandwidths: [Double]) -> [Double] {
    let positions = points.positions
    let farthest = (bandwidths.max() ?? 0) * kernel.reach
    var masses = contains(positions).map { $0 ? 1.0 : 0 }
    for side in sides {
      let south = min(side.ay, side.by) - farthest
      let north = max(side.ay, side.by) + farthest
      let west = min(side.ax, side.bx) - farthest
      let east = max(side.ax, side.bx) + farthest
      for index in points.range(from: south, to: north) {
        let position = positions[index]
        guard position.x >= west, position.x <= east else { continue }
        let h = bandwidths.count == 1 ? bandwidths[0] : bandwidths[index]
        masses[index] -= side.missing(from: position, kernel: kernel, bandwidth: h)
      }
    }
    return masses
  }

  /// The same at the middles of the cells of a frame; `inside` tells which of them lie in the window.
  func masses(
    at frame: CellFrame, inside: [Bool], kernel: Kernel, bandwidth: Double, tasks: Int
  ) async -> [Double] {
    let reach = bandwidth * kernel.reach
    let cell = frame.cellSize
    return await RowBlocks.collect(rows: frame.rows, tasks: tasks) { [sides] rows in
      let start = rows.lowerBound * frame.columns
      var masses = inside[start..<(rows.upperBound * frame.columns)].map { $0 ? 1.0 : 0 }
      for side in sides {
        let low = (min(side.ay, side.by) - reach - frame.minY) / cell - 0.5
        let high = (max(side.ay, side.by) + reach - frame.minY) / cell - 0.5
        let west = (min(side.ax, side.bx) - reach - frame.minX) / cell - 0.5
        let east = (max(side.ax, side.bx) + reach - frame.minX) / cell - 0.5
        guard high >= 0, east >= 0, low < Double(frame.rows), west < Double(frame.columns) else {
          continue
        }
        let firstRow = max(Int(low.rounded(.up)), rows.lowerBound)
        let lastRow = min(Int(high.rounded(.down)), rows.upperBound - 1)
        let firstColumn = max(Int(west.rounded(.up)), 0)
        let lastColumn = min(Int(east.rounded(.down)), frame.columns - 1)
        guard firstRow <= lastRow, firstColumn <= lastColumn else { continue }
        for row in firstRow...lastRow {
          for column in firstColumn...lastColumn {
            masses[row * frame.columns + column - start] -= side.missing(
              from: frame.center(column: column, row: row), kernel: kernel, bandwidth: bandwidth)
          }
        }
      }
      return masses
    }
  }
}

extension Window.Side {
  /// The part of a kernel around `position` that lies behind this side, seen from the position.
  ///
  /// Negative for a side that faces away; over all sides, what the window lacks of the kernel.
  @inline(__always)
  func missing(from position: Position, kernel: Kernel, bandwidth: Double) -> Double {
    let (ax, ay) = ((self.ax - position.x) / bandwidth, (self.ay - position.y) / bandwidth)
    let (bx, by) = ((self.bx - position.x) / bandwidth, (self.by - position.y) / bandwidth)
    let (ux, uy) = (bx - ax, by - ay)
    let length = (ux * ux + uy * uy).squareRoot()
    // The distance to the line, positive when the position lies on the side of the window.
    var d = (ax * uy - ay * ux) / length
    let reach = kernel.reach
    guard abs(d) < reach else { return 0 }
    let half = (reach * reach - d * d).squareRoot()
    let from = max((ax * ux + ay * uy) / length, -half)
    let to = min((bx * ux + by * uy) / length, half)
    guard from < to else { return 0 }
    // A position on the line itself counts as one in the window, as `contains` has it.
    if d == 0 { d = Double.leastNormalMagnitude }
    guard let power = kernel.power else {
      let h = abs(d)
      let near = from > 0 ? from : to < 0 ? -to : 0
      // Of a side that is short for its distance five nodes give all digits, many times faster.
      if (to - from) * (to - from) < min(0.06 * (d * d + near * near), 0.25) {
        return shortSide(d, from, to)
      }
      let part = owenT(h, to / h) - owenT(h, from / h)
      return d > 0 ? part : -part
    }
    let part =
      atan(to / d) - atan(from / d) + d * (polynomial(power, d, to) - polynomial(power, d, from))
    return part / (2 * Double.pi)
  }

  /// The Gaussian over the triangle and beyond of a short side: ∫ d / r² exp(−r²/2) dt / 2π, where
  /// r² = d² + t², by Gauss-Legendre quadrature.
  private func shortSide(_ d: Double, _ from: Double, _ to: Double) -> Double {
    let (middle, half) = ((from + to) / 2, (to - from) / 2)
    func value(_ place: Double) -> Double {
      let t = middle + half * place
      let square = d * d + t * t
      return exp(-square / 2) / square
    }
    let inner = 0.538_469_310_105_683_1
    let outer = 0.906_179_845_938_664_0
    let sum =
      0.568_888_888_888_888_9 * value(0)
      + 0.478_628_670_499_366_5 * (value(inner) + value(-inner))
      + 0.236_926_885_056_189_1 * (value(outer) + value(-outer))
    return d * half * sum / (2 * Double.pi)
  }

  /// The integral of ((1 − r²)ⁿ − 1) / r² over the line to `t`, where r² = d² + t² and n is the power of
  /// the kernel and one.
  @inline(__always)
  private func polynomial(_ power: Int, _ d: Double, _ t: Double) -> Double {
    let (a, s) = (d * d, t * t)
    let second = t * (a + s / 3)
    switch power {
    case 1: return -2 * t + second
    case 2: return -3 * t + 3 * second - t * (a * a + 2 * a * s / 3 + s * s / 5)
    default:
      let third = t * (a * a + 2 * a * s / 3 + s * s / 5)
      let fourth = t * (a * a * a + a * a * s + 3 * a * s * s / 5 + s * s * s / 7)
      return -4 * t + 6 * second - 4 * third + fourth
    }
  }
}
