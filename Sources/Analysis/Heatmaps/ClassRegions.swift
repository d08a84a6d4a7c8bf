public import Geometry

/// The surfaces of the classes of a grid, drawn from the classes alone.
///
/// The corners of the squares between the middles of cells have a class; a square is divided halfway
/// between different ones, with corners cut off. So the drawing says nothing of the values in the cells
/// but their class. Surfaces of different classes share their boundaries exactly and do not overlap;
/// at a crossing the higher class goes through.
public enum ClassRegions {
  /// The surface of each class that occurs.
  ///
  /// Of a side between two squares that are drawn, each half has one class in both, so it bounds nothing.
  /// - Parameters:
  ///   - classes: the class of each cell of `frame`; nil where nothing is drawn. A square is drawn when
  ///     all four corners have a class.
  /// - Complexity: O(cells).
  public static func surfaces(
    of classes: [Int?], on frame: CellFrame
  ) -> [(number: Int, surface: MultiPolygon)] {
    precondition(classes.count == frame.count, "one class per cell")
    func corners(_ column: Int, _ row: Int) -> SIMD4<Int>? {
      guard 0..<(frame.columns - 1) ~= column, 0..<(frame.rows - 1) ~= row else { return nil }
      let south = row * frame.columns + column
      let north = south + frame.columns
      guard let a = classes[south], let b = classes[south + 1], let c = classes[north + 1],
        let d = classes[north]
      else { return nil }
      return SIMD4(a, b, c, d)
    }
    var tracers: [Int: BoundaryTracer] = [:]
    for row in 0..<(frame.rows - 1) {
      for column in 0..<(frame.columns - 1) {
        guard let own = corners(column, row) else { continue }
        let hasNeighbour = [
          (column, row - 1), (column + 1, row), (column, row + 1), (column - 1, row),
        ]
        .map { corners($0, $1) != nil }
        if own == SIMD4(repeating: own.x), !hasNeighbour.contains(false) { continue }
        let square = Square(frame, column: column, row: row)
        for (number, piece) in square.pieces((0..<4).map { own[$0] }) {
          tracers[number, default: BoundaryTracer()].add(piece) { from, to in
            square.side(from, to).map { hasNeighbour[$0] } ?? false
          }
        }
      }
    }
    return tracers.keys.sorted().map { ($0, tracers[$0]?.surface() ?? MultiPolygon([])) }
  }

  /// A square between four middles of cells, its corners counter-clockwise from the south-west.
  private struct Square {
    let corners: [Position]
    let middles: [Position]
    let center: Position

    init(_ frame: CellFrame, column: Int, row: Int) {
      let a = frame.center(column: column, row: row)
      let c = frame.center(column: column + 1, row: row + 1)
      let middle = frame.corner(column: column + 1, row: row + 1)
      corners = [a, Position(x: c.x, y: a.y), c, Position(x: a.x, y: c.y)]
      middles = [
        Position(x: middle.x, y: a.y), Position(x: c.x, y: middle.y),
        Position(x: middle.x, y: c.y), Position(x: a.x, y: middle.y),
      ]
      center = middle
    }

    /// The side of the square, from the south, on which a line lies.
    func side(_ from: Position, _ to: Position) -> Int? {
      if from.y == to.y {
        return from.y == corners[0].y ? 0 : from.y == corners[2].y ? 2 : nil
      }
      guard from.x == to.x else { return nil }
      return from.x == corners[1].x ? 1 : from.x == corners[0].x ? 3 : nil
    }

    /// The class of each piece, and its corners. All positions on the outline of the square are those
    /// of its corners and middles, so that neighbours fit.
    func pieces(_ classes: [Int]) -> [(Int, [Position])] {
      let outline = (0..<4).flatMap { [corners[$0], middles[$0]] }
      let different = Set(classes).sorted()
      if different.count == 1 { return [(classes[0], outline)] }
      guard different.count == 2 else { return quarters(classes) }
      let higher = different[1]
      let places = (0..<4).filter { classes[$0] == higher }
      switch places.count {
      case 1: return cut([places[0]], from: outline, higher, rest: different[0])
      case 3:
        let lone = (0..<4).first { classes[$0] != higher } ?? 0
        return cut([lone], from: outline, different[0], rest: higher)
      default:
        if places[1] - places[0] == 2 {
          let others = (0..<4).filter { classes[$0] != higher }
          return cut(others, from: outline, different[0], rest: higher)
        }
        return halves(classes)
      }
    }

    /// Cuts corners off, each a triangle, and leaves one piece with the rest.
    private func cut(
      _ places: [Int], from outline: [Position], _ number: Int, rest: Int
    ) -> [(Int, [Position])] {
      let off = Set(places.map { corners[$0] })
      return places.map { place in
        (number, [middles[(place + 3) % 4], corners[place], middles[place]])
      } + [(rest, outline.filter { !off.contains($0) })]
    }

    /// Two corners next to each other against the other two.
    private func halves(_ classes: [Int]) -> [(Int, [Position])] {
      let first = (0..<4).first { classes[$0] == classes[($0 + 1) % 4] } ?? 0
      return [first, first + 2].map { start in
        let (p, q) = (start % 4, (start + 1) % 4)
        return (classes[p], [middles[(p + 3) % 4], corners[p], middles[p], corners[q], middles[q]])
      }
    }

    private func quarters(_ classes: [Int]) -> [(Int, [Position])] {
      (0..<4).map { place in
        (classes[place], [center, middles[(place + 3) % 4], corners[place], middles[place]])
      }
    }
  }
}

extension CellFrame {
  /// The south-western corner of a cell.
  func corner(column: Int, row: Int) -> Position {
    Position(x: Double(firstColumn + column) * cellSize, y: Double(firstRow + row) * cellSize)
  }
}
