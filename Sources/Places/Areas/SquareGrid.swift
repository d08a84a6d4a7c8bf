internal import Geometry

/// The squares of CBS: a grid over RD New whose lines lie at multiples of the size.
struct SquareGrid {
  /// A square by its column and row, counted from the origin of RD New.
  struct Cell: Hashable {
    let column: Int
    let row: Int
  }

  /// The side in metres.
  let size: Double

  /// `E1210N4870`: the lower left corner in hectometres.
  func code(_ cell: Cell) -> String {
    func four(_ number: Int) -> String {
      let digits = String(max(number, 0))
      return String(repeating: "0", count: max(4 - digits.count, 0)) + digits
    }
    let hectometres = Int(size / 100)
    return "E" + four(cell.column * hectometres) + "N" + four(cell.row * hectometres)
  }

  func middle(_ cell: Cell) -> Position {
    Position(x: (Double(cell.column) + 0.5) * size, y: (Double(cell.row) + 0.5) * size)
  }

  func surface(_ cell: Cell) -> MultiPolygon? {
    let left = Double(cell.column) * size
    let bottom = Double(cell.row) * size
    let ring = try? Ring([
      Position(x: left, y: bottom), Position(x: left + size, y: bottom),
      Position(x: left + size, y: bottom + size), Position(x: left, y: bottom + size),
      Position(x: left, y: bottom),
    ])
    return ring.map { MultiPolygon([Polygon(exterior: $0)]) }
  }

  /// The squares whose middle may lie in a box.
  func cells(in box: Box) -> [Cell] {
    guard !box.isEmpty else { return [] }
    var cells: [Cell] = []
    for row in Int((box.minY / size).rounded(.down))...Int((box.maxY / size).rounded(.down)) {
      for column in Int((box.minX / size).rounded(.down))...Int((box.maxX / size).rounded(.down)) {
        cells.append(Cell(column: column, row: row))
      }
    }
    return cells
  }

  /// The squares through whose inside a ring runs.
  func cells(along ring: Ring) -> Set<Cell> {
    var cells: Set<Cell> = []
    for index in 1..<ring.positions.count {
      let a = ring.positions[index - 1]
      let b = ring.positions[index]
      // Where the edge crosses lines of the grid; between two crossings it lies in one square.
      var crossings = [0.0, 1.0]
      crossings += self.crossings(a.x, b.x)
      crossings += self.crossings(a.y, b.y)
      crossings.sort()
      for place in 1..<crossings.count where crossings[place] > crossings[place - 1] {
        let middle = (crossings[place] + crossings[place - 1]) / 2
        let x = (a.x + (b.x - a.x) * middle) / size
        let y = (a.y + (b.y - a.y) * middle) / size
        // An edge along a line of the grid is the boundary of both sides, inside of neither.
        guard x != x.rounded() || a.x != b.x, y != y.rounded() || a.y != b.y else { continue }
        cells.insert(Cell(column: Int(x.rounded(.down)), row: Int(y.rounded(.down))))
      }
    }
    return cells
  }

  private func crossings(_ a: Double, _ b: Double) -> [Double] {
    guard a != b else { return [] }
    let low = Int((min(a, b) / size).rounded(.up))
    let high = Int((max(a, b) / size).rounded(.down))
    guard low <= high else { return [] }
    return (low...high).map { (Double($0) * size - a) / (b - a) }.filter { $0 > 0 && $0 < 1 }
  }
}
