package import Geometry

/// Where the maps of a picture stand: all at one scale, as large as the room allows.
///
/// Maps fill rows from left to right in the order given, or in another order when that makes them a
/// sixth larger or more: up to six maps in the order of all that suits the room best, more of them
/// from tall to low.
package struct PanelLayout {
  /// Where one map stands, in mm: its left upper corner, its name above it included.
  package struct Place: Equatable {
    package let panel: Int
    package let x: Double
    package let y: Double
  }

  /// Up to so many maps all orders are tried: 720.
  private static let mostTried = 6

  /// Millimetres of paper for a metre of land.
  package let scale: Double
  /// A place for each map, in the order in which they are drawn.
  package let places: [Place]

  /// - Parameters:
  ///   - boxes: the extents of the maps in metres; none is empty.
  ///   - width, height: the room in mm.
  ///   - titles: the widths of the names above the maps in mm; empty when there are none.
  ///   - heading: what each name above a map takes in mm.
  ///   - gap: the space between maps in mm.
  package init(
    boxes: [Box], titles: [Double] = [], width: Double, height: Double, heading: Double,
    gap: Double
  ) {
    let room = Room(
      boxes: boxes, titles: titles, width: width, height: height, heading: heading, gap: gap)
    let given = Array(boxes.indices)
    let first = room.largest(given, above: 0)
    var best = first
    if boxes.count <= Self.mostTried {
      for order in Self.orders(given) {
        let larger = room.largest(order, above: best.scale * 1.02)
        if larger.scale > best.scale { best = larger }
      }
    } else {
      best = room.largest(
        given.sorted { (boxes[$1].height, $0) < (boxes[$0].height, $1) }, above: first.scale)
    }
    (scale, places) = best.scale > first.scale * 7 / 6 ? best : first
  }

  /// All orders of `items`, those nearest to the one given first.
  private static func orders(_ items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { place in
      var rest = items
      let own = rest.remove(at: place)
      return orders(rest).map { [own] + $0 }
    }
  }
}

/// What the maps are placed in.
private struct Room {
  let boxes: [Box]
  let titles: [Double]
  let width: Double
  let height: Double
  let heading: Double
  let gap: Double

  /// The largest scale at which the maps fit in this order; 0 without places when it is no larger than
  /// `least`.
  func largest(_ order: [Int], above least: Double) -> (
    scale: Double, places: [PanelLayout.Place]
  ) {
    // The scale at which the largest map alone fills the room is too large for all.
    var high = 1e9
    for box in boxes {
      high = min(high, width / max(box.width, 1), (height - heading) / max(box.height, 1))
    }
    var low = least
    var found: [PanelLayout.Place] = []
    if least > 0 {
      guard least < high, let places = rows(order, scale: least) else { return (0, []) }
      found = places
    }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if let places = rows(order, scale: middle) {
        low = middle
        found = places
      } else {
        high = middle
      }
    }
    return (low, found)
  }

  private func rows(_ order: [Int], scale: Double) -> [PanelLayout.Place]? {
    var places: [PanelLayout.Place] = []
    var x = 0.0
    var y = 0.0
    var rowHeight = 0.0
    for panel in order {
      let title = titles.isEmpty ? 0 : min(titles[panel], width)
      let own = max(boxes[panel].width * scale, title)
      if x > 0, x + own > width {
        y += rowHeight + gap
        x = 0
        rowHeight = 0
      }
      let ownHeight = heading + boxes[panel].height * scale
      guard own <= width, y + ownHeight <= height else { return nil }
      places.append(PanelLayout.Place(panel: panel, x: x, y: y))
      x += own + gap
      rowHeight = max(rowHeight, ownHeight)
    }
    return places
  }
}
