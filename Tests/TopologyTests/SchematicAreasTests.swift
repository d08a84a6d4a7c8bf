import Geometry
import TestSupport
import Testing
import Topology

@Suite struct SchematicAreasTests {
  /// Random labels in a square of 10 km; neighbouring labels mostly share a group.
  static func labels(
    _ count: Int, groups: Int, seed: UInt64, origin: Position = Position(x: 120_000, y: 480_000),
    region: Int = 0, firstGroup: Int = 0
  ) -> [AreaLabel] {
    var generator = RepeatableGenerator(seed: seed)
    let centres = (0..<groups).map { _ in
      Position(
        x: origin.x + .random(in: 0...10_000, using: &generator),
        y: origin.y + .random(in: 0...10_000, using: &generator))
    }
    return (0..<count).map { index in
      let group = index < groups ? index : Int.random(in: 0..<groups, using: &generator)
      return AreaLabel(
        position: Position(
          x: centres[group].x + .random(in: -900...900, using: &generator),
          y: centres[group].y + .random(in: -900...900, using: &generator)),
        group: firstGroup + group, region: region)
    }
  }

  @Test(arguments: [HullShape.convex, .concave(ratio: 0.15), .concave(ratio: 0)])
  func `five hundred labels in sixty groups are a coverage`(_ hull: HullShape) throws {
    let engine = TopologyEngine()
    for seed: UInt64 in 1...3 {
      let labels = Self.labels(500, groups: 60, seed: seed)
      let areas = try engine.schematicAreas(
        labels: labels, groupCount: 60, hull: hull, margin: 250)
      #expect(areas.count == 60)
      #expect(try coverageProblems(areas) == [])
      for group in 0..<60 {
        let own = labels.filter { $0.group == group }.map(\.position)
        #expect(try engine.covers(areas[group], own).allSatisfy { $0 })
      }
    }
  }

  @Test func `neighbouring regions divide their overlap`() throws {
    let engine = TopologyEngine()
    let west = Self.labels(150, groups: 20, seed: 7)
    let east = Self.labels(
      150, groups: 20, seed: 8, origin: Position(x: 126_000, y: 483_000), region: 1, firstGroup: 20)
    let far = Self.labels(
      150, groups: 20, seed: 9, origin: Position(x: 190_000, y: 400_000), region: 2, firstGroup: 40)
    let areas = try engine.schematicAreas(
      labels: west + east + far, groupCount: 60, hull: .convex, margin: 500)
    #expect(try coverageProblems(areas) == [])
    #expect(areas.map(\.polygons.isEmpty) == Array(repeating: false, count: 60))
    let hulls = try [west, east, far].map { labels in
      try engine.buffer(
        engine.convexHull(of: labels.map(\.position)), distance: 500, quadrantSegments: 8)
    }
    let whole = try engine.union(hulls).area
    #expect(abs(areas.reduce(0) { $0 + $1.area } - whole) < whole * 1e-5)
  }

  @Test func `labels on a lattice, on one line and alone`() throws {
    let engine = TopologyEngine()
    var lattice: [AreaLabel] = []
    for x in 0..<12 {
      for y in 0..<12 {
        lattice.append(
          AreaLabel(
            position: Position(x: Double(x) * 100, y: Double(y) * 100), group: (x * 12 + y) / 3,
            region: 0))
      }
    }
    var areas = try engine.schematicAreas(
      labels: lattice, groupCount: 48, hull: .convex, margin: 50)
    #expect(try coverageProblems(areas) == [])

    let line = (0..<9).map {
      AreaLabel(position: Position(x: Double($0) * 70, y: 0), group: $0 / 2, region: 0)
    }
    for hull in [HullShape.convex, .concave(ratio: 0.3)] {
      areas = try engine.schematicAreas(labels: line, groupCount: 6, hull: hull, margin: 100)
      #expect(try coverageProblems(areas) == [])
      #expect(areas.map(\.polygons.isEmpty) == [false, false, false, false, false, true])
    }

    let alone = [AreaLabel(position: Position(x: 5, y: 5), group: 1, region: 0)]
    areas = try engine.schematicAreas(labels: alone, groupCount: 2, hull: .convex, margin: 100)
    #expect(areas[0].polygons.isEmpty)
    #expect(abs(areas[1].area / (Double.pi * 10_000) - 1) < 0.02)
    areas = try engine.schematicAreas(
      labels: alone + alone, groupCount: 2, hull: .convex, margin: 100)
    #expect(areas[1].polygons.count == 1)
    areas = try engine.schematicAreas(labels: [], groupCount: 2, hull: .convex, margin: 100)
    #expect(areas.map(\.polygons.count) == [0, 0])
  }

  @Test func `the order of the labels does not matter`() throws {
    let labels = Self.labels(300, groups: 40, seed: 5)
    let once = try TopologyEngine().schematicAreas(
      labels: labels, groupCount: 40, hull: .concave(ratio: 0.3), margin: 200)
    var generator = RepeatableGenerator(seed: 1)
    let again = try TopologyEngine().schematicAreas(
      labels: labels.shuffled(using: &generator), groupCount: 40, hull: .concave(ratio: 0.3),
      margin: 200)
    #expect(once == again)
  }

  @Test func `labels that cannot be told apart are refused`() throws {
    let engine = TopologyEngine()
    func at(_ x: Double, _ group: Int) -> AreaLabel {
      AreaLabel(position: Position(x: x, y: 0), group: group, region: 0)
    }
    #expect(
      throws: TopologyError.labelsCoincide(group: 0, other: 1, at: Position(x: 10, y: 0))
    ) {
      try engine.schematicAreas(
        labels: [at(10.001, 1), at(10, 0)], groupCount: 2, hull: .convex, margin: 10)
    }
    // A few centimetres: either told apart, or refused with the groups.
    for gap in [0.01, 0.02, 0.03, 0.05] {
      let labels = [at(10, 0), at(10 + gap, 1), at(10 + 2 * gap, 2), at(90, 3)]
      do throws(TopologyError) {
        let areas = try engine.schematicAreas(
          labels: labels, groupCount: 4, hull: .convex, margin: 10)
        #expect(areas.allSatisfy { !$0.polygons.isEmpty })
      } catch {
        guard case .labelsCoincide = error else {
          Issue.record("another error: \(error)")
          continue
        }
      }
    }
  }

  @Test func `wrong parameters are refused`() throws {
    let engine = TopologyEngine()
    let label = AreaLabel(position: Position(x: 0, y: 0), group: 0, region: 0)
    for margin in [0, -5, .nan, .infinity] as [Double] {
      #expect(throws: TopologyError.self) {
        try engine.schematicAreas(labels: [label], groupCount: 1, hull: .convex, margin: margin)
      }
    }
    #expect(throws: TopologyError.groupOutOfRange(label: 0, group: 0)) {
      try engine.schematicAreas(labels: [label], groupCount: 0, hull: .convex, margin: 10)
    }
    let lost = AreaLabel(position: Position(x: .nan, y: 0), group: 0, region: 0)
    #expect(throws: TopologyError.positionOutOfRange(index: 1)) {
      try engine.schematicAreas(labels: [label, lost], groupCount: 1, hull: .convex, margin: 10)
    }
    #expect(throws: TopologyError.parameterOutOfRange(name: "ratio", value: 2)) {
      try engine.schematicAreas(
        labels: [label], groupCount: 1, hull: .concave(ratio: 2), margin: 10)
    }
  }
}
