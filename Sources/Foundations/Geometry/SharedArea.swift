/// The surface that two areas have in common.
public struct SharedArea: Hashable, Sendable {
  /// The place of the first area in its list.
  public let first: Int
  /// The place of the second.
  public let second: Int
  /// The surface in square units of the coordinates, above 0.
  public let area: Double

  /// States what two areas have in common.
  public init(first: Int, second: Int, area: Double) {
    self.first = first
    self.second = second
    self.area = area
  }
}

/// Finds how much surface areas have in common with those of a list.
///
/// A surface is a sum with signs of trapezoids, one between each edge and a line below all. So the surface
/// in common is the sum with signs of what each two trapezoids have in common, which is known in closed
/// form: nothing is cut, so that boundaries that touch, coincide or cross at any angle are no special
/// cases. Holes and several parts count as they should; surfaces that are not valid do not (`Topology`
/// repairs those).
///
/// Accuracy: about 1e-14 of the surfaces that are added up; what is smaller than that counts as nothing
/// in common. Compared with GEOS in `Tests/TopologyTests`.
public struct SurfaceComparison: Sendable {
  private let others: [SweptSurface]
  /// The others by the band in which their boxes lie, from south to north.
  private let bands: [[Int]]
  private let south: Double
  private let height: Double

  /// Prepares comparisons with `others`.
  /// - Complexity: O(edges · log edges).
  public init(_ others: [MultiPolygon]) {
    self.others = others.map(SweptSurface.init)
    let boxes = self.others.map(\.box)
    let all = boxes.reduce(Box.empty) { $0.union($1) }
    let filled = boxes.filter { !$0.isEmpty }
    // As many bands as boxes fit above each other, on average.
    let total = filled.reduce(0) { $0 + $1.maxY - $1.minY }
    let mean = total / Double(max(filled.count, 1))
    let count = mean > 0 ? min(max((all.maxY - all.minY) / mean, 1), 4096).rounded(.up) : 1
    south = all.minY
    height = max((all.maxY - all.minY) / count, .leastNormalMagnitude)
    var bands = [[Int]](repeating: [], count: Int(count))
    for (place, box) in boxes.enumerated() where !box.isEmpty {
      for band in Self.range(of: box, south: south, height: height, count: bands.count) {
        bands[band].append(place)
      }
    }
    self.bands = bands
  }

  private static func range(
    of box: Box, south: Double, height: Double, count: Int
  ) -> ClosedRange<Int> {
    func band(_ y: Double) -> Int {
      Int(min(max((y - south) / height, 0), Double(count - 1)))
    }
    return band(box.minY)...band(box.maxY)
  }

  /// What areas have in common with the others, by place in `areas`, then in the others.
  /// - Complexity: for each pair of which the boxes meet, O(edges) times the number of edges above each
  ///   other, a few: some 5 µs for areas of a hundred positions.
  public func shared(with areas: [MultiPolygon]) -> [SharedArea] {
    var shared: [SharedArea] = []
    var scratch = SweepScratch()
    for (place, area) in areas.enumerated() where !area.box.isEmpty {
      let own = SweptSurface(area)
      var near: Set<Int> = []
      for band in Self.range(of: own.box, south: south, height: height, count: bands.count) {
        for other in bands[band] where others[other].box.intersects(own.box) { near.insert(other) }
      }
      for other in near.sorted() {
        let common = own.shared(with: others[other], &scratch)
        if common > 0 { shared.append(SharedArea(first: place, second: other, area: common)) }
      }
    }
    return shared
  }
}

/// The edges of two surfaces that lie above the place of the sweep.
private struct SweepScratch {
  var first: [SweptEdge] = []
  var second: [SweptEdge] = []
}

/// An edge from west to east, and whether the surface lies below it (1) or above it (-1).
private struct SweptEdge {
  let west: Position
  let east: Position
  let sign: Double

  /// The height above `base` at an easting between the ends.
  func height(at x: Double, above base: Double) -> Double {
    if x == west.x { return west.y - base }
    if x == east.x { return east.y - base }
    return west.y - base + (east.y - west.y) * ((x - west.x) / (east.x - west.x))
  }

  /// The surface below both edges and above `base`.
  func below(_ other: SweptEdge, above base: Double) -> Double {
    let left = max(west.x, other.west.x)
    let right = min(east.x, other.east.x)
    guard left < right else { return 0 }
    let width = right - left
    let a = (left: height(at: left, above: base), right: height(at: right, above: base))
    let b = (left: other.height(at: left, above: base), right: other.height(at: right, above: base))
    let before = a.left - b.left
    let after = a.right - b.right
    if before <= 0, after <= 0 { return (a.left + a.right) / 2 * width }
    if before >= 0, after >= 0 { return (b.left + b.right) / 2 * width }
    // They cross on the way.
    let part = before / (before - after)
    let middle = a.left + (a.right - a.left) * part
    let (start, end) = before < 0 ? (a.left, b.right) : (b.left, a.right)
    return ((start + middle) * part + (middle + end) * (1 - part)) / 2 * width
  }
}

/// A surface as it is compared with others: its edges from west to east.
private struct SweptSurface: Sendable {
  let box: Box
  private let geometry: MultiPolygon
  private let area: Double
  private let edges: [SweptEdge]
  /// The width of the widest edge.
  private let widest: Double

  init(_ geometry: MultiPolygon) {
    var edges: [SweptEdge] = []
    func add(_ ring: Ring, isHole: Bool) {
      let isCounterClockwise = ring.signedArea > 0
      for (start, end) in zip(ring.positions, ring.positions.dropFirst()) where start.x != end.x {
        let runsEast = start.x < end.x
        // Going round with the surface on the left, it lies above an edge that runs east.
        let isAbove = runsEast == (isCounterClockwise != isHole)
        edges.append(
          SweptEdge(
            west: runsEast ? start : end, east: runsEast ? end : start, sign: isAbove ? -1 : 1))
      }
    }
    for polygon in geometry.polygons {
      add(polygon.exterior, isHole: false)
      for hole in polygon.holes { add(hole, isHole: true) }
    }
    edges.sort { $0.west.x < $1.west.x }
    self.geometry = geometry
    self.edges = edges
    box = geometry.box
    area = geometry.area
    widest = edges.reduce(0) { max($0, $1.east.x - $1.west.x) }
  }

  /// The surface in common, 0 when it is no more than rounding.
  func shared(with other: SweptSurface, _ scratch: inout SweepScratch) -> Double {
    if geometry == other.geometry { return area }
    let west = max(box.minX, other.box.minX)
    let east = min(box.maxX, other.box.maxX)
    let base = min(box.minY, other.box.minY)
    scratch.first.removeAll(keepingCapacity: true)
    scratch.second.removeAll(keepingCapacity: true)
    var sum = 0.0
    var size = 0.0
    func meet(_ edge: SweptEdge, _ others: inout [SweptEdge]) {
      var place = 0
      while place < others.count {
        if others[place].east.x <= edge.west.x {
          others.swapAt(place, others.count - 1)
          others.removeLast()
          continue
        }
        let part = edge.below(others[place], above: base)
        sum += edge.sign * others[place].sign * part
        size += part
        place += 1
      }
    }
    var own = firstEdge(from: west)
    var their = other.firstEdge(from: west)
    while own < edges.count || their < other.edges.count {
      let isOwn =
        their == other.edges.count
        || own < edges.count && edges[own].west.x <= other.edges[their].west.x
      let edge = isOwn ? edges[own] : other.edges[their]
      guard edge.west.x < east else { break }
      if isOwn { own += 1 } else { their += 1 }
      guard edge.east.x > west else { continue }
      if isOwn {
        meet(edge, &scratch.second)
        scratch.first.append(edge)
      } else {
        meet(edge, &scratch.first)
        scratch.second.append(edge)
      }
    }
    return sum > 1e-14 * size ? min(sum, area, other.area) : 0
  }

  /// The first edge that can reach beyond `x`.
  private func firstEdge(from x: Double) -> Int {
    var low = 0
    var high = edges.count
    while low < high {
      let middle = (low + high) / 2
      if edges[middle].west.x < x - widest { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
