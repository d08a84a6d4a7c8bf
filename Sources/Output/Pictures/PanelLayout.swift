package import Geometry

/// Where the maps of a picture stand: all at one scale, as large as the room allows.
///
/// Maps fill rows from left to right in the order given, or from tall to low when that makes them a
/// sixth larger or more.
package struct PanelLayout {
  /// Where one map stands, in mm: its left upper corner, its name above it included.
  package struct Place: Equatable {
    package let panel: Int
    package let x: Double
    package let y: Double
  }

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
    let given = Array(boxes.indices)
    let tall = given.sorted {
      (boxes[$1].height, $0) < (boxes[$0].height, $1)
    }
    func best(_ order: [Int]) -> (Double, [Place]) {
      // The scale at which the largest map alone fills the room is too large for all.
      var high = 1e9
      for box in boxes {
        high = min(high, width / max(box.width, 1), (height - heading) / max(box.height, 1))
      }
      var low = 0.0
      var found: [Place] = []
      for _ in 0..<60 {
        let middle = (low + high) / 2
        if let places = Self.rows(
          order, boxes, titles, scale: middle, width: width, height: height, heading: heading,
          gap: gap)
        {
          low = middle
          found = places
        } else {
          high = middle
        }
      }
      return (low, found)
    }
    let first = best(given)
    let second = best(tall)
    (scale, places) = second.0 > first.0 * 7 / 6 ? second : first
  }

  private static func rows(
    _ order: [Int], _ boxes: [Box], _ titles: [Double], scale: Double, width: Double,
    height: Double, heading: Double, gap: Double
  ) -> [Place]? {
    var places: [Place] = []
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
      places.append(Place(panel: panel, x: x, y: y))
      x += own + gap
      rowHeight = max(rowHeight, ownHeight)
    }
    return places
  }
}
