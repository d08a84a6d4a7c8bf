internal import Geometry

/// The lines of a context layer within one gemeente, as coarse as a backdrop may be.
///
/// Nothing is counted on them and no area is made of them, so unlike boundaries they may come to cross.
enum ContextLines {
  /// Rings of surfaces, cut off at the edges of `box`; each ends where it begins.
  static func rings(of surfaces: [MultiPolygon], in box: Box) -> [[Position]] {
    surfaces.filter { $0.box.intersects(box) }.flatMap(\.polygons).flatMap { polygon in
      ([polygon.exterior] + polygon.holes).map(\.positions)
    }.compactMap { ring in
      let cut = clipped(ring, to: box)
      return cut.count > 3 ? cut : nil
    }
  }

  /// As coarse as `tolerance` allows, without what is too small to be seen then: lines shorter than eight
  /// times as much, and rings around less than the square of four times as much.
  static func coarse(_ lines: [[Position]], areRings: Bool, tolerance: Double) -> [[Position]] {
    lines.compactMap { line in
      guard areRings else {
        return length(line) < 8 * tolerance ? nil : thinned(line, tolerance: tolerance)
      }
      guard surface(line) >= 16 * tolerance * tolerance else { return nil }
      let thin = thinned(line, tolerance: tolerance)
      return thin.count > 3 ? thin : nil
    }
  }

  /// Lines that meet end to end become one, so that a road of many short stretches is as long as it is. An
  /// end at which three or more meet is a crossing and stays an end.
  static func joined(_ lines: [[Position]]) -> [[Position]] {
    let lines = lines.filter { $0.count > 1 }
    /// The lines with an end at a position: twice their place, plus one for their last position.
    var ends: [Position: [Int]] = [:]
    for (place, line) in lines.enumerated() {
      ends[line[0], default: []].append(2 * place)
      ends[line[line.count - 1], default: []].append(2 * place + 1)
    }
    var isTaken = [Bool](repeating: false, count: lines.count)
    /// What follows an end of a line, up to a crossing.
    func following(_ end: Int) -> [Position] {
      var found: [Position] = []
      var end = end
      while true {
        let line = lines[end / 2]
        let meeting = ends[end % 2 == 1 ? line[line.count - 1] : line[0]] ?? []
        guard meeting.count == 2, let next = meeting.first(where: { $0 != end }),
          !isTaken[next / 2]
        else { return found }
        isTaken[next / 2] = true
        found += (next % 2 == 0 ? lines[next / 2] : lines[next / 2].reversed()).dropFirst()
        end = next ^ 1
      }
    }
    return lines.indices.compactMap { place in
      guard !isTaken[place] else { return nil }
      isTaken[place] = true
      let after = following(2 * place + 1)
      let before = following(2 * place)
      return before.reversed() + lines[place] + after
    }
  }

  static func length(_ line: [Position]) -> Double {
    zip(line, line.dropFirst()).reduce(0) { sum, step in
      let (x, y) = (step.1.x - step.0.x, step.1.y - step.0.y)
      return sum + (x * x + y * y).squareRoot()
    }
  }

  /// The surface within a ring that ends where it begins.
  static func surface(_ ring: [Position]) -> Double {
    guard let origin = ring.first else { return 0 }
    return abs(
      zip(ring, ring.dropFirst()).reduce(0) { sum, step in
        sum + (step.0.x - origin.x) * (step.1.y - origin.y)
          - (step.1.x - origin.x) * (step.0.y - origin.y)
      }) / 2
  }

  /// The stretches of lines that come into `box`, whole steps between two positions at a time.
  static func stretches(of lines: [[Position]], in box: Box) -> [[Position]] {
    var found: [[Position]] = []
    for line in lines {
      var stretch: [Position] = []
      for (from, to) in zip(line, line.dropFirst()) {
        var step = Box.empty
        step.extend(to: from)
        step.extend(to: to)
        if step.intersects(box) {
          if stretch.isEmpty { stretch.append(from) }
          stretch.append(to)
        } else if !stretch.isEmpty {
          found.append(stretch)
          stretch = []
        }
      }
      if !stretch.isEmpty { found.append(stretch) }
    }
    return found
  }

  /// A closed ring within a box (Sutherland and Hodgman 1974, doi:10.1145/360767.360802). Parts that
  /// come apart stay joined along its edge, which shows in no fill.
  static func clipped(_ ring: [Position], to box: Box) -> [Position] {
    typealias Edge = (isInside: (Position) -> Bool, cut: (Position, Position) -> Position)
    func across(x: Double, _ a: Position, _ b: Position) -> Position {
      Position(x: x, y: a.y + (b.y - a.y) * ((x - a.x) / (b.x - a.x)))
    }
    func along(y: Double, _ a: Position, _ b: Position) -> Position {
      Position(x: a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y)), y: y)
    }
    let edges: [Edge] = [
      ({ $0.x >= box.minX }, { across(x: box.minX, $0, $1) }),
      ({ $0.x <= box.maxX }, { across(x: box.maxX, $0, $1) }),
      ({ $0.y >= box.minY }, { along(y: box.minY, $0, $1) }),
      ({ $0.y <= box.maxY }, { along(y: box.maxY, $0, $1) }),
    ]
    var corners = ring.last == ring.first ? Array(ring.dropLast()) : ring
    for edge in edges {
      guard var from = corners.last else { return [] }
      var kept: [Position] = []
      for to in corners {
        if edge.isInside(to) != edge.isInside(from) { kept.append(edge.cut(from, to)) }
        if edge.isInside(to) { kept.append(to) }
        from = to
      }
      corners = kept
    }
    return corners.isEmpty ? [] : corners + [corners[0]]
  }

  /// The line without positions that lie nearer than `tolerance` to it (Douglas and Peucker 1973,
  /// doi:10.3138/FM57-6770-U75U-7727); the first and last stay.
  static func thinned(_ line: [Position], tolerance: Double) -> [Position] {
    guard line.count > 2 else { return line }
    var isKept = Array(repeating: false, count: line.count)
    isKept[0] = true
    isKept[line.count - 1] = true
    var open = [(0, line.count - 1)]
    while let (from, to) = open.popLast() {
      guard to - from > 1 else { continue }
      var farthest = from
      var most = tolerance * tolerance
      for place in (from + 1)..<to {
        let distance = squaredDistance(of: line[place], to: (line[from], line[to]))
        if distance > most { (most, farthest) = (distance, place) }
      }
      guard farthest > from else { continue }
      isKept[farthest] = true
      open.append((from, farthest))
      open.append((farthest, to))
    }
    return line.indices.filter { isKept[$0] }.map { line[$0] }
  }

  private static func squaredDistance(
    of position: Position, to segment: (from: Position, to: Position)
  ) -> Double {
    let dx = segment.to.x - segment.from.x
    let dy = segment.to.y - segment.from.y
    let length = dx * dx + dy * dy
    let x = position.x - segment.from.x
    let y = position.y - segment.from.y
    let along = length > 0 ? min(1, max(0, (x * dx + y * dy) / length)) : 0
    let offX = x - along * dx
    let offY = y - along * dy
    return offX * offX + offY * offY
  }
}
