public import Geometry

/// The surfaces between levels of a field that is known at the middles of cells.
///
/// Each square between four middles is divided into four triangles around the mean of its corners; in
/// a triangle the field is linear, so nothing is ambiguous (marching triangles). A line crosses the side
/// of a triangle where the field has the level, at least 1/64 of the side away from its ends. The
/// surfaces share their boundaries exactly and do not overlap.
///
/// From the lines one can compute values of the field: only for values that may be known exactly.
public enum Isobands {
  /// The surfaces of the classes between `levels`.
  /// - Parameters:
  ///   - values: the field at each cell of `frame`; nil where nothing is drawn. A square is drawn when
  ///     all four corners have a value.
  ///   - levels: ascending. Class 0 lies below the first, class k from level k − 1 up to level k.
  /// - Complexity: O(cells · classes in a cell).
  public static func surfaces(
    of values: [Double?], on frame: CellFrame, levels: [Double]
  ) -> [(number: Int, surface: MultiPolygon)] {
    precondition(values.count == frame.count, "one value per cell")
    var tracers: [Int: BoundaryTracer] = [:]
    for row in 0..<(frame.rows - 1) {
      for column in 0..<(frame.columns - 1) {
        let south = row * frame.columns + column
        let north = south + frame.columns
        guard let a = values[south], let b = values[south + 1], let c = values[north + 1],
          let d = values[north]
        else { continue }
        let corners = [
          Corner(frame.center(column: column, row: row), a),
          Corner(frame.center(column: column + 1, row: row), b),
          Corner(frame.center(column: column + 1, row: row + 1), c),
          Corner(frame.center(column: column, row: row + 1), d),
        ]
        let lowest = levels.classNumber(min(min(a, b), min(c, d)))
        let highest = levels.classNumber(max(max(a, b), max(c, d)))
        if lowest == highest {
          tracers[lowest, default: BoundaryTracer()].add(corners.map(\.position))
          continue
        }
        let middle = Corner(
          frame.corner(column: column + 1, row: row + 1), ((a + c) + (b + d)) / 4)
        for side in 0..<4 {
          let triangle = [corners[side], corners[(side + 1) % 4], middle]
          for number in lowest...highest {
            let piece = triangle.part(
              from: number == 0 ? -.infinity : levels[number - 1],
              to: number == levels.count ? .infinity : levels[number])
            if piece.count > 2 { tracers[number, default: BoundaryTracer()].add(piece) }
          }
        }
      }
    }
    return tracers.keys.sorted().map { ($0, tracers[$0]?.surface() ?? MultiPolygon([])) }
  }
}

/// A position at which the field is known.
private struct Corner {
  let position: Position
  let value: Double

  init(_ position: Position, _ value: Double) {
    self.position = position
    self.value = value
  }

  /// Where the field passes `level` between two corners, the same from either end.
  static func crossing(_ a: Corner, _ b: Corner, _ level: Double) -> Position {
    let (low, high) = a.value <= b.value ? (a, b) : (b, a)
    let share = (level - low.value) / (high.value - low.value)
    let kept = min(max(share, 1.0 / 64), 63.0 / 64)
    return Position(
      x: low.position.x + kept * (high.position.x - low.position.x),
      y: low.position.y + kept * (high.position.y - low.position.y))
  }
}

extension [Corner] {
  /// The part of a triangle in which the field is from `lower` up to `upper`, counter-clockwise.
  fileprivate func part(from lower: Double, to upper: Double) -> [Position] {
    var result: [Position] = []
    func add(_ position: Position) {
      if result.last != position { result.append(position) }
    }
    for index in indices {
      let (a, b) = (self[index], self[(index + 1) % count])
      if a.value >= lower, a.value < upper { add(a.position) }
      let levels = a.value < b.value ? [lower, upper] : [upper, lower]
      for level in levels where (a.value < level) != (b.value < level) {
        add(Corner.crossing(a, b, level))
      }
    }
    if result.count > 1, result.first == result.last { result.removeLast() }
    return result
  }
}

extension [Double] {
  /// The number of levels at or below `value`.
  func classNumber(_ value: Double) -> Int { firstPlace { $0 > value } }
}
