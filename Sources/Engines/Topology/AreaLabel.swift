public import Geometry

/// A position that is known to lie in an area of which the boundary is not known.
public struct AreaLabel: Hashable, Sendable {
  /// Where the label stands, in metres.
  public let position: Position
  /// The ordinal of the area; several labels may share it.
  public let group: Int
  /// The ordinal of the larger area, for instance the municipality: one hull is drawn around all
  /// labels of a region.
  public let region: Int

  /// Makes a label.
  public init(position: Position, group: Int, region: Int) {
    self.position = position
    self.group = group
    self.region = region
  }
}

/// Labels in order of easting, searched for the nearest one.
struct LabelIndex {
  /// The labels at different positions, by x, then y.
  let labels: [AreaLabel]

  init(sorted labels: [AreaLabel]) {
    self.labels = labels
  }

  /// The ordinal of the label nearest to `position`; of equals the first. The index is not empty.
  ///
  /// Looks outward from the position in both directions until the difference in easting alone is
  /// larger than the distance found.
  func nearest(to position: Position) -> Int {
    var low = 0
    var high = labels.count
    while low < high {
      let middle = (low + high) / 2
      if labels[middle].position.x < position.x { low = middle + 1 } else { high = middle }
    }
    var best = (distance: Double.infinity, index: 0)
    func consider(_ index: Int) -> Bool {
      let x = labels[index].position.x - position.x
      let y = labels[index].position.y - position.y
      guard x * x <= best.distance else { return false }
      let distance = x * x + y * y
      if distance < best.distance || (distance == best.distance && index < best.index) {
        best = (distance, index)
      }
      return true
    }
    var (left, right) = (low - 1, low)
    var (leftOpen, rightOpen) = (true, true)
    while leftOpen || rightOpen {
      leftOpen = leftOpen && left >= 0 && consider(left)
      rightOpen = rightOpen && right < labels.count && consider(right)
      left -= 1
      right += 1
    }
    return best.index
  }
}
