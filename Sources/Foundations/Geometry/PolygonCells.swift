/// The cells of a grid under the box of one polygon, and which of their parts it covers or its boundary
/// touches. Used for one polygon after the other, so that room is taken once.
struct PolygonCells {
  /// A bit per part, row by row: bit 0 is the part in the south-west corner, bit 8 the one north of it.
  struct Parts {
    var inside: UInt64 = 0
    var boundary: UInt64 = 0
  }

  private(set) var firstColumn = 0
  private(set) var firstRow = 0
  private(set) var width = 0
  private(set) var height = 0
  private var parts: [Parts] = []

  private static let west: UInt64 = 0x0101_0101_0101_0101
  private static let south: UInt64 = 0xFF

  subscript(column: Int, row: Int) -> Parts { parts[row * width + column] }

  /// Begins with a polygon under whose box these cells lie.
  mutating func clear(firstColumn: Int, lastColumn: Int, firstRow: Int, lastRow: Int) {
    self.firstColumn = firstColumn
    self.firstRow = firstRow
    width = lastColumn - firstColumn + 1
    height = lastRow - firstRow + 1
    parts.removeAll(keepingCapacity: true)
    parts.append(contentsOf: repeatElement(Parts(), count: width * height))
  }

  /// Takes every part for one that the boundary touches.
  mutating func markAll() {
    for index in parts.indices { parts[index].boundary = ~0 }
  }

  /// Marks every part that an edge touches, and where rounding leaves doubt its neighbours.
  mutating func mark(_ edges: Span<Edge>, origin: Position, partsPerUnit: Double) {
    // In units of parts, counted from the first cell; `slack` covers rounding.
    let slack = 1e-6
    let columnCount = width * 8
    let rowCount = height * 8
    let shiftX = Double(firstColumn * 8)
    let shiftY = Double(firstRow * 8)
    for index in edges.indices {
      let edge = edges[index]
      let ax = (edge.a.x - origin.x) * partsPerUnit - shiftX
      let bx = (edge.b.x - origin.x) * partsPerUnit - shiftX
      let ay = (edge.a.y - origin.y) * partsPerUnit - shiftY
      let by = (edge.b.y - origin.y) * partsPerUnit - shiftY
      let lowRow = max(Int(min(ay, by) - slack), 0)
      let highRow = min(Int(max(ay, by) + slack), rowCount - 1)
      guard lowRow <= highRow else { continue }
      let westEnd = min(ax, bx)
      let eastEnd = max(ax, bx)
      let slope = lowRow == highRow ? 0 : (bx - ax) / (by - ay)
      for row in lowRow...highRow {
        var west = westEnd
        var east = eastEnd
        if lowRow != highRow {
          // The piece of the edge between the bottom and the top of this row.
          let atBottom = ax + (Double(row) - slack - ay) * slope
          let atTop = ax + (Double(row + 1) + slack - ay) * slope
          west = max(west, min(atBottom, atTop))
          east = min(east, max(atBottom, atTop))
        }
        let first = max(Int(west - slack), 0)
        let last = min(Int(east + slack), columnCount - 1)
        guard first <= last else { continue }
        let cells = (row >> 3) * width
        let bits = UInt64((row & 7) << 3)
        for column in first...last {
          parts[cells + column >> 3].boundary |= 1 << (bits | UInt64(column & 7))
        }
      }
    }
  }

  /// Finds the parts inside.
  ///
  /// Neighbouring parts that no boundary touches are alike, so a part is asked after with `covers`
  /// (column and row of a part of the whole grid) only when none of its neighbours is known.
  mutating func fill(_ covers: (_ column: Int, _ row: Int) -> Bool) {
    for row in 0..<height {
      for column in 0..<width {
        let index = row * width + column
        let open = ~parts[index].boundary
        guard open != 0 else { continue }
        // The open parts that lie at open parts of the cells before, and those of them inside; beyond
        // the box all is outside.
        var known = Self.west & open
        var inside: UInt64 = 0
        if column > 0 {
          let before = parts[index - 1]
          known &= ~(before.boundary >> 7)
          inside = known & (before.inside >> 7)
        }
        var knownSouth = Self.south & open
        if row > 0 {
          let below = parts[index - width]
          knownSouth &= ~(below.boundary >> 56)
          inside |= knownSouth & (below.inside >> 56)
        }
        known |= knownSouth
        var rest = open
        if open == ~0 {
          let isInside =
            known != 0 ? inside != 0 : covers((firstColumn + column) * 8, (firstRow + row) * 8)
          if isInside { parts[index].inside = ~0 }
          continue
        }
        while rest != 0 {
          let group = Self.group(of: rest & (0 &- rest), in: rest)
          rest &= ~group
          let isInside: Bool
          if group & known != 0 {
            isInside = group & inside != 0
          } else {
            let part = group.trailingZeroBitCount
            isInside = covers(
              (firstColumn + column) * 8 + part & 7, (firstRow + row) * 8 + part >> 3)
          }
          if isInside { parts[index].inside |= group }
        }
      }
    }
  }

  /// The bits of `open` that hang together with `seed`, side by side.
  private static func group(of seed: UInt64, in open: UInt64) -> UInt64 {
    var group = seed
    while true {
      let wider =
        (group | (group & ~(west << 7)) << 1 | (group & ~west) >> 1 | group << 8 | group >> 8)
        & open
      if wider == group { return group }
      group = wider
    }
  }
}
