internal import Geometry

/// A closed ring on a ``CoordinateGrid``.
struct GridRing {
  struct Corner: Equatable {
    let x: Int64
    let y: Int64
  }

  private(set) var corners: [Corner] = []

  /// A ring without positions, to be filled with ``set(_:on:)``.
  init() {}

  /// The ring with as many positions as it has, equal ones too.
  init(keepingAll ring: Ring, on grid: CoordinateGrid) {
    corners = ring.positions.map { Corner(x: grid.units($0.x), y: grid.units($0.y)) }
  }

  /// Puts `ring` on the grid, in place of what was here. Positions equal to the one before are left
  /// out.
  mutating func set(_ ring: Ring, on grid: CoordinateGrid) {
    corners.removeAll(keepingCapacity: true)
    for position in ring.positions {
      let corner = Corner(x: grid.units(position.x), y: grid.units(position.y))
      if corner != corners.last { corners.append(corner) }
    }
  }

  /// The sign of the enclosed area, exactly: positive when the ring runs counter-clockwise, zero
  /// when it encloses nothing.
  var winding: Int {
    guard corners.count >= 4 else { return 0 }
    let origin = corners[0]
    var sum: Int128 = 0
    var ax: Int64 = 0
    var ay: Int64 = 0
    for corner in corners {
      let bx = corner.x - origin.x
      let by = corner.y - origin.y
      // 2^54 × 2^54 per product: room for 2^17 positions at the limit of the grid, and for any
      // number of positions on Earth. Wraps beyond that instead of stopping the program.
      sum &+= Int128(ax) &* Int128(by) &- Int128(bx) &* Int128(ay)
      ax = bx
      ay = by
    }
    return Int(sum.signum())
  }
}

extension [UInt8] {
  /// Appends the positions as JSON, backwards when `reversed`, and grows `box` by them.
  mutating func append(
    _ ring: GridRing, on grid: CoordinateGrid, reversed: Bool, box: inout Box
  ) {
    let corners = ring.corners.span
    var minX = Int64.max
    var minY = Int64.max
    var maxX = Int64.min
    var maxY = Int64.min
    reserveRoom(corners.count * (2 * grid.decimals + 12))
    append(UInt8(ascii: "["))
    for index in 0..<corners.count {
      let corner = corners[reversed ? corners.count - 1 - index : index]
      minX = Swift.min(minX, corner.x)
      minY = Swift.min(minY, corner.y)
      maxX = Swift.max(maxX, corner.x)
      maxY = Swift.max(maxY, corner.y)
      if index > 0 { append(UInt8(ascii: ",")) }
      append(UInt8(ascii: "["))
      append(scaled: corner.x, decimals: grid.decimals)
      append(UInt8(ascii: ","))
      append(scaled: corner.y, decimals: grid.decimals)
      append(UInt8(ascii: "]"))
    }
    append(UInt8(ascii: "]"))
    guard corners.count > 0 else { return }
    box.extend(to: Position(x: grid.coordinate(minX), y: grid.coordinate(minY)))
    box.extend(to: Position(x: grid.coordinate(maxX), y: grid.coordinate(maxY)))
  }

  /// Makes room for `count` more bytes, and for as many again as there are, so that repeated calls
  /// stay linear.
  private mutating func reserveRoom(_ count: Int) {
    if capacity - self.count < count {
      reserveCapacity(Swift.max(self.count + count, capacity * 2))
    }
  }
}
