/// Many points, ready to be asked which lie near a place.
///
/// They stand in square cells that hold two points each on average where points lie evenly; a question
/// looks at the cells around a place, ring after ring.
public struct PointGrid: Sendable {
  private let points: [Position]
  private let origin: Position
  private let size: Double
  private let width: Int
  private let height: Int
  /// Where the points of each cell begin in ``points``, and where the last ones end.
  private let starts: [Int]

  /// Sorts points into cells. Points that are not finite are left out.
  /// - Complexity: O(points).
  public init(_ positions: [Position]) {
    let finite = positions.filter { $0.x.isFinite && $0.y.isFinite }
    var low = finite.first ?? Position(x: 0, y: 0)
    var high = low
    for point in finite {
      low = Position(x: min(low.x, point.x), y: min(low.y, point.y))
      high = Position(x: max(high.x, point.x), y: max(high.y, point.y))
    }
    let spans = (x: high.x - low.x, y: high.y - low.y)
    let cells = Double(max(finite.count / 2, 1))
    // Points on a line, or on one spot, have no surface to divide.
    let even = (spans.x * spans.y / cells).squareRoot()
    let size = max(even, max(spans.x, spans.y) / cells.rounded(.up), 1e-3)
    let width = Int(spans.x / size) + 1
    let height = Int(spans.y / size) + 1
    func cell(_ point: Position) -> Int {
      min(Int((point.y - low.y) / size), height - 1) * width
        + min(Int((point.x - low.x) / size), width - 1)
    }
    var starts = [Int](repeating: 0, count: width * height + 1)
    for point in finite { starts[cell(point) + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var next = starts
    var sorted = finite
    for point in finite {
      let own = cell(point)
      sorted[next[own]] = point
      next[own] += 1
    }
    self.points = sorted
    self.origin = low
    self.size = size
    self.width = width
    self.height = height
    self.starts = starts
  }

  /// The distance to the nearest point; nil when there is none.
  /// - Complexity: O(1) on average where points lie evenly.
  public func nearestDistance(to place: Position) -> Double? {
    guard !points.isEmpty else { return nil }
    let column = min(max(Int(((place.x - origin.x) / size).rounded(.down)), 0), width - 1)
    let row = min(max(Int(((place.y - origin.y) / size).rounded(.down)), 0), height - 1)
    var best = Double.infinity
    for ring in 0...max(width, height) {
      for y in max(row - ring, 0)...min(row + ring, height - 1) {
        let isEdge = y == row - ring || y == row + ring
        let columns =
          isEdge
          ? Array(max(column - ring, 0)...min(column + ring, width - 1))
          : [column - ring, column + ring].filter { (0..<width).contains($0) }
        for x in columns {
          let own = y * width + x
          for index in starts[own]..<starts[own + 1] {
            best = min(best, Self.squared(points[index], place))
          }
        }
      }
      // Whatever lies beyond this ring is at least so far from any place within the cell; a place outside
      // all cells is farther still.
      let reach = Double(ring) * size
      if best <= reach * reach { break }
    }
    return best.squareRoot()
  }

  /// How many points lie within `radius` of a place, the edge included.
  public func count(within radius: Double, of place: Position) -> Int {
    guard !points.isEmpty, radius >= 0 else { return 0 }
    func range(_ centre: Double, _ start: Double, _ count: Int) -> Range<Int> {
      let low = ((centre - radius - start) / size).rounded(.down)
      let high = ((centre + radius - start) / size).rounded(.down)
      guard high >= 0, low < Double(count) else { return 0..<0 }
      return Int(max(low, 0))..<(Int(min(high, Double(count - 1))) + 1)
    }
    var found = 0
    for y in range(place.y, origin.y, height) {
      for x in range(place.x, origin.x, width) {
        let own = y * width + x
        for index in starts[own]..<starts[own + 1]
        where Self.squared(points[index], place) <= radius * radius {
          found += 1
        }
      }
    }
    return found
  }

  private static func squared(_ a: Position, _ b: Position) -> Double {
    let (dx, dy) = (a.x - b.x, a.y - b.y)
    return dx * dx + dy * dy
  }
}
