/// Square cells over the plane with the segments that pass through each of them.
struct SegmentGrid {
  private let origin: Position
  private let size: Double
  private let columns: Int
  private let rows: Int
  private var starts: [UInt32] = []
  private var entries: [UInt32] = []

  /// Sorts `edges` into cells not smaller than `leastSize`.
  init(_ edges: [Edge], leastSize: Double) {
    var box = Box.empty
    var length = 0.0
    for edge in edges {
      box.extend(to: edge.a)
      box.extend(to: edge.b)
      length += max(abs(edge.b.x - edge.a.x), abs(edge.b.y - edge.a.y))
    }
    let extent = max(box.width, box.height)
    let cap = max((box.width * box.height / 1_000_000).squareRoot(), extent / 60_000)
    let wanted = max(2 * length / Double(max(edges.count, 1)), leastSize, cap)
    let isUsable = !box.isEmpty && wanted.isFinite && wanted > 1e-290
    origin = Position(x: box.minX, y: box.minY)
    size = isUsable ? wanted : .infinity
    columns = isUsable ? Int(box.width / wanted) + 1 : 1
    rows = isUsable ? Int(box.height / wanted) + 1 : 1

    var counts = [UInt32](repeating: 0, count: columns * rows + 1)
    for edge in edges { forEachCell(near: edge, within: 0) { counts[$0 + 1] += 1 } }
    for cell in 0..<(columns * rows) { counts[cell + 1] += counts[cell] }
    var next = counts
    var sorted = [UInt32](repeating: 0, count: Int(counts[columns * rows]))
    for (index, edge) in edges.enumerated() {
      forEachCell(near: edge, within: 0) {
        sorted[Int(next[$0])] = UInt32(index)
        next[$0] += 1
      }
    }
    starts = counts
    entries = sorted
  }

  /// Calls `body` with every segment that may lie within `reach` of `edge`, perhaps repeatedly.
  func forEachSegment(near edge: Edge, within reach: Double, _ body: (Int) -> Void) {
    forEachCell(near: edge, within: reach) { cell in
      for entry in Int(starts[cell])..<Int(starts[cell + 1]) { body(Int(entries[entry])) }
    }
  }

  private func forEachCell(near edge: Edge, within reach: Double, _ body: (Int) -> Void) {
    // In units of cells; the slack covers rounding.
    let margin = reach / size + 1e-6
    let ax = (edge.a.x - origin.x) / size
    let ay = (edge.a.y - origin.y) / size
    let bx = (edge.b.x - origin.x) / size
    let by = (edge.b.y - origin.y) / size
    let firstRow = Self.clamp(min(ay, by) - margin, rows)
    let lastRow = Self.clamp(max(ay, by) + margin, rows)
    for row in firstRow...lastRow {
      var west = min(ax, bx)
      var east = max(ax, bx)
      if firstRow != lastRow && ay != by {
        let slope = (bx - ax) / (by - ay)
        let atBottom = ax + (Double(row) - margin - ay) * slope
        let atTop = ax + (Double(row + 1) + margin - ay) * slope
        west = max(west, min(atBottom, atTop))
        east = min(east, max(atBottom, atTop))
      }
      let first = Self.clamp(west - margin, columns)
      let last = Self.clamp(east + margin, columns)
      if first <= last { for column in first...last { body(row * columns + column) } }
    }
  }

  private static func clamp(_ value: Double, _ count: Int) -> Int {
    guard value > 0 else { return 0 }
    return value < Double(count) ? Int(value) : count - 1
  }
}
