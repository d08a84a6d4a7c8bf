/// Counts records per point, to find points on which records are heaped.
///
/// What happens somewhere unknown is often registered at a desk: the police station, the town hall, a
/// shelter, the office of an accountant, the middle of a postcode. A count of a buurt that comes from
/// one desk is no pattern of that buurt. A point is reported when it holds at least a number of
/// records and at least a share of all records of its buurt.
///
/// It does not say that such records are wrong: a shopping centre or a stadium is a heap too, and a
/// buurt with few addresses has large shares by nature. Nor does it find a desk in a buurt with so
/// many records that the desk is a small part of them.
///
/// Guaranteed: the same points when records are added in the same order. Memory: up to about 20 MB.
/// When there are more different points than ``limit``, those with the fewest records are forgotten;
/// counts of others stay right, and one that comes back counts from then on (``mayMiss``).
public struct DefaultPoints<Place: Hashable & Comparable & Sendable>: Sendable {
  /// A point on which records are heaped.
  public struct Heap: Hashable, Sendable {
    /// Where.
    public let place: Place
    /// The buurt by its ordinal.
    public let area: Int
    /// The records at the point that were placed in this buurt.
    public let count: Int
    /// All records of the buurt.
    public let areaCount: Int
    /// The part of the buurt's records that is at the point.
    public var share: Double { Double(count) / Double(areaCount) }
  }

  /// A point in a buurt; addresses with one number may lie in several.
  struct Spot: Hashable, Sendable {
    let place: Place
    let area: Int32

    // The place tells nearly all; one that lies in several buurten is rare.
    func hash(into hasher: inout Hasher) { place.hash(into: &hasher) }
  }

  /// The most points that are kept apart.
  public let limit: Int
  /// Whether points were forgotten on the way, so that a count may be too low.
  public private(set) var mayMiss = false
  private var counts: [Spot: Int32] = [:]
  private var areaCounts: [Int] = []

  /// Nothing counted.
  public init(limit: Int = 300_000) { self.limit = max(limit, 1) }

  /// Counts a record in a buurt that is at no known point.
  mutating func add(area: Int) {
    if area >= areaCounts.count {
      areaCounts.append(contentsOf: repeatElement(0, count: area + 1 - areaCounts.count))
    }
    areaCounts[area] += 1
  }

  /// Counts a record at a point in a buurt.
  mutating func add(_ place: Place, area: Int) {
    add(area: area)
    counts[Spot(place: place, area: Int32(area)), default: 0] += 1
    if counts.count > limit { forget() }
  }

  /// Forgets the points with the fewest records until half are left.
  private mutating func forget() {
    mayMiss = true
    var least: Int32 = 1
    var kept = counts.filter { $0.value > least }
    while kept.count > limit / 2 {
      least *= 2
      kept = kept.filter { $0.value > least }
    }
    // The memory is used again: it would grow to the same size.
    counts.removeAll(keepingCapacity: true)
    counts.merge(kept) { count, _ in count }
  }

  /// The points that hold at least `minimum` records and at least `share` of those of their buurt, by
  /// descending share, then descending count, then place.
  public func heaps(minimum: Int, share: Double) -> [Heap] {
    counts.compactMap { spot, count in
      let heap = Heap(
        place: spot.place, area: Int(spot.area), count: Int(count),
        areaCount: areaCounts[Int(spot.area)])
      return count >= minimum && heap.share >= share ? heap : nil
    }.sorted(by: Self.isBefore)
  }

  private static func isBefore(_ left: Heap, _ right: Heap) -> Bool {
    // Shares as fractions: exact, so that equal ones are equal.
    let shares = (left.count * right.areaCount, right.count * left.areaCount)
    if shares.0 != shares.1 { return shares.0 > shares.1 }
    if left.count != right.count { return left.count > right.count }
    return left.place != right.place ? left.place < right.place : left.area < right.area
  }
}

/// A coordinate in RD New by which records are compared, to the last bit.
public struct CoordinatePoint: Hashable, Comparable, Sendable {
  /// Metres east.
  public let x: Double
  /// Metres north.
  public let y: Double

  /// Makes a point.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// One word for both coordinates: they seldom differ in few bits.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(x.bitPattern &* 0x9E37_79B9_7F4A_7C15 ^ y.bitPattern)
  }

  /// From west to east, then from south to north.
  public static func < (left: CoordinatePoint, right: CoordinatePoint) -> Bool {
    (left.x, left.y) < (right.x, right.y)
  }
}
