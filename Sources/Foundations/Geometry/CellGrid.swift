/// Square cells over the plane, each with the polygons that may cover a position in it.
///
/// A cell is divided into 8 × 8 parts. Of each part it is known whether a boundary of a polygon touches
/// it, and whether the polygon covers all of it: a bit each in two words for a cell and a polygon.
struct CellGrid: Sendable {
  /// A polygon that covers some of a cell.
  struct Entry: Sendable {
    let polygon: UInt32
    /// The parts that the polygon covers altogether.
    let inside: UInt64
    /// The parts that its boundary touches: here a position must be tested.
    let boundary: UInt64
  }

  /// A cell and one of its parts, as a word with one bit.
  struct Place {
    let cell: Int
    let part: UInt64
  }

  /// For each cell, where its entries begin; one more at the end.
  let starts: [UInt32]
  /// The entries of a cell in ascending order of polygon.
  let entries: [Entry]
  private let plane: Plane

  @inline(__always)
  func place(of position: Position) -> Place? { plane.place(of: position) }

  init(polygons: [SlabbedPolygon], edges: [Edge], slabStarts: [UInt32], box: Box) {
    let plane = Plane(polygons, box: box)
    self.init(
      plane, [plane.found(polygons[...], edges: edges, slabStarts: slabStarts)])
  }

  /// The same with two processors.
  static func prepared(
    polygons: [SlabbedPolygon], edges: [Edge], slabStarts: [UInt32], box: Box
  ) async -> CellGrid {
    let plane = Plane(polygons, box: box)
    let middle = polygons.count / 2
    async let first = plane.found(polygons[..<middle], edges: edges, slabStarts: slabStarts)
    let second = plane.found(polygons[middle...], edges: edges, slabStarts: slabStarts)
    return CellGrid(plane, [await first, second])
  }

  /// Entries with their cells, polygon by polygon.
  private typealias Found = [(cell: UInt32, entry: Entry)]

  private init(_ plane: Plane, _ found: [Found]) {
    self.plane = plane
    var starts = [UInt32](repeating: 0, count: plane.cellCount + 1)
    for list in found {
      for pair in list { starts[Int(pair.cell) + 1] += 1 }
    }
    for cell in 0..<plane.cellCount { starts[cell + 1] += starts[cell] }
    var entries = [Entry](
      repeating: Entry(polygon: 0, inside: 0, boundary: 0),
      count: found.reduce(0) { $0 + $1.count })
    var next = starts
    for list in found {
      for pair in list {
        entries[Int(next[Int(pair.cell)])] = pair.entry
        next[Int(pair.cell)] += 1
      }
    }
    self.starts = starts
    self.entries = entries
  }

  /// The places of `positions` in the order of their cells, row by row; those outside the grid stand
  /// with the cell nearest to them.
  func order(of positions: [Position]) -> [UInt32] {
    let keys = positions.map { position -> UInt32 in
      let x = min(max(position.x, plane.box.minX), plane.box.maxX)
      let y = min(max(position.y, plane.box.minY), plane.box.maxY)
      // NaN ends up in the first cell.
      guard let place = plane.place(of: Position(x: x, y: y)) else { return 0 }
      return UInt32(place.cell)
    }
    // Up to 4 million cells have 22 bits.
    return CountingSort.order(of: keys)
  }
}

extension CellGrid {
  /// How the plane is divided.
  struct Plane: Sendable {
    let box: Box
    /// Parts per unit of the coordinates; zero for one cell over everything.
    let partsPerUnit: Double
    let columns: Int
    let rows: Int

    var cellCount: Int { columns * rows }

    init(_ polygons: [SlabbedPolygon], box: Box) {
      let size = Self.cellSize(polygons, box: box)
      self.box = box
      partsPerUnit = 8 / size
      columns = size.isFinite ? Int(box.width / size) + 1 : 1
      rows = size.isFinite ? Int(box.height / size) + 1 : 1
    }

    @inline(__always)
    func place(of position: Position) -> Place? {
      guard box.contains(position) else { return nil }
      let column = Self.index(position.x - box.minX, partsPerUnit, columns * 8)
      let row = Self.index(position.y - box.minY, partsPerUnit, rows * 8)
      return Place(
        cell: (row >> 3) * columns + column >> 3, part: 1 << UInt64((row & 7) << 3 | column & 7))
    }

    /// The entries of some polygons, whose numbers are their places.
    func found(
      _ polygons: ArraySlice<SlabbedPolygon>, edges: [Edge], slabStarts: [UInt32]
    ) -> [(cell: UInt32, entry: Entry)] {
      var found: [(cell: UInt32, entry: Entry)] = []
      found.reserveCapacity(cellCount * polygons.count / max(polygons.endIndex, 1))
      var cells = PolygonCells()
      for (index, polygon) in zip(polygons.indices, polygons) where !polygon.box.isEmpty {
        cells.clear(
          firstColumn: Self.index(polygon.box.minX - box.minX, partsPerUnit, columns * 8) >> 3,
          lastColumn: Self.index(polygon.box.maxX - box.minX, partsPerUnit, columns * 8) >> 3,
          firstRow: Self.index(polygon.box.minY - box.minY, partsPerUnit, rows * 8) >> 3,
          lastRow: Self.index(polygon.box.maxY - box.minY, partsPerUnit, rows * 8) >> 3)
        if partsPerUnit > 0 {
          cells.mark(
            edges.span.extracting(polygon.edgeRange), origin: Position(x: box.minX, y: box.minY),
            partsPerUnit: partsPerUnit)
        } else {
          cells.markAll()
        }
        cells.fill { column, row in
          polygon.covers(
            Position(
              x: box.minX + (Double(column) + 0.5) / partsPerUnit,
              y: box.minY + (Double(row) + 0.5) / partsPerUnit),
            edges: edges.span, slabStarts: slabStarts.span)
        }
        for row in 0..<cells.height {
          for column in 0..<cells.width {
            let parts = cells[column, row]
            guard parts.inside | parts.boundary != 0 else { continue }
            let cell = (cells.firstRow + row) * columns + cells.firstColumn + column
            found.append(
              (
                UInt32(cell),
                Entry(polygon: UInt32(index), inside: parts.inside, boundary: parts.boundary)
              ))
          }
        }
      }
      return found
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
  }
}
