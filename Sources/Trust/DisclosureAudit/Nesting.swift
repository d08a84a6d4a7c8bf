/// Cells of which any two are nested or disjoint, each in the smallest that holds it.
///
/// Of cells with the same members the first holds the others.
struct Nesting {
  /// For each unknown, and after them for each cell, the smallest cell that holds it, or -1.
  private var above: [Int32]
  private let unknowns: Int
  /// For each unknown and cell how many unknowns it has.
  private let sizes: [Int32]
  /// How many members of the cell that is looked at lie in each; nothing between two of them.
  private var counts: [Int32]

  /// No cells of a system yet.
  init(_ system: CountSystem) {
    unknowns = system.values.count
    sizes =
      Array(repeating: 1, count: unknowns) + system.cells.map { Int32($0.members.count) }
    above = Array(repeating: -1, count: sizes.count)
    counts = Array(repeating: 0, count: sizes.count)
  }

  /// The smallest cell that holds an unknown, or -1.
  func smallest(holding unknown: Int) -> Int { Int(above[unknown]) }

  /// The smallest other cell that holds a cell, or -1.
  func parent(of cell: Int) -> Int { Int(above[unknowns + cell]) }

  /// Adds cells with unknowns, or none of them when two would cross.
  /// - Returns: whether they were added.
  /// - Complexity: O(members × depth).
  mutating func add(_ cells: [Int], in system: CountSystem) -> Bool {
    var undo: [(place: Int, above: Int32)] = []
    for cell in cells {
      guard insert(Int32(cell), members: system.cells[cell].members, undo: &undo) else {
        for change in undo.reversed() { above[change.place] = change.above }
        return false
      }
    }
    return true
  }

  private mutating func insert(
    _ cell: Int32, members: [Int32], undo: inout [(place: Int, above: Int32)]
  ) -> Bool {
    // The largest things that would lie in the cell, and what would hold it.
    var parts: [Int] = []
    var holder: Int32?
    var fits = true
    for member in members {
      var part = Int(member)
      while above[part] >= 0, !holds(above[part], cell) { part = unknowns + Int(above[part]) }
      holder = holder ?? above[part]
      fits = holder == above[part]
      if !fits { break }
      if counts[part] == 0 { parts.append(part) }
      counts[part] += 1
    }
    for part in parts {
      fits = fits && counts[part] == sizes[part]
      counts[part] = 0
    }
    guard fits, let holder else { return false }
    for part in parts {
      undo.append((part, above[part]))
      above[part] = cell
    }
    let place = unknowns + Int(cell)
    undo.append((place, above[place]))
    above[place] = holder
    return true
  }

  /// Whether the one holds the other if they have members in common and do not cross.
  private func holds(_ one: Int32, _ other: Int32) -> Bool {
    let (size, smaller) = (sizes[unknowns + Int(one)], sizes[unknowns + Int(other)])
    return size > smaller || size == smaller && one < other
  }
}
