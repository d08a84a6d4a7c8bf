internal import Geometry

/// The point of each record that is counted, with its area: to find points on which records are
/// heaped. In memory only, 12 bytes a record.
struct CountedPoints: Sendable {
  /// The point of a record that has none: placed by street, say.
  private static let none = UInt64.max

  private var points: [UInt64] = []
  /// The ordinals of the areas; -1 for records that are counted no more.
  private var areas: [Int32] = []

  /// Adds a record at an address.
  mutating func add(_ point: AddressPoint?, area: Int32) {
    points.append(point.map(\.word) ?? Self.none)
    areas.append(area)
  }

  /// Adds a record at a position in RD New. Positions within a millimetre are one point.
  mutating func add(_ position: Position, area: Int32) {
    // Millimetres in the Netherlands are below 2^30.
    let x = UInt32(truncatingIfNeeded: Int64((position.x * 1_000).rounded()))
    let y = UInt32(truncatingIfNeeded: Int64((position.y * 1_000).rounded()))
    points.append(UInt64(x) << 32 | UInt64(y))
    areas.append(area)
  }

  /// Adds the records of `other` for whose area `isWanted` is true.
  mutating func add(_ other: CountedPoints, wanted: [Bool]) {
    for (point, area) in zip(other.points, other.areas) where wanted[Int(area)] {
      points.append(point)
      areas.append(area)
    }
  }

  /// The same with each area in the one that `places` names; -1 is none.
  func moved(to places: [Int32]) -> CountedPoints {
    var moved = self
    moved.areas = areas.map { $0 < 0 ? -1 : places[Int($0)] }
    return moved
  }

  /// The records at points that hold at least `minimum` of those that are counted, how many such points there
  /// are, and how many records the fullest holds.
  /// - Complexity: O(n log n) for n records, and 8 bytes of memory for each.
  func stacks(minimum: Int) -> (records: Int, points: Int, largest: Int) {
    var sorted: [UInt64] = []
    for (point, area) in zip(points, areas) where area >= 0 && point != Self.none {
      sorted.append(point)
    }
    sorted.sort()
    var stacks = (records: 0, points: 0, largest: 0)
    var first = 0
    while first < sorted.count {
      var next = first + 1
      while next < sorted.count, sorted[next] == sorted[first] { next += 1 }
      if next - first >= minimum {
        stacks.records += next - first
        stacks.points += 1
        stacks.largest = max(stacks.largest, next - first)
      }
      first = next
    }
    return stacks
  }

  /// The points that hold at least `minimum` records and at least `share` of those of their area, by
  /// descending share, then count, then area.
  /// - Complexity: O(n log n) for n records, and 8 bytes of memory for each.
  func heaps(minimum: Int, share: Double) -> [PlacementQuality.Heap] {
    var starts = [Int](repeating: 0, count: Int(areas.max() ?? -1) + 2)
    for area in areas where area >= 0 { starts[Int(area) + 1] += 1 }
    for area in starts.indices.dropFirst() { starts[area] += starts[area - 1] }
    var ends = starts
    var sorted = [UInt64](repeating: 0, count: starts.last ?? 0)
    for (point, area) in zip(points, areas) where area >= 0 {
      sorted[ends[Int(area)]] = point
      ends[Int(area)] += 1
    }
    var heaps: [PlacementQuality.Heap] = []
    for area in 0..<(starts.count - 1) {
      let range = starts[area]..<starts[area + 1]
      guard range.count >= minimum else { continue }
      sorted[range].sort()
      var first = range.lowerBound
      while first < range.upperBound, sorted[first] != Self.none {
        var next = first + 1
        while next < range.upperBound, sorted[next] == sorted[first] { next += 1 }
        let heap = PlacementQuality.Heap(
          area: area, count: next - first, areaCount: range.count)
        if heap.count >= minimum, heap.share >= share { heaps.append(heap) }
        first = next
      }
    }
    return heaps.sorted { left, right in
      // Shares as fractions: exact, so that equal ones are equal.
      let shares = (left.count * right.areaCount, right.count * left.areaCount)
      if shares.0 != shares.1 { return shares.0 > shares.1 }
      return left.count != right.count ? left.count > right.count : left.area < right.area
    }
  }
}
