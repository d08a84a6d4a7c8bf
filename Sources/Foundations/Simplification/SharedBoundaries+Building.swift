public import Geometry

extension SharedBoundaries {
  /// Finds the lines that surfaces share.
  ///
  /// Rings that the grid leaves fewer than three corners are left out; of a surface that would have none
  /// left, the rings are taken as they are, so that no surface is lost.
  /// - Parameters:
  ///   - surfaces: valid surfaces; those without parts are kept as such.
  ///   - grid: all positions are brought to multiples of this, in the unit of the coordinates; nil leaves
  ///     them as they are.
  /// - Complexity: O(n log n) in the number of positions.
  public init(_ surfaces: [MultiPolygon], grid: Double? = nil) {
    var corners = CornerList()
    let parts = surfaces.map { surface in
      let snapped = surface.polygons.compactMap { corners.part($0, grid: grid) }
      return snapped.isEmpty && grid != nil
        ? surface.polygons.compactMap { corners.part($0, grid: nil) } : snapped
    }
    var lines = LineList(isJunction: corners.junctions(parts))
    let stretches = parts.map { $0.map { $0.map { lines.stretches($0) } } }
    self.init(
      lines: lines.lines.map { $0.map { corners.positions[Int($0)] } }, surfaces: stretches)
  }
}

/// All different positions, each with a number in the order in which they were met.
private struct CornerList {
  private(set) var positions: [Position] = []
  private var numbers: [Position: Int32] = [:]

  /// The rings of a polygon as numbers, the first not repeated; nil without an outer ring.
  mutating func part(_ polygon: Polygon, grid: Double?) -> [[Int32]]? {
    guard let exterior = ring(polygon.exterior, grid: grid) else { return nil }
    return [exterior] + polygon.holes.compactMap { ring($0, grid: grid) }
  }

  private mutating func ring(_ ring: Ring, grid: Double?) -> [Int32]? {
    var corners: [Int32] = []
    for position in ring.positions.dropLast() {
      var position = position
      if let grid {
        position.x = (position.x / grid).rounded() * grid
        position.y = (position.y / grid).rounded() * grid
      }
      let corner = number(of: position)
      if corners.last == corner { continue }
      // There and straight back: the grid has closed a gap.
      if corners.count > 1, corners[corners.count - 2] == corner {
        corners.removeLast()
      } else {
        corners.append(corner)
      }
    }
    var start = 0
    while corners.count - start > 2 {
      if corners[start] == corners[corners.count - 1] {
        corners.removeLast()
      } else if corners[start] == corners[corners.count - 2] {
        corners.removeLast(2)
      } else if corners[start + 1] == corners[corners.count - 1] {
        start += 1
        corners.removeLast()
      } else {
        break
      }
    }
    return corners.count - start < 3 ? nil : Array(corners[start...])
  }

  private mutating func number(of position: Position) -> Int32 {
    // Zero has two signs and one place.
    let place = Position(x: position.x + 0, y: position.y + 0)
    if let known = numbers[place] { return known }
    let number = Int32(positions.count)
    numbers[place] = number
    positions.append(place)
    return number
  }

  /// For each corner whether lines meet there: not exactly two ways lead from it.
  func junctions(_ surfaces: [[[[Int32]]]]) -> [Bool] {
    var edges: [UInt64] = []
    for ring in surfaces.joined().joined() {
      for (place, corner) in ring.enumerated() {
        let next = ring[place + 1 == ring.count ? 0 : place + 1]
        edges.append(LineList.key(min(corner, next), max(corner, next)))
      }
    }
    edges.sort()
    var degrees = [UInt8](repeating: 0, count: positions.count)
    var previous: UInt64?
    for edge in edges where edge != previous {
      previous = edge
      for corner in [Int(edge >> 32), Int(edge & 0xffff_ffff)] where degrees[corner] < 3 {
        degrees[corner] += 1
      }
    }
    return degrees.map { $0 != 2 }
  }
}

/// The lines between junctions, each once.
private struct LineList {
  private(set) var lines: [[Int32]] = []
  private let isJunction: [Bool]
  /// A line by its first step, from either end.
  private var known: [UInt64: SharedBoundaries.Stretch] = [:]

  init(isJunction: [Bool]) { self.isJunction = isJunction }

  static func key(_ from: Int32, _ to: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: from)) << 32 | UInt64(UInt32(bitPattern: to))
  }

  mutating func stretches(_ ring: [Int32]) -> [SharedBoundaries.Stretch] {
    // Without a junction a ring starts at the corner that was met first, in whatever surface.
    let start =
      ring.indices.first { isJunction[Int(ring[$0])] }
      ?? ring.indices.min { ring[$0] < ring[$1] } ?? 0
    var stretches: [SharedBoundaries.Stretch] = []
    var line = [ring[start]]
    for step in 1...ring.count {
      let corner = ring[(start + step) % ring.count]
      line.append(corner)
      guard isJunction[Int(corner)] || step == ring.count else { continue }
      stretches.append(stretch(line))
      line = [corner]
    }
    return stretches
  }

  private mutating func stretch(_ line: [Int32]) -> SharedBoundaries.Stretch {
    let key = Self.key(line[0], line[1])
    if let known = known[key] { return known }
    let stretch = SharedBoundaries.Stretch(line: lines.count, isReversed: false)
    known[key] = stretch
    known[Self.key(line[line.count - 1], line[line.count - 2])] = SharedBoundaries.Stretch(
      line: lines.count, isReversed: true)
    lines.append(line)
    return stretch
  }
}
