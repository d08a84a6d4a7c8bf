#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How far positions are expected to lie from true ones, in metres.
public struct PositionalError: Hashable, Sendable {
  /// Half of them are nearer.
  public let median: Double
  /// 95 % of them are nearer.
  public let within95: Double
  /// The root of the mean of the squares of distances.
  public let rootMeanSquare: Double

  /// Notes an error that was measured.
  public init(median: Double, within95: Double, rootMeanSquare: Double) {
    self.median = median
    self.within95 = within95
    self.rootMeanSquare = rootMeanSquare
  }

  /// The cell around a coordinate in which the true one lies when it was rounded to the nearest, and how many
  /// coordinates have such a one.
  public struct Cell: Hashable, Sendable {
    /// Half of its width, in metres.
    public let halfWidth: Double
    /// Half of its height, in metres.
    public let halfHeight: Double
    /// The number of coordinates.
    public let count: Int

    /// - Parameters: both above 0.
    public init(halfWidth: Double, halfHeight: Double, count: Int) {
      self.halfWidth = halfWidth
      self.halfHeight = halfHeight
      self.count = count
    }

    /// The farthest that a true position can lie from the coordinate.
    public var reach: Double {
      (halfWidth * halfWidth + halfHeight * halfHeight).squareRoot()
    }

    /// The share of the cell that lies within a distance of its middle.
    func share(within distance: Double) -> Double {
      guard distance < reach else { return 1 }
      // A quarter of the circle, cut off at the sides: the area under it up to x.
      func under(_ x: Double) -> Double {
        let height = max(distance * distance - x * x, 0).squareRoot()
        return (x * height + distance * distance * asin(min(x / distance, 1))) / 2
      }
      let end = min(halfWidth, distance)
      let flat = min(
        max(distance * distance - halfHeight * halfHeight, 0).squareRoot(), end)
      let area = halfHeight * flat + under(end) - under(flat)
      return area / (halfWidth * halfHeight)
    }
  }

  /// The error by rounding alone: true positions lie anywhere in the cells of the coordinates.
  ///
  /// Were coordinates cut off and not rounded, distances are up to twice as large.
  /// - Returns: nil when no cell counts.
  public init?(rounding cells: [Cell]) {
    let cells = cells.filter { $0.count > 0 }
    let total = Double(cells.reduce(0) { $0 + $1.count })
    guard let farthest = cells.map(\.reach).max() else { return nil }
    func distance(_ share: Double) -> Double {
      var (low, high) = (0.0, farthest)
      for _ in 0..<60 {
        let middle = (low + high) / 2
        let within = cells.reduce(0) { $0 + Double($1.count) * $1.share(within: middle) }
        if within < share * total { low = middle } else { high = middle }
      }
      return high
    }
    let squares = cells.reduce(0) { $0 + Double($1.count) * $1.reach * $1.reach / 3 }
    self.init(
      median: distance(0.5), within95: distance(0.95),
      rootMeanSquare: (squares / total).squareRoot())
  }
}
