/// Points in a plane, one for each area, with a grid to find those that are near.
///
/// Coordinates are finite and in a unit of length, for instance metres in RD New.
/// - Complexity: built in O(n); a search looks at the cells around the point only.
public struct Sites: Sendable {
  /// The eastings.
  public let x: [Double]
  /// The northings.
  public let y: [Double]
  private let originX: Double
  private let originY: Double
  private let cell: Double
  private let columns: Int
  private let rows: Int
  private let starts: [Int32]
  private let members: [Int32]

  /// Makes a grid over points.
  public init(x: [Double], y: [Double]) {
    precondition(x.count == y.count, "as many eastings as northings")
    self.x = x
    self.y = y
    let count = max(x.count, 1)
    originX = x.min() ?? 0
    originY = y.min() ?? 0
    let width = (x.max() ?? 0) - originX
    let height = (y.max() ?? 0) - originY
    // About two points a cell, and never more than a few cells a point for points on a line.
    let side = (max(width * height, 0) / Double(count) * 2).squareRoot()
    cell = max(side, max(width, height) / Double(count), .leastNormalMagnitude)
    columns = Int(width / cell) + 1
    rows = Int(height / cell) + 1
    var counts = [Int32](repeating: 0, count: columns * rows + 1)
    var cells = [Int](repeating: 0, count: x.count)
    for index in x.indices {
      let column = min(Int((x[index] - originX) / cell), columns - 1)
      let row = min(Int((y[index] - originY) / cell), rows - 1)
      cells[index] = row * columns + column
      counts[cells[index] + 1] += 1
    }
    for index in 0..<(columns * rows) { counts[index + 1] += counts[index] }
    var filled = counts
    var members = [Int32](repeating: 0, count: x.count)
    for index in x.indices {
      members[Int(filled[cells[index]])] = Int32(index)
      filled[cells[index]] += 1
    }
    starts = counts
    self.members = members
  }

  /// The number of points.
  public var count: Int { x.count }

  /// The squared distance between two points.
  public func squaredDistance(_ a: Int, _ b: Int) -> Double {
    (x[a] - x[b]) * (x[a] - x[b]) + (y[a] - y[b]) * (y[a] - y[b])
  }

  /// Calls `body` with each other point within `distance`, the distance itself included.
  func forEach(within distance: Double, of site: Int, _ body: (Int, _ squared: Double) -> Void) {
    let limit = distance * distance
    for row in range(y[site] - originY, distance, rows) {
      for column in range(x[site] - originX, distance, columns) {
        let index = row * columns + column
        for place in Int(starts[index])..<Int(starts[index + 1]) {
          let other = Int(members[place])
          guard other != site else { continue }
          let squared = squaredDistance(site, other)
          if squared <= limit { body(other, squared) }
        }
      }
    }
  }

  private func range(_ offset: Double, _ distance: Double, _ limit: Int) -> ClosedRange<Int> {
    func place(_ value: Double) -> Int {
      Int(min(max((value / cell).rounded(.down), 0), Double(limit - 1)))
    }
    // One cell more on both sides, since a quotient may be rounded over an edge.
    return max(place(offset - distance) - 1, 0)...min(place(offset + distance) + 1, limit - 1)
  }

  /// The nearest other points in order of distance; of equal distances the lower number first.
  func nearest(_ number: Int, of site: Int) -> [(site: Int, squared: Double)] {
    let wanted = min(number, count - 1)
    guard wanted > 0 else { return [] }
    var reach = cell
    let furthest = Double(columns + rows) * cell * 2
    while true {
      var found: [(site: Int, squared: Double)] = []
      forEach(within: reach, of: site) { found.append(($0, $1)) }
      if found.count >= wanted || reach > furthest {
        found.sort { ($0.squared, $0.site) < ($1.squared, $1.site) }
        return Array(found.prefix(wanted))
      }
      reach *= 2
    }
  }
}
