/// Square cells over the plane, each with the polygons that may cover a position in it.
struct CellGrid: Sendable {
  /// Marks an entry whose polygon covers the whole cell.
  static let wholeCell: UInt32 = 1 << 31

  /// For each cell, where its entries begin; one more at the end.
  let starts: [UInt32]
  /// Polygon numbers in ascending order within a cell.
  let entries: [UInt32]
  private let box: Box
  private let cellsPerUnit: Double
  private let columns: Int
  private let rows: Int

  @inline(__always)
  func cell(of position: Position) -> Int? {
    guard box.contains(position) else { return nil }
    return row(position.y) * columns + column(position.x)
  }

  @inline(__always)
  private func column(_ x: Double) -> Int {
    Self.index(x - box.minX, cellsPerUnit, columns)
  }

  @inline(__always)
  private func row(_ y: Double) -> Int {
    Self.index(y - box.minY, cellsPerUnit, rows)
  }

  init(polygons: [SlabbedPolygon], edges: [Edge], slabStarts: [UInt32], box: Box) {
    let size = Self.cellSize(polygons, box: box)
    self.box = box
    self.cellsPerUnit = 1 / size
    self.columns = size.isFinite ? Int(box.width / size) + 1 : 1
    self.rows = size.isFinite ? Int(box.height / size) + 1 : 1
    let cellCount = columns * rows

    var pairs: [(cell: UInt32, entry: UInt32)] = []
    pairs.reserveCapacity(cellCount)
    var marks: [UInt8] = []
    for (index, polygon) in polygons.enumerated() where !polygon.box.isEmpty {
      let firstColumn = Self.index(polygon.box.minX - box.minX, cellsPerUnit, columns)
      let lastColumn = Self.index(polygon.box.maxX - box.minX, cellsPerUnit, columns)
      let firstRow = Self.index(polygon.box.minY - box.minY, cellsPerUnit, rows)
      let lastRow = Self.index(polygon.box.maxY - box.minY, cellsPerUnit, rows)
      let width = lastColumn - firstColumn + 1
      let height = lastRow - firstRow + 1
      marks.removeAll(keepingCapacity: true)
      marks.append(contentsOf: repeatElement(0, count: width * height))
      if !size.isFinite { marks[0] = 1 }
      for edge in edges[polygon.edgeRange] where size.isFinite {
        Self.mark(
          edge, in: &marks, origin: Position(x: box.minX, y: box.minY), cellsPerUnit: cellsPerUnit,
          firstColumn: firstColumn, firstRow: firstRow, width: width, height: height)
      }
      for row in 0..<height {
        // Between two cells with boundary all cells are alike: one test settles the run.
        var runIsInside: Bool?
        for column in 0..<width {
          let cell = UInt32((firstRow + row) * columns + firstColumn + column)
          if marks[row * width + column] != 0 {
            pairs.append((cell, UInt32(index)))
            runIsInside = nil
            continue
          }
          if runIsInside == nil {
            let centre = Position(
              x: box.minX + (Double(firstColumn + column) + 0.5) * size,
              y: box.minY + (Double(firstRow + row) + 0.5) * size)
            runIsInside = polygon.covers(
              centre, edges: edges.span, slabStarts: slabStarts.span)
          }
          if runIsInside == true { pairs.append((cell, UInt32(index) | Self.wholeCell)) }
        }
      }
    }

    var starts = [UInt32](repeating: 0, count: cellCount + 1)
    for pair in pairs { starts[Int(pair.cell) + 1] += 1 }
    for cell in 0..<cellCount { starts[cell + 1] += starts[cell] }
    var entries = [UInt32](repeating: 0, count: pairs.count)
    var next = starts
    for pair in pairs {
      entries[Int(next[Int(pair.cell)])] = pair.entry
      next[Int(pair.cell)] += 1
    }
    self.starts = starts
    self.entries = entries
  }

  /// The places of `positions` in the order of their cells, row by row; those outside the grid stand
  /// with the cell nearest to them.
  func order(of positions: [Position]) -> [UInt32] {
    let keys = positions.map { position -> UInt32 in
      let x = min(max(position.x, box.minX), box.maxX)
      let y = min(max(position.y, box.minY), box.maxY)
      // NaN ends up in the first cell.
      return x >= box.minX && y >= box.minY ? UInt32(row(y) * columns + column(x)) : 0
    }
    // Up to 4 million cells have 22 bits.
    return CountingSort.order(of: keys)
  }

  /// Half the side of a middling polygon, but never more than four million cells; infinite,
  /// for one cell over everything, when the extent is none or at the limits of Double.
  private static func cellSize(_ polygons: [SlabbedPolygon], box: Box) -> Double {
    let sides = polygons.filter { !$0.box.isEmpty }
      .map { max($0.box.width * $0.box.height, 0).squareRoot() }.sorted()
    let extent = max(box.width, box.height)
    guard !sides.isEmpty, extent > 1e-150, extent < 1e150 else { return .infinity }
    let least = max((box.width * box.height / 4_000_000).squareRoot(), extent / 60_000)
    return max(sides[sides.count / 2] / 2, least)
  }

  private static func index(_ offset: Double, _ perUnit: Double, _ count: Int) -> Int {
    let index = offset * perUnit
    guard index < Double(count) else { return count - 1 }
    return index > 0 ? Int(index) : 0
  }

  /// Marks every cell that the edge touches, and where rounding leaves doubt its neighbours.
  private static func mark(
    _ edge: Edge, in marks: inout [UInt8], origin: Position, cellsPerUnit: Double,
    firstColumn: Int, firstRow: Int, width: Int, height: Int
  ) {
    // In units of cells, counted from the polygon's own corner; `slack` covers rounding.
    let slack = 1e-6
    let ax = (edge.a.x - origin.x) * cellsPerUnit - Double(firstColumn)
    let bx = (edge.b.x - origin.x) * cellsPerUnit - Double(firstColumn)
    let ay = (edge.a.y - origin.y) * cellsPerUnit - Double(firstRow)
    let by = (edge.b.y - origin.y) * cellsPerUnit - Double(firstRow)
    let lowRow = max(Int(min(ay, by) - slack), 0)
    let highRow = min(Int(max(ay, by) + slack), height - 1)
    guard lowRow <= highRow else { return }
    for row in lowRow...highRow {
      var west = min(ax, bx)
      var east = max(ax, bx)
      if lowRow != highRow {
        // The part of the edge between the bottom and the top of this row.
        let slope = (bx - ax) / (by - ay)
        let atBottom = ax + (Double(row) - slack - ay) * slope
        let atTop = ax + (Double(row + 1) + slack - ay) * slope
        west = max(west, min(atBottom, atTop))
        east = min(east, max(atBottom, atTop))
      }
      let first = max(Int(west - slack), 0)
      let last = min(Int(east + slack), width - 1)
      guard first <= last else { continue }
      for column in first...last { marks[row * width + column] = 1 }
    }
  }
}
