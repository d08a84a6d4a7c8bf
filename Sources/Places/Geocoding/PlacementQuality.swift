public import Matching

/// What is to be reported of placing the records of a file; never which record.
public struct PlacementQuality: Sendable {
  /// An area much of whose count comes from one point.
  public struct Heap: Hashable, Sendable {
    /// The area by its ordinal.
    public let area: Int
    /// The records at the point.
    public let count: Int
    /// All records that are counted in the area.
    public let areaCount: Int
    /// The part of the area's count that is at the point.
    public var share: Double { Double(count) / Double(areaCount) }
  }

  /// How the records were found; nil unless they were placed by address.
  public private(set) var addresses: AddressCounts?
  /// For each area the records below the threshold of which it is the best answer; empty unless
  /// placed by address.
  public private(set) var doubtful: [Int] = []
  /// The records below the threshold of which the best answer is none of these areas.
  public private(set) var doubtfulElsewhere = 0
  /// The records at special points that have a row of their own, by its name.
  public private(set) var ownRows: [String: Int] = [:]
  /// How far the places lie apart that the records of a level may mean; empty unless it was measured.
  public private(set) var distances: [MatchLevel: PossibleDistances] = [:]
  /// Whether records were counted per point: they have none when they say the code of their area.
  public private(set) var hasPoints = false
  private var points = CountedPoints()
  /// For each area whether its records are counted per point.
  private var countsPoints: [Bool] = []

  init() {}

  /// For records that are not read yet.
  init(by placing: Placing, countsPoints: [Bool]) {
    self.countsPoints = countsPoints
    switch placing {
    case .areas(let placer, _):
      if case .code = placer.reader.columns { return }
      hasPoints = true
    case .addresses:
      addresses = AddressCounts()
      hasPoints = true
      doubtful = [Int](repeating: 0, count: countsPoints.count)
    }
  }

  /// The points that hold at least `minimum` of the records that are counted, and at least `share` of
  /// those of their area, the largest share first. Which points is not told.
  ///
  /// Unlike ``DefaultPoints`` all points are counted, however many there are.
  public func heaps(minimum: Int, share: Double) -> [Heap] {
    points.heaps(minimum: minimum, share: share)
  }

  /// The records that are counted at points where at least `minimum` of them are.
  public func stacks(minimum: Int) -> (records: Int, points: Int, largest: Int) {
    points.stacks(minimum: minimum)
  }

  mutating func add(_ placed: PlacedRecords) {
    for (level, distances) in placed.distances {
      self.distances[level, default: PossibleDistances()].add(distances)
    }
    if let counts = placed.addresses { addresses?.add(counts) }
    for area in placed.doubtful {
      if area >= 0 { doubtful[Int(area)] += 1 } else { doubtfulElsewhere += 1 }
    }
    points.add(placed.points, wanted: countsPoints)
    ownRows.merge(placed.ownRows, uniquingKeysWith: +)
  }

  /// The same with each area in the one that `places` names; -1 is elsewhere.
  func moved(to places: [Int32], areaCount: Int) -> PlacementQuality {
    var moved = self
    moved.points = points.moved(to: places)
    guard !doubtful.isEmpty else { return moved }
    moved.doubtful = [Int](repeating: 0, count: areaCount)
    for (area, count) in doubtful.enumerated() {
      if places[area] >= 0 {
        moved.doubtful[Int(places[area])] += count
      } else {
        moved.doubtfulElsewhere += count
      }
    }
    return moved
  }
}
