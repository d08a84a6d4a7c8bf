/// Who is whose neighbour, and how much each neighbour counts.
///
/// Shape: `count` areas, known by their place from 0. The neighbours of area `i` stand in
/// `neighbours[starts[i]..<starts[i + 1]]`, ascending, with their weights in the same places. An area
/// is never its own neighbour; a weight for the area itself, as Gi* has, stands apart in
/// ``selfWeights``. Weights are finite and not negative. A graph need not be symmetric: that of the
/// nearest neighbours is not.
public struct SpatialWeights: Hashable, Sendable {
  /// Where the neighbours of each area begin; one number more than there are areas.
  public let starts: [Int]
  /// The neighbours of all areas, one area after the other.
  public let neighbours: [Int32]
  /// The weight of each neighbour.
  public let weights: [Double]
  /// The weight of each area in its own surroundings; nil when areas do not count for themselves.
  public let selfWeights: [Double]?

  /// The largest weight of a link, so that sums of squares stay numbers.
  public static let largestWeight = 1e75

  /// The number of areas.
  public var count: Int { starts.count - 1 }
  /// The number of links; a pair of mutual neighbours has two.
  public var linkCount: Int { neighbours.count }

  /// Makes a graph of lists of neighbours, with weight 1 where no weights are given.
  ///
  /// The order within a list is free.
  /// - Throws: ``SpatialWeightsError`` when a list names an area that is not there, the area itself, or
  ///   one twice, or when a weight is negative or no number.
  public init(
    neighbours lists: [[Int]], weights: [[Double]]? = nil
  ) throws(SpatialWeightsError) {
    var links: [Link] = []
    for (area, list) in lists.enumerated() {
      for (place, neighbour) in list.enumerated() {
        links.append(
          Link(from: area, to: neighbour, weight: weights?[area][place] ?? 1))
      }
    }
    try self.init(count: lists.count, links: links)
  }

  /// One neighbour of one area.
  public struct Link: Hashable, Sendable {
    /// The area whose neighbour it is.
    public var from: Int
    /// The neighbour.
    public var to: Int
    /// How much it counts.
    public var weight: Double

    /// Makes a link.
    public init(from: Int, to: Int, weight: Double = 1) {
      self.from = from
      self.to = to
      self.weight = weight
    }
  }

  /// Makes a graph of links in any order.
  /// - Throws: ``SpatialWeightsError``, as for lists.
  public init(count: Int, links: [Link]) throws(SpatialWeightsError) {
    for link in links {
      guard link.from >= 0, link.from < count, link.to >= 0, link.to < count else {
        throw .noSuchArea(link.from >= 0 && link.from < count ? link.to : link.from)
      }
      guard link.from != link.to else { throw .ownNeighbour(link.from) }
      guard (0...Self.largestWeight).contains(link.weight) else {
        throw .badWeight(from: link.from, to: link.to)
      }
    }
    let ordered = links.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    for (a, b) in zip(ordered, ordered.dropFirst()) where a.from == b.from && a.to == b.to {
      throw .namedTwice(from: a.from, to: a.to)
    }
    var starts = [Int](repeating: 0, count: count + 1)
    for link in ordered { starts[link.from + 1] += 1 }
    for area in 0..<count { starts[area + 1] += starts[area] }
    self.init(
      starts: starts, neighbours: ordered.map { Int32($0.to) }, weights: ordered.map(\.weight))
  }

  /// Makes a graph of parts that are known to be in order.
  init(
    starts: [Int], neighbours: [Int32], weights: [Double], selfWeights: [Double]? = nil
  ) {
    self.starts = starts
    self.neighbours = neighbours
    self.weights = weights
    self.selfWeights = selfWeights
  }

  /// Makes a binary graph of pairs `(a << 32) | b`, in any order, repeated or not; both directions
  /// are made of each.
  init(count: Int, pairs: [UInt64]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for pair in pairs {
      starts[Int(pair >> 32) + 1] += 1
      starts[Int(pair & 0xFFFF_FFFF) + 1] += 1
    }
    for area in 0..<count { starts[area + 1] += starts[area] }
    var filled = Array(starts.dropLast())
    var lists = [Int32](repeating: 0, count: starts[count])
    for pair in pairs {
      let a = Int(pair >> 32)
      let b = Int(pair & 0xFFFF_FFFF)
      lists[filled[a]] = Int32(b)
      filled[a] += 1
      lists[filled[b]] = Int32(a)
      filled[b] += 1
    }
    var neighbours: [Int32] = []
    neighbours.reserveCapacity(lists.count)
    var kept = [0]
    kept.reserveCapacity(count + 1)
    for area in 0..<count {
      var last: Int32 = -1
      for neighbour in lists[starts[area]..<starts[area + 1]].sorted() where neighbour != last {
        neighbours.append(neighbour)
        last = neighbour
      }
      kept.append(neighbours.count)
    }
    self.init(
      starts: kept, neighbours: neighbours,
      weights: [Double](repeating: 1, count: neighbours.count))
  }

  /// The neighbours of an area, ascending.
  public func neighbours(of area: Int) -> ArraySlice<Int32> {
    neighbours[starts[area]..<starts[area + 1]]
  }

  /// The weights of the neighbours of an area, in their order.
  public func weights(of area: Int) -> ArraySlice<Double> {
    weights[starts[area]..<starts[area + 1]]
  }

  /// The number of neighbours of an area.
  public func neighbourCount(of area: Int) -> Int { starts[area + 1] - starts[area] }

  /// The sum of the weights of an area, its own included.
  public func sum(of area: Int) -> Double {
    weights(of: area).reduce(selfWeights?[area] ?? 0, +)
  }

  /// The weighted sum of the values around each area, its own included when it has a weight.
  ///
  /// With row-standardised weights that is their mean; 0 for an area without neighbours.
  public func lag(_ values: [Double]) -> [Double] {
    let values = values.span
    return (0..<count).map { area in
      var sum = (selfWeights?[area] ?? 0) * values[area]
      for place in starts[area]..<starts[area + 1] {
        sum += weights[place] * values[Int(neighbours[place])]
      }
      return sum
    }
  }

  /// Whether each link has one back with the same weight.
  public var isSymmetric: Bool {
    for area in 0..<count {
      for place in starts[area]..<starts[area + 1]
      where weight(from: Int(neighbours[place]), to: area) != weights[place] { return false }
    }
    return true
  }

  /// The weight of a link; 0 when there is none.
  public func weight(from area: Int, to neighbour: Int) -> Double {
    var low = starts[area]
    var high = starts[area + 1]
    while low < high {
      let middle = (low + high) / 2
      if Int(neighbours[middle]) < neighbour { low = middle + 1 } else { high = middle }
    }
    return low < starts[area + 1] && Int(neighbours[low]) == neighbour ? weights[low] : 0
  }
}

/// Why numbers are no graph of neighbours.
public enum SpatialWeightsError: Error, Hashable, Sendable {
  /// A link names an area that is not there.
  case noSuchArea(Int)
  /// An area is named as its own neighbour.
  case ownNeighbour(Int)
  /// The same neighbour stands twice in one list.
  case namedTwice(from: Int, to: Int)
  /// A weight is negative, infinite or no number.
  case badWeight(from: Int, to: Int)
  /// Two areas have the same point, so the inverse of their distance is no number.
  case samePoint(Int, Int)
  /// A distance, number of neighbours, order or power is zero, negative or no number.
  case badParameter(Double)
}
