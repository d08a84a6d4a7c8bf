internal import Areas
internal import Geometry

/// How much border pairs of areas have in common.
enum SharedBorders {
  private struct Edge: Hashable {
    let x1: Double
    let y1: Double
    let x2: Double
    let y2: Double
  }

  /// The length in metres of the edges that two areas share, the smaller place first, in order.
  ///
  /// An edge is shared when both areas have the same two nodes after each other.
  /// - Complexity: O(nodes).
  static func lengths(of areas: [Area]) -> [(a: Int, b: Int, length: Double)] {
    var owners: [Edge: Int] = [:]
    var lengths: [Int: Double] = [:]
    for (place, area) in areas.enumerated() {
      for polygon in area.geometry.polygons {
        for ring in [polygon.exterior] + polygon.holes {
          let nodes = ring.positions
          for (from, to) in zip(nodes, nodes.dropFirst()) {
            let isForward = (from.x, from.y) < (to.x, to.y)
            let (first, last) = isForward ? (from, to) : (to, from)
            let edge = Edge(x1: first.x, y1: first.y, x2: last.x, y2: last.y)
            guard let other = owners.updateValue(place, forKey: edge), other != place else {
              continue
            }
            let dx = last.x - first.x
            let dy = last.y - first.y
            lengths[other * areas.count + place, default: 0] += (dx * dx + dy * dy).squareRoot()
          }
        }
      }
    }
    return lengths.sorted { $0.key < $1.key }.map {
      ($0.key / areas.count, $0.key % areas.count, $0.value)
    }
  }
}
