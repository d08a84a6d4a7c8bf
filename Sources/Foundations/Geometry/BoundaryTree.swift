/// All edges of many polygons in boxes within boxes, for finding the nearest one.
///
/// Edges that follow each other in a ring stand together in runs; runs that lie near each other, in
/// the order of a Z-curve, share a box. Answers are those of a comparison with every edge, to the last
/// bit: a box is passed over only when rounding cannot matter.
struct BoundaryTree: Sendable {
  /// An edge as the answer to a question.
  struct Nearest: Sendable {
    var polygon: Int
    var run: Int
    var squaredDistance: Double

    static let none = Nearest(polygon: -1, run: -1, squaredDistance: .infinity)
  }

  /// Some edges of one ring, one after the other.
  private struct Run {
    /// Where its corners stand; it has one edge less than corners.
    var corners: Range<UInt32>
    var polygon: UInt32
  }

  private static let edgesPerRun = 8
  private static let boxesPerBox = 8

  private var corners: [Position] = []
  private var runs: [Run] = []
  /// The boxes of all floors: one for each run, then one for each eight boxes of the floor below.
  private var boxes: [Box] = []
  /// Where each floor begins in `boxes`; one more at the end.
  private var floors: [Int] = [0]
  private let curve: ZCurve
  /// More than rounding can do to a distance.
  private let grain: Double

  init(_ areas: [MultiPolygon], box: Box) {
    let curve = ZCurve(box)
    self.curve = curve
    let reach = max(abs(box.minX), abs(box.maxX), abs(box.minY), abs(box.maxY))
    grain = reach.isFinite ? reach * 1e-13 : 0
    let positionCount = areas.reduce(0) { $0 + $1.positionCount }
    var found: [Run] = []
    found.reserveCapacity(positionCount / Self.edgesPerRun + areas.count * 2)
    var unsorted: [Position] = []
    unsorted.reserveCapacity(positionCount + positionCount / Self.edgesPerRun + areas.count)
    for (index, area) in areas.enumerated() {
      for polygon in area.polygons {
        Self.append(polygon.exterior, of: index, to: &unsorted, runs: &found)
        for hole in polygon.holes { Self.append(hole, of: index, to: &unsorted, runs: &found) }
      }
    }
    guard !found.isEmpty else { return }
    let foundBoxes = found.map { run in
      var box = Box.empty
      for corner in run.corners { box.extend(to: unsorted[Int(corner)]) }
      return box
    }
    let order = CountingSort.order(
      of: foundBoxes.map { box in
        curve.place(
          of: Position(x: box.minX / 2 + box.maxX / 2, y: box.minY / 2 + box.maxY / 2))
      })
    corners.reserveCapacity(unsorted.count)
    runs.reserveCapacity(found.count)
    boxes.reserveCapacity(found.count + found.count / 6 + 8)
    for place in order {
      let run = found[Int(place)]
      let first = UInt32(corners.count)
      corners.append(
        contentsOf: unsorted[Int(run.corners.lowerBound)..<Int(run.corners.upperBound)])
      runs.append(Run(corners: first..<UInt32(corners.count), polygon: run.polygon))
      boxes.append(foundBoxes[Int(place)])
    }
    floors.append(boxes.count)
    while boxes.count - floors[floors.count - 2] > 1 {
      let below = floors[floors.count - 2]..<boxes.count
      for first in stride(from: below.lowerBound, to: below.upperBound, by: Self.boxesPerBox) {
        var box = boxes[first]
        for other in (first + 1)..<max(min(first + Self.boxesPerBox, below.upperBound), first + 1) {
          box = box.union(boxes[other])
        }
        boxes.append(box)
      }
      floors.append(boxes.count)
    }
  }

  /// Cuts a ring into runs, without corners that repeat the one before.
  private static func append(
    _ ring: Ring, of polygon: Int, to corners: inout [Position], runs: inout [Run]
  ) {
    let positions = ring.positions
    var first = corners.count
    corners.append(positions[0])
    func close() {
      if corners.count - first > 1 {
        runs.append(
          Run(corners: UInt32(first)..<UInt32(corners.count), polygon: UInt32(polygon)))
      }
    }
    for index in 1..<positions.count where positions[index] != positions[index - 1] {
      if corners.count - first > edgesPerRun {
        close()
        first = corners.count
        corners.append(positions[index - 1])
      }
      corners.append(positions[index])
    }
    close()
  }

  /// The order in which `positions` are best asked for: near ones one after the other.
  func order(of positions: [Position]) -> [UInt32] {
    CountingSort.order(of: positions.map { curve.place(of: $0) })
  }

  /// The edge nearest to `position`; of several equally near one of the first polygon.
  ///
  /// `guess` is an answer to a question nearby, which saves work.
  func nearest(to position: Position, guess: Nearest) -> Nearest {
    var best = Nearest.none
    guard floors.count > 1 else { return best }
    let corners = corners.span
    let runs = runs.span
    let boxes = boxes.span
    let floors = floors.span
    var limit = Double.infinity

    func look(at run: Int) {
      let range = runs[run].corners
      let polygon = Int(runs[run].polygon)
      let end = Int(range.upperBound)
      var least = Double.infinity
      var index = Int(range.lowerBound) + 1
      while index < end {
        let edge = Edge(a: corners[index - 1], b: corners[index])
        least = min(least, edge.squaredDistance(to: position))
        index += 1
      }
      if least < best.squaredDistance
        || (least == best.squaredDistance && polygon < best.polygon)
      {
        best = Nearest(polygon: polygon, run: run, squaredDistance: least)
        let reach = least.squareRoot() + grain
        limit = reach * reach
      }
    }

    if guess.run >= 0 { look(at: guess.run) }
    // Seven boxes of each floor wait at a time, at most; 2³² edges have ten floors.
    var waiting = InlineArray<96, Waiting>(
      repeating: Waiting(floor: floors.count - 2, box: boxes.count - 1, squared: 0))
    var count = 1
    while count > 0 {
      count -= 1
      let next = waiting[count]
      guard next.squared <= limit else { continue }
      if next.floor == 0 {
        look(at: next.box)
        continue
      }
      let below = next.floor - 1
      let first = floors[below] + (next.box - floors[next.floor]) * Self.boxesPerBox
      let end = min(first + Self.boxesPerBox, floors[next.floor])
      // The farthest goes on the pile first, so that the nearest is looked at first.
      let bottom = count
      var box = first
      while box < end {
        let squared = boxes[box].squaredDistance(to: position)
        if squared <= limit {
          var place = count
          while place > bottom, waiting[place - 1].squared < squared {
            waiting[place] = waiting[place - 1]
            place -= 1
          }
          waiting[place] = Waiting(floor: below, box: box, squared: squared)
          count += 1
        }
        box += 1
      }
    }
    return best
  }

  /// A box that is still to be looked into.
  private struct Waiting {
    var floor: Int
    var box: Int
    var squared: Double
  }
}

extension Box {
  /// The square of the distance from `position` to the box, zero inside it.
  @inline(__always)
  func squaredDistance(to position: Position) -> Double {
    let dx = max(minX - position.x, 0, position.x - maxX)
    let dy = max(minY - position.y, 0, position.y - maxY)
    return dx * dx + dy * dy
  }
}
