internal import Geometry

extension ContextLayer {
  /// How many names of a layer a page holds at most: about 30 kB.
  public static let mostNames = 600

  /// Leaves out names until there are no more than ``mostNames``: first those that lie nearest to a larger
  /// one, so that those that stay are spread over the map. A name that occurs again near by goes before
  /// another. Those that stay are in the order in which they may be left out, the last first.
  ///
  /// Cost: one pass over the names for each doubling of the distance between them.
  /// - Returns: how many were left out.
  public mutating func thinNames() -> Int {
    let all = names.sorted { one, other in
      (-one.surface, one.text, one.position.x, one.position.y)
        < (-other.surface, other.text, other.position.x, other.position.y)
    }
    var kept = all
    var distance = 50.0
    while kept.count > Self.mostNames {
      kept = Self.apart(all, by: distance)
      distance *= 1.3
    }
    let left = names.count - kept.count
    names = kept
    return left
  }

  /// Of the names in turn those that lie no nearer than `distance` to one that was taken before, and of the
  /// same text no nearer than eight times as far.
  static func apart(_ names: [Name], by distance: Double) -> [Name] {
    struct Cell: Hashable {
      let column: Int
      let row: Int
    }
    var cells: [Cell: [Position]] = [:]
    var same: [String: [Position]] = [:]
    func isNear(_ one: Position, _ other: Position, _ distance: Double) -> Bool {
      let (x, y) = (one.x - other.x, one.y - other.y)
      return x * x + y * y < distance * distance
    }
    return names.filter { name in
      let own = Cell(
        column: Int((name.position.x / distance).rounded(.down)),
        row: Int((name.position.y / distance).rounded(.down)))
      if same[name.text, default: []].contains(where: { isNear($0, name.position, 8 * distance) }) {
        return false
      }
      for column in (own.column - 1)...(own.column + 1) {
        for row in (own.row - 1)...(own.row + 1) {
          let near = cells[Cell(column: column, row: row)] ?? []
          if near.contains(where: { isNear($0, name.position, distance) }) { return false }
        }
      }
      cells[own, default: []].append(name.position)
      same[name.text, default: []].append(name.position)
      return true
    }
  }
}
