/// The boundaries of areas as flat rows of numbers: the input of contiguity graphs.
///
/// Shape: rings one after the other, each closed (the first node again at its end); the rings of an
/// area stand together, and the areas in their order. An area may have no ring at all.
public struct Outlines: Sendable {
  /// The eastings of all nodes.
  public private(set) var x: [Double] = []
  /// The northings of all nodes.
  public private(set) var y: [Double] = []
  /// Where each ring begins among the nodes, and at the end the number of nodes.
  public private(set) var ringStarts: [Int] = [0]
  /// Where each area begins among the rings, and at the end the number of rings.
  public private(set) var areaStarts: [Int] = [0]

  /// No areas yet.
  public init() {}

  /// Takes whole rows of numbers; every row of starts begins with 0.
  public init(x: [Double], y: [Double], ringStarts: [Int], areaStarts: [Int]) {
    precondition(
      x.count == y.count && ringStarts.first == 0 && ringStarts.last == x.count
        && areaStarts.first == 0 && areaStarts.last == ringStarts.count - 1, "rows that fit")
    self.x = x
    self.y = y
    self.ringStarts = ringStarts
    self.areaStarts = areaStarts
  }

  /// The number of areas.
  public var count: Int { areaStarts.count - 1 }

  /// Makes room for so many nodes and areas.
  public mutating func reserve(nodes: Int, areas: Int) {
    x.reserveCapacity(nodes)
    y.reserveCapacity(nodes)
    ringStarts.reserveCapacity(areas * 2)
    areaStarts.reserveCapacity(areas + 1)
  }

  /// Adds a node to the ring at hand.
  public mutating func addNode(x east: Double, y north: Double) {
    // −0 and 0 are the same place.
    x.append(east + 0)
    y.append(north + 0)
  }

  /// Adds the nodes of a whole ring and ends it.
  public mutating func addRing(count: Int, node: (Int) -> (x: Double, y: Double)) {
    for index in 0..<count {
      let place = node(index)
      addNode(x: place.x, y: place.y)
    }
    endRing()
  }

  /// Ends the ring at hand; the next node begins another.
  public mutating func endRing() { ringStarts.append(x.count) }

  /// Ends the area at hand; the next ring belongs to the next area.
  public mutating func endArea() { areaStarts.append(ringStarts.count - 1) }
}
