/// The boundary pieces of all areas with their ends as numbered nodes, and which of them two
/// neighbours share.
struct CoverageMesh {
  /// A straight piece of a boundary that has its own area at the left.
  struct Segment {
    let from: UInt32
    let to: UInt32
    let area: UInt32
  }

  private(set) var nodes: [Position] = []
  private(set) var segments: [Segment] = []
  /// One segment of each ring: its longest.
  private(set) var longestOfRing: [Int] = []
  /// The segments, in order, that have no area at their right with the same two ends.
  private(set) var unmatched: [Int] = []
  /// Groups of areas that hang together by shared nodes, ordered by their first area.
  private(set) var components: [[Int]] = []

  init(_ areas: [MultiPolygon]) {
    let capacity = areas.reduce(0) { $0 + $1.positionCount }
    var table = NumberTable(capacity: capacity)
    segments.reserveCapacity(capacity)
    for (index, area) in areas.enumerated() {
      for polygon in area.polygons {
        append(polygon.exterior, reversed: polygon.exterior.signedArea < 0, index, &table)
        for hole in polygon.holes { append(hole, reversed: hole.signedArea > 0, index, &table) }
      }
    }
    match()
    connect(areaCount: areas.count)
  }

  func edge(_ index: Int) -> Edge {
    Edge(a: nodes[Int(segments[index].from)], b: nodes[Int(segments[index].to)])
  }

  private mutating func append(
    _ ring: Ring, reversed: Bool, _ area: Int, _ table: inout NumberTable
  ) {
    var previous: Int?
    var longest = (length: -1.0, segment: 0)
    for position in ring.positions {
      // Adding zero makes minus zero equal to zero.
      let x = position.x + 0
      let y = position.y + 0
      let node = table.number(x.bitPattern, y.bitPattern)
      if node == nodes.count { nodes.append(Position(x: x, y: y)) }
      defer { previous = node }
      guard let start = previous, start != node else { continue }
      let dx = x - nodes[start].x
      let dy = y - nodes[start].y
      let length = dx * dx + dy * dy
      if length > longest.length { longest = (length, segments.count) }
      segments.append(
        Segment(
          from: UInt32(reversed ? node : start), to: UInt32(reversed ? start : node),
          area: UInt32(area)))
    }
    if longest.length >= 0 { longestOfRing.append(longest.segment) }
  }

  private mutating func match() {
    var table = NumberTable(capacity: segments.count)
    // Bit 1: an area at one side; bit 2: at the other.
    var sides: [UInt8] = []
    sides.reserveCapacity(segments.count)
    var numbers: [UInt32] = []
    numbers.reserveCapacity(segments.count)
    for segment in segments {
      let up = segment.from < segment.to
      let low = UInt64(up ? segment.from : segment.to)
      let high = UInt64(up ? segment.to : segment.from)
      let number = table.number(low, high)
      if number == sides.count { sides.append(0) }
      sides[number] |= up ? 1 : 2
      numbers.append(UInt32(number))
    }
    unmatched = segments.indices.filter { sides[Int(numbers[$0])] != 3 }
  }

  /// Joins areas that have a node in common.
  private mutating func connect(areaCount: Int) {
    var parents = Array(0..<areaCount)
    func root(_ area: Int) -> Int {
      var area = area
      while parents[area] != area {
        parents[area] = parents[parents[area]]
        area = parents[area]
      }
      return area
    }
    var firstArea = [UInt32](repeating: .max, count: nodes.count)
    var hasSurface = [Bool](repeating: false, count: areaCount)
    for segment in segments {
      let area = Int(segment.area)
      hasSurface[area] = true
      // A ring is closed: each of its nodes begins one of its segments.
      let node = Int(segment.from)
      if firstArea[node] == .max {
        firstArea[node] = segment.area
      } else if Int(firstArea[node]) != area {
        let a = root(area)
        let b = root(Int(firstArea[node]))
        if a != b { parents[max(a, b)] = min(a, b) }
      }
    }
    var numbers: [Int: Int] = [:]
    for area in 0..<areaCount where hasSurface[area] {
      let top = root(area)
      if let number = numbers[top] {
        components[number].append(area)
      } else {
        numbers[top] = components.count
        components.append([area])
      }
    }
  }
}
