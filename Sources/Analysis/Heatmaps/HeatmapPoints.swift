public import Geometry

/// The points of a heatmap, each place once.
///
/// Records at the very same coordinates are one place with the sum of their weights. Places lie in the
/// order of their northing, then easting, so the order of the records does not change a bit of any sum.
public struct HeatmapPoints: Sendable {
  /// The eastings in metres.
  public let x: [Double]
  /// The northings in metres, ascending.
  public let y: [Double]
  /// The sum of the weights at each place.
  public let weights: [Double]
  /// The number of records at each place.
  public let records: [Int32]
  /// How many of those count; fewer when an ``AddressLimit`` was applied.
  public let counted: [Double]

  /// The number of different places.
  public var count: Int { x.count }
  /// The number of records.
  public var recordCount: Int { records.reduce(0) { $0 + Int($1) } }
  /// The number of records that count.
  public var countedTotal: Double { counted.reduce(0, +) }
  /// The sum of all weights.
  public var totalWeight: Double { weights.reduce(0, +) }

  /// Gathers records.
  /// - Parameter weights: one per position, zero or more; 1 each when left out.
  /// - Throws: ``HeatmapError``: `badPosition` or `badWeight`, with the number of the record from 0.
  /// - Complexity: O(n log n).
  public init(_ positions: [Position], weights: [Double]? = nil) throws(HeatmapError) {
    for (index, position) in positions.enumerated() where !position.isFinite {
      throw .badPosition(index: index)
    }
    for (index, weight) in (weights ?? []).enumerated() where !(weight >= 0 && weight.isFinite) {
      throw .badWeight(index: index)
    }
    // Equal places are summed in the order of their weights, so that the order of the file is none.
    let order = positions.indices.sorted { a, b in
      let (p, q) = (positions[a], positions[b])
      if p.y != q.y { return p.y < q.y }
      if p.x != q.x { return p.x < q.x }
      guard let weights else { return false }
      return weights[a] < weights[b]
    }
    var x: [Double] = []
    var y: [Double] = []
    var sums: [Double] = []
    var records: [Int32] = []
    for index in order {
      let position = positions[index]
      let weight = weights?[index] ?? 1
      if let last = x.indices.last, x[last] == position.x, y[last] == position.y {
        sums[last] += weight
        records[last] += 1
      } else {
        x.append(position.x)
        y.append(position.y)
        sums.append(weight)
        records.append(1)
      }
    }
    self.x = x
    self.y = y
    self.weights = sums
    self.records = records
    counted = records.map(Double.init)
  }

  private init(
    x: [Double], y: [Double], weights: [Double], records: [Int32], counted: [Double]
  ) {
    self.x = x
    self.y = y
    self.weights = weights
    self.records = records
    self.counted = counted
  }

  /// The place with this number.
  public func position(_ index: Int) -> Position { Position(x: x[index], y: y[index]) }

  /// All places, in order.
  public var positions: [Position] { (0..<count).map { position($0) } }

  /// The points for which `isWanted` holds.
  public func filtered(_ isWanted: (Int) -> Bool) -> HeatmapPoints {
    picked((0..<count).filter(isWanted))
  }

  /// The points with these numbers, which ascend.
  func picked(_ kept: [Int]) -> HeatmapPoints {
    HeatmapPoints(
      x: kept.map { x[$0] }, y: kept.map { y[$0] }, weights: kept.map { weights[$0] },
      records: kept.map { records[$0] }, counted: kept.map { counted[$0] })
  }

  /// The same places with other weights, one per place.
  func weighted(_ weights: [Double]) -> HeatmapPoints {
    HeatmapPoints(x: x, y: y, weights: weights, records: records, counted: counted)
  }

  /// The same places, of which fewer records count.
  func counting(_ counted: [Double], weights: [Double]) -> HeatmapPoints {
    HeatmapPoints(x: x, y: y, weights: weights, records: records, counted: counted)
  }

  /// The places within a distance of the cells of a frame, measured along the axes.
  func near(_ frame: CellFrame, within distance: Double) -> HeatmapPoints {
    let south = frame.minY - distance
    let north = frame.minY + Double(frame.rows) * frame.cellSize + distance
    let west = frame.minX - distance
    let east = frame.minX + Double(frame.columns) * frame.cellSize + distance
    return picked(range(from: south, to: north).filter { west <= x[$0] && x[$0] <= east })
  }

  /// The places with a northing from `low` to `high`.
  func range(from low: Double, to high: Double) -> Range<Int> {
    let first = y.firstPlace { $0 >= low }
    return first..<max(first, y.firstPlace { $0 > high })
  }
}

extension [Double] {
  /// The first place from which on `isBehind` holds, in an array where it holds from some place on.
  func firstPlace(where isBehind: (Double) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
