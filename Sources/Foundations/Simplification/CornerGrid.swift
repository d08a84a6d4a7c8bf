internal import Geometry

/// The corners of all lines in square cells, to find those in a triangle.
struct CornerGrid {
  private let positions: [Position]
  private let box: Box
  private let cell: Double
  private let columns: Int
  private let rows: Int
  private let starts: [Int32]
  private let members: [Int32]

  /// - Parameter cell: the least size of a cell; they are larger when there would be many more cells than
  ///   corners.
  init(_ positions: [Position], cell: Double) {
    var box = Box.empty
    for position in positions { box.extend(to: position) }
    if box.isEmpty { box = Box(minX: 0, minY: 0, maxX: 0, maxY: 0) }
    let roomy = (box.width * box.height / Double(max(positions.count, 1))).squareRoot()
    let longest = max(box.width, box.height) / 4096
    let size = max(cell, roomy, longest, .leastNormalMagnitude)
    let columns = Int(box.width / size) + 1
    let rows = Int(box.height / size) + 1
    let places = positions.map { position in
      min(Int((position.y - box.minY) / size), rows - 1) * columns
        + min(Int((position.x - box.minX) / size), columns - 1)
    }
    var starts = [Int32](repeating: 0, count: columns * rows + 1)
    for place in places { starts[place + 1] += 1 }
    for place in 0..<(columns * rows) { starts[place + 1] += starts[place] }
    var ends = starts
    var members = [Int32](repeating: 0, count: positions.count)
    for (corner, place) in places.enumerated() {
      members[Int(ends[place])] = Int32(corner)
      ends[place] += 1
    }
    self.positions = positions
    self.box = box
    self.cell = size
    self.columns = columns
    self.rows = rows
    self.starts = starts
    self.members = members
  }

  /// Whether a corner for which `isThere` holds lies in a triangle or on its edge, its own three apart.
  func holds(
    in triangle: (Position, Position, Position), where isThere: (Int) -> Bool
  ) -> Bool {
    let (a, b, c) = triangle
    var reach = Box.empty
    for position in [a, b, c] { reach.extend(to: position) }
    let left = max(0, Int((reach.minX - box.minX) / cell))
    let right = min(columns - 1, Int((reach.maxX - box.minX) / cell))
    let low = max(0, Int((reach.minY - box.minY) / cell))
    let high = min(rows - 1, Int((reach.maxY - box.minY) / cell))
    for row in low...max(low, high) {
      // The cells of a row lie side by side.
      let first = Int(starts[row * columns + left])
      let last = Int(starts[row * columns + max(left, right) + 1])
      for member in members[first..<last] {
        let position = positions[Int(member)]
        guard reach.contains(position), isThere(Int(member)),
          position != a, position != b, position != c
        else { continue }
        let sides = [
          orientation(a, b, position), orientation(b, c, position), orientation(c, a, position),
        ]
        if !(sides.contains(1) && sides.contains(-1)) { return true }
      }
    }
    return false
  }
}
