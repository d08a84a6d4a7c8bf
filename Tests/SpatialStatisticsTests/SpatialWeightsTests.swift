import SpatialStatistics
import Testing

@Suite struct SpatialWeightsTests {
  /// Squares of side 1 with their lower left corners at these places.
  private func squares(_ corners: [(Double, Double)]) -> Outlines {
    var outlines = Outlines()
    for (x, y) in corners {
      for (dx, dy) in [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)] {
        outlines.addNode(x: x + dx, y: y + dy)
      }
      outlines.endRing()
      outlines.endArea()
    }
    return outlines
  }
  private func lists(_ w: SpatialWeights) -> [[Int]] {
    (0..<w.count).map { w.neighbours(of: $0).map { Int($0) } }
  }

  @Test func queenAndRook() throws {
    let four = squares([(0, 0), (1, 0), (0, 1), (1, 1), (9, 9)])
    #expect(
      lists(try .contiguity(.queen, four)) == [[1, 2, 3], [0, 2, 3], [0, 1, 3], [0, 1, 2], []])
    let rook = try SpatialWeights.contiguity(.rook, four)
    #expect(lists(rook) == [[1, 2], [0, 3], [0, 3], [1, 2], []])
    #expect(rook.isSymmetric && rook.islands == [4] && rook.components == [0, 0, 0, 0, 1])
  }

  @Test func contiguityAgreesWithComparingAllNodes() throws {
    // Areas of many shapes: rows of nodes of a coarse grid, some within others, some without rings.
    var state: UInt64 = 7
    func next(_ limit: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % limit)
    }
    var outlines = Outlines()
    var nodes: [Set<[Int]>] = []
    var edges: [Set<Set<[Int]>>] = []
    for area in 0..<60 {
      var own: Set<[Int]> = []
      var ownEdges: Set<Set<[Int]>> = []
      for _ in 0..<(area % 3) {
        var ring = (0..<(3 + next(5))).map { _ in [next(12), next(12)] }
        ring.append(ring[0])
        for (a, b) in zip(ring, ring.dropFirst()) where a != b { ownEdges.insert([a, b]) }
        own.formUnion(ring)
        outlines.addRing(count: ring.count) { (Double(ring[$0][0]), Double(ring[$0][1])) }
      }
      outlines.endArea()
      nodes.append(own)
      edges.append(ownEdges)
    }
    func expected<Element>(_ parts: [Set<Element>]) -> [[Int]] {
      parts.indices.map { a in
        parts.indices.filter { $0 != a && !parts[a].isDisjoint(with: parts[$0]) }
      }
    }
    #expect(lists(try .contiguity(.queen, outlines)) == expected(nodes))
    #expect(lists(try .contiguity(.rook, outlines)) == expected(edges))
    #expect(lists(try .contiguity(.queen, outlines, snap: 0.4)) == expected(nodes))
  }

  @Test func snapping() throws {
    let apart = squares([(0, 0), (1.004, 0), (0, 1.02)])
    #expect(try SpatialWeights.contiguity(.rook, apart).linkCount == 0)
    #expect(lists(try .contiguity(.rook, apart, snap: 0.01)) == [[1], [0], []])
    #expect(lists(try .contiguity(.rook, apart, snap: 0.03)) == [[1, 2], [0], [0]])
    #expect(throws: SpatialWeightsError.badParameter(-1)) {
      try SpatialWeights.contiguity(.queen, apart, snap: -1)
    }
    // −0 and 0 are one place.
    #expect(lists(try .contiguity(.queen, squares([(-1, -1), (-0.0, -0.0)]))) == [[1], [0]])
  }

  @Test func distances() throws {
    let sites = Sites(x: [0, 1, 3, 7, 7], y: [0, 0, 0, 0, 1])
    #expect(lists(try .nearest(1, sites)) == [[1], [0], [1], [4], [3]])
    #expect(lists(try .nearest(2, sites)) == [[1, 2], [0, 2], [0, 1], [2, 4], [2, 3]])
    #expect(try SpatialWeights.nearest(99, sites).linkCount == 20)
    #expect(lists(try .band(2, sites)) == [[1], [0, 2], [1], [4], [3]])
    let inverse = try SpatialWeights.inverseDistance(3, power: 2, sites)
    #expect(Array(inverse.weights(of: 0)) == [1, 1.0 / 9])
    let kernel = try SpatialWeights.kernel(.triangular, bandwidth: 2, sites)
    #expect(Array(kernel.weights(of: 1)) == [0.5] && lists(kernel)[1] == [0])
    #expect(lists(.block([1, 2, 1, 1, 2])) == [[2, 3], [4], [0, 3], [0, 2], [1]])
    for bad in [0, -1, Double.nan, .infinity] {
      #expect(throws: SpatialWeightsError.self) { try SpatialWeights.band(bad, sites) }
    }
    #expect(throws: SpatialWeightsError.badParameter(0)) { try SpatialWeights.nearest(0, sites) }
  }

  @Test func nearestAgreesWithComparingAll() throws {
    let x = (0..<200).map { (area: Int) -> Double in
      let near = Double((area * 7919) % 101)
      return area % 50 == 0 ? near + 5_000 : near
    }
    let y = (0..<200).map { Double(($0 * 104_729) % 97) }
    let sites = Sites(x: x, y: y)
    for (area, list) in lists(try .nearest(6, sites)).enumerated() {
      let all = (0..<200).filter { $0 != area }.sorted {
        (sites.squaredDistance(area, $0), $0) < (sites.squaredDistance(area, $1), $1)
      }
      #expect(list == all.prefix(6).sorted())
    }
    for (area, list) in lists(try .band(30, sites)).enumerated() {
      #expect(list == (0..<200).filter { $0 != area && sites.squaredDistance(area, $0) <= 900 })
    }
  }

  @Test func duplicatePoints() throws {
    let sites = Sites(x: [1, 1, 1, 2], y: [1, 1, 1, 1])
    #expect(lists(try .nearest(2, sites)) == [[1, 2], [0, 2], [0, 1], [0, 1]])
    #expect(throws: SpatialWeightsError.samePoint(0, 2)) {
      try SpatialWeights.inverseDistance(5, sites)
    }
    let same = Sites(x: [3, 3], y: [4, 4])
    #expect(lists(try .nearest(1, same)) == [[1], [0]])
  }

  @Test func combinations() throws {
    let line = try SpatialWeights(neighbours: [[1], [0, 2], [1, 3], [2, 4], [3]])
    #expect(lists(try line.higherOrder(2)) == [[2], [3], [0, 4], [1], [2]])
    #expect(
      lists(try line.higherOrder(2, includingLower: true))
        == [[1, 2], [0, 2, 3], [0, 1, 3, 4], [1, 2, 4], [2, 3]])
    let other = try SpatialWeights(
      neighbours: [[4], [], [1], [], []], weights: [[3], [], [0.5], [], []])
    #expect(lists(line.union(other)) == [[1, 4], [0, 2], [1, 3], [2, 4], [3]])
    #expect(Array(line.union(other).weights(of: 2)) == [1, 1])
    #expect(lists(other.symmetric()) == [[4], [2], [1], [], [0]])
    #expect(other.symmetric().isSymmetric && !other.isSymmetric)
    #expect(lists(line.restricted(to: [4, 1, 0, 3])) == [[3], [2], [1], [0]])
  }

  @Test func styles() throws {
    let w = try SpatialWeights(
      neighbours: [[1, 2], [0], [0, 1], []], weights: [[2, 4], [3], [1, 1], []])
    #expect(w.styled(.binary).weights == [1, 1, 1, 1, 1])
    #expect(w.styled(.rowStandardised).weights == [1.0 / 3, 2.0 / 3, 1, 0.5, 0.5])
    let stable = w.styled(.binary).styled(.varianceStabilising)
    #expect(abs(stable.weights.reduce(0, +) - 3) < 1e-12)
    // Rows of the same number of neighbours are alike, and rows are as the root of their number.
    #expect(abs(stable.sum(of: 0) / stable.sum(of: 1) - 2.0.squareRoot()) < 1e-12)
    #expect(w.includingSelf().styled(.rowStandardised).selfWeights![3] == 1)
  }

  @Test func islandsAreLinkedToTheNearest() throws {
    let w = try SpatialWeights(neighbours: [[1], [0], [], []])
    let linked = w.attachingIslands(Sites(x: [0, 1, 5, 6.5], y: [0, 0, 0, 0]))
    #expect(lists(linked) == [[1], [0], [3], [2]])
    #expect(linked.islands.isEmpty && linked.components == [0, 0, 1, 1])
  }

  @Test func badLists() {
    #expect(throws: SpatialWeightsError.noSuchArea(5)) { try SpatialWeights(neighbours: [[5]]) }
    #expect(throws: SpatialWeightsError.ownNeighbour(0)) { try SpatialWeights(neighbours: [[0]]) }
    #expect(throws: SpatialWeightsError.namedTwice(from: 0, to: 1)) {
      try SpatialWeights(neighbours: [[1, 1], []])
    }
    #expect(throws: SpatialWeightsError.badWeight(from: 0, to: 1)) {
      try SpatialWeights(neighbours: [[1], []], weights: [[-1], []])
    }
  }
}
