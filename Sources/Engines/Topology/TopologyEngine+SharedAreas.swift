internal import CGEOS
public import Geometry

/// The surface that two areas have in common.
public struct SharedArea: Hashable, Sendable {
  /// The place of the first area in its list.
  public let first: Int
  /// The place of the second.
  public let second: Int
  /// The surface in square units of the coordinates, above 0.
  public let area: Double
}

extension TopologyEngine {
  /// The surfaces that areas of two lists have in common, by place in the first, then in the second.
  ///
  /// Areas that only touch are left out. Surfaces must be valid: see ``repaired(_:)``.
  /// - Throws: ``TopologyError/refused(operation:message:)``, mostly for invalid input.
  /// - Complexity: O(n·m) comparisons of boxes in the worst case, and an overlay for each pair of
  ///   boundaries that cross: about 0.1 ms for areas of some hundred positions.
  public func sharedAreas(
    _ first: [MultiPolygon], _ second: [MultiPolygon]
  ) throws(TopologyError) -> [SharedArea] {
    let boxes = second.map(\.box)
    let order = boxes.indices.filter { !boxes[$0].isEmpty }.sorted {
      (boxes[$0].minX, $0) < (boxes[$1].minX, $1)
    }
    let widest = boxes.reduce(0) { max($0, $1.width) }
    var handles: [Int: Surface] = [:]
    var shared: [SharedArea] = []
    for (place, area) in first.enumerated() {
      let box = area.box
      guard !box.isEmpty else { continue }
      var low = 0
      var high = order.count
      while low < high {
        let middle = (low + high) / 2
        if boxes[order[middle]].minX < box.minX - widest { low = middle + 1 } else { high = middle }
      }
      var candidates: [Int] = []
      while low < order.count, boxes[order[low]].minX <= box.maxX {
        if boxes[order[low]].intersects(box) { candidates.append(order[low]) }
        low += 1
      }
      guard !candidates.isEmpty else { continue }
      let own = try Surface(area, self)
      for other in candidates.sorted() {
        let counterpart: Surface
        if let known = handles[other] {
          counterpart = known
        } else {
          counterpart = try Surface(second[other], self)
          handles[other] = counterpart
        }
        let common = try commonArea(own, counterpart)
        if common > 0 { shared.append(SharedArea(first: place, second: other, area: common)) }
      }
    }
    return shared
  }

  private func commonArea(
    _ first: Surface, _ second: Surface
  ) throws(TopologyError) -> Double {
    if first.value == second.value { return first.area }
    let crosses = unsafe withContext { context in
      unsafe first.handle.lend { a in
        unsafe second.handle.lend { b in unsafe GEOSIntersects_r(context, a, b) }
      }
    }
    guard crosses != 2 else { throw refusal("overlay") }
    guard crosses == 1 else { return 0 }
    let common = try unsafe make("overlay") { context in
      unsafe first.handle.lend { a in
        unsafe second.handle.lend { b in unsafe GEOSIntersection_r(context, a, b) }
      }
    }
    var area = Double.nan
    let answer = unsafe withContext { context in
      unsafe common.lend { unsafe GEOSArea_r(context, $0, &area) }
    }
    guard answer == 1, area.isFinite else { throw refusal("area of an overlay") }
    return area
  }

  /// A surface and its copy with GEOS, kept for all pairs it is in.
  private final class Surface {
    let value: MultiPolygon
    let handle: GeometryHandle
    var area: Double { value.area }

    init(_ value: MultiPolygon, _ engine: borrowing TopologyEngine) throws(TopologyError) {
      self.value = value
      handle = try engine.geometry([value])
    }
  }
}
