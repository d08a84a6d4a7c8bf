/// Which cells of a grid, and which squares of 2×2, 4×4, … of them, hold a piece of boundary.
///
/// For finding the nearest boundary: whole squares without any are passed over, and so are squares
/// that lie farther away than a boundary already found.
struct BoundaryPyramid: Sendable {
  /// The marks of all floors, the cells themselves first.
  private var marks: [Bool]
  /// Where each floor begins in `marks`, and how many columns and rows it has.
  private var floors: [Floor]

  private struct Floor {
    let first: Int
    let columns: Int
    let rows: Int
  }

  init(columns: Int, rows: Int, marked: [Bool]) {
    marks = marked
    floors = [Floor(first: 0, columns: columns, rows: rows)]
    while let below = floors.last, below.columns > 1 || below.rows > 1 {
      let floor = Floor(
        first: marks.count, columns: (below.columns + 1) / 2, rows: (below.rows + 1) / 2)
      marks.append(contentsOf: repeatElement(false, count: floor.columns * floor.rows))
      for row in 0..<below.rows {
        for column in 0..<below.columns where marks[below.first + row * below.columns + column] {
          marks[floor.first + row / 2 * floor.columns + column / 2] = true
        }
      }
      floors.append(floor)
    }
  }

  /// A square that is still to be looked at.
  struct Square {
    var floor: Int
    var column: Int
    var row: Int
    /// Its squared distance, in cells.
    var distance: Double
  }

  /// Walks over marked cells, near ones first.
  ///
  /// `x` and `y` are in units of cells from the corner of the grid. `visit` gets the column and row of
  /// a cell and gives the squared distance, in the same units, beyond which nothing is of interest.
  @inline(__always)
  func forEachNear(
    x: Double, y: Double, within squaredDistance: Double,
    visit: (_ column: Int, _ row: Int) -> Double
  ) {
    let marks = marks.span
    let floors = floors.span
    // A grain more, so that rounding does not cut off what lies just at the bound.
    var bound = squaredDistance + 1e-4 * (1 + squaredDistance.squareRoot())
    // At most three squares of each floor wait at a time.
    var waiting = InlineArray<128, Square>(
      repeating: Square(floor: floors.count - 1, column: 0, row: 0, distance: 0))
    var count = 1
    while count > 0 {
      count -= 1
      let square = waiting[count]
      guard square.distance <= bound else { continue }
      if square.floor == 0 {
        bound = min(bound, visit(square.column, square.row))
        continue
      }
      let below = floors[square.floor - 1]
      let side = Double(1 << (square.floor - 1))
      let nearColumn = x < Double(2 * square.column + 1) * side ? 0 : 1
      let nearRow = y < Double(2 * square.row + 1) * side ? 0 : 1
      // The far child goes on the pile first, so that the near one is looked at first.
      var step = 3
      while step >= 0 {
        let column = 2 * square.column + (step & 1 == 0 ? nearColumn : 1 - nearColumn)
        let row = 2 * square.row + (step & 2 == 0 ? nearRow : 1 - nearRow)
        step -= 1
        guard column < below.columns, row < below.rows,
          marks[below.first + row * below.columns + column]
        else { continue }
        // A grain more than the square, since boundaries are marked with a grain of tolerance.
        let dx = max(Double(column) * side - x, x - Double(column + 1) * side) - 1e-5
        let dy = max(Double(row) * side - y, y - Double(row + 1) * side) - 1e-5
        let distance = max(dx, 0) * max(dx, 0) + max(dy, 0) * max(dy, 0)
        guard distance <= bound else { continue }
        waiting[count] = Square(
          floor: square.floor - 1, column: column, row: row, distance: distance)
        count += 1
      }
    }
  }
}
