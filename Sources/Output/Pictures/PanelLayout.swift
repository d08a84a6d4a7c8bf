package import Geometry

/// Where the maps of a picture stand: all at one scale, as large as the room allows.
///
/// Each map stands as high as it can and then as far to the left, also below a lower one. That is done in
/// the order given, or in another order when that makes the maps a tenth larger or more: up to six maps in
/// the order of all that suits the room best, more of them from tall to low.
package struct PanelLayout {
  /// Where one map stands, in mm: its left upper corner, its name above it included.
  package struct Place: Equatable {
    package let panel: Int
    package let x: Double
    package let y: Double
  }

  /// A size in mm.
  package struct Size: Equatable {
    package let width: Double
    package let height: Double

    package init(width: Double, height: Double) {
      self.width = width
      self.height = height
    }
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
  ///   - corner: what is taken of the room in its right upper corner, by a legend for instance.
  package init(
    boxes: [Box], titles: [Double] = [], width: Double, height: Double, heading: Double,
    gap: Double, corner: Size = Size(width: 0, height: 0)
  ) {
    let room = Room(
      boxes: boxes, titles: titles, width: width, height: height, heading: heading, gap: gap,
      corner: corner)
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
    (scale, places) = best.scale > first.scale * 1.1 ? best : first
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
  let corner: PanelLayout.Size

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
      guard least < high, let places = placed(order, scale: least) else { return (0, []) }
      found = places
    }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if let places = placed(order, scale: middle) {
        low = middle
        found = places
      } else {
        high = middle
      }
    }
    return (low, found)
  }

  /// A place for each map at this scale; `nil` when one finds none.
  private func placed(_ order: [Int], scale: Double) -> [PanelLayout.Place]? {
    var taken: [Rectangle] = []
    // A map begins at an edge of the room or behind one that is there.
    var lefts = [0.0]
    var tops = [0.0]
    if corner.width > 0 {
      taken.append(
        Rectangle(x: width - corner.width, y: 0, width: corner.width, height: corner.height))
      tops.append(corner.height + gap)
    }
    var places: [PanelLayout.Place] = []
    for panel in order {
      let own = Rectangle(
        x: 0, y: 0,
        width: max(boxes[panel].width * scale, titles.isEmpty ? 0 : min(titles[panel], width)),
        height: heading + boxes[panel].height * scale)
      guard let place = first(of: own, lefts: lefts, tops: tops, beside: taken) else { return nil }
      taken.append(place)
      lefts.append(place.right + gap)
      tops.append(place.bottom + gap)
      places.append(PanelLayout.Place(panel: panel, x: place.x, y: place.y))
    }
    return places
  }

  private func first(
    of own: Rectangle, lefts: [Double], tops: [Double], beside taken: [Rectangle]
  ) -> Rectangle? {
    var place = own
    for y in tops.sorted() where y + own.height <= height {
      place.y = y
      for x in lefts.sorted() where x + own.width <= width {
        place.x = x
        if taken.allSatisfy({ $0.isApart(from: place, by: gap) }) { return place }
      }
    }
    return nil
  }
}

/// A part of the room, in mm.
private struct Rectangle {
  var x: Double
  var y: Double
  let width: Double
  let height: Double

  var right: Double { x + width }
  var bottom: Double { y + height }

  func isApart(from other: Rectangle, by gap: Double) -> Bool {
    // Sums of the same numbers may differ in their last bits.
    let least = gap * (1 - 1e-9)
    return other.x - right >= least || x - other.right >= least
      || other.y - bottom >= least || y - other.bottom >= least
  }
}
