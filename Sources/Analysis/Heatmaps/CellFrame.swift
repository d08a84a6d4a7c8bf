public import Geometry

/// A grid of square cells in RD New metres, whose lines lie at multiples of the cell size.
///
/// Two frames of the same cell size share their lines wherever they are, so cells of different cities
/// can be laid side by side. Cells are numbered from the south-west, row by row.
public struct CellFrame: Hashable, Sendable {
  /// The side of a cell in metres.
  public let cellSize: Double
  /// The easting of the western edge, in cells.
  public let firstColumn: Int
  /// The northing of the southern edge, in cells.
  public let firstRow: Int
  /// The number of columns.
  public let columns: Int
  /// The number of rows.
  public let rows: Int

  /// The most cells that a frame may have.
  public static let limit = 50_000_000

  /// The smallest frame that holds `box` with `margin` cells more on every side.
  /// - Throws: ``HeatmapError``: `badCellSize`, `tooManyCells`, `emptyWindow`.
  public init(around box: Box, cellSize: Double, margin: Int = 0) throws(HeatmapError) {
    guard cellSize > 0, cellSize.isFinite else {
      throw .badCellSize(cellSize, bandwidth: .infinity)
    }
    guard !box.isEmpty else { throw .emptyWindow }
    let edges = [box.minX, box.minY, box.maxX, box.maxY].map { $0 / cellSize }
    guard edges.allSatisfy({ abs($0) < 1e9 }) else {
      throw .tooManyCells(Int.max, limit: Self.limit)
    }
    self.cellSize = cellSize
    firstColumn = Int(edges[0].rounded(.down)) - margin
    firstRow = Int(edges[1].rounded(.down)) - margin
    columns = max(Int(edges[2].rounded(.up)) + margin - firstColumn, 1)
    rows = max(Int(edges[3].rounded(.up)) + margin - firstRow, 1)
    let (count, overflow) = columns.multipliedReportingOverflow(by: rows)
    guard !overflow, count <= Self.limit else {
      throw .tooManyCells(overflow ? Int.max : count, limit: Self.limit)
    }
  }

  /// A frame that was written down; nil when no frame can be so.
  public init?(cellSize: Double, firstColumn: Int, firstRow: Int, columns: Int, rows: Int) {
    let most = 1_000_000_000
    guard cellSize > 0, cellSize.isFinite, (-most...most).contains(firstColumn),
      (-most...most).contains(firstRow), (1...Self.limit).contains(columns),
      (1...Self.limit).contains(rows), columns <= Self.limit / rows
    else { return nil }
    self.cellSize = cellSize
    self.firstColumn = firstColumn
    self.firstRow = firstRow
    self.columns = columns
    self.rows = rows
  }

  /// The number of cells.
  public var count: Int { columns * rows }
  /// The easting of the western edge in metres.
  public var minX: Double { Double(firstColumn) * cellSize }
  /// The northing of the southern edge in metres.
  public var minY: Double { Double(firstRow) * cellSize }
  /// The surface of a cell in square metres.
  public var cellArea: Double { cellSize * cellSize }

  /// The middle of a cell.
  public func center(column: Int, row: Int) -> Position {
    Position(
      x: (Double(firstColumn + column) + 0.5) * cellSize,
      y: (Double(firstRow + row) + 0.5) * cellSize)
  }

  /// The middle of cell number `cell`.
  public func center(_ cell: Int) -> Position {
    center(column: cell % columns, row: cell / columns)
  }

  /// All middles, in order.
  public var centers: [Position] { (0..<count).map { center($0) } }

  /// The name of a cell by its south-western corner in metres: `E121400N487200`.
  public func name(_ cell: Int) -> String {
    func metres(_ index: Int) -> String {
      let value = Double(index) * cellSize
      return value == value.rounded() ? "\(Int(value))" : "\(value)"
    }
    return "E\(metres(firstColumn + cell % columns))N\(metres(firstRow + cell / columns))"
  }

  /// The square of a cell, counter-clockwise.
  public func square(_ cell: Int) -> MultiPolygon {
    let x = [cell % columns, cell % columns + 1].map { Double(firstColumn + $0) * cellSize }
    let y = [cell / columns, cell / columns + 1].map { Double(firstRow + $0) * cellSize }
    let corners = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
      Position(x: x[$0.0], y: y[$0.1])
    }
    return MultiPolygon((try? Ring(corners)).map { [Polygon(exterior: $0)] } ?? [])
  }
}
