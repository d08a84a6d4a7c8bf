import Areas
import Disclosure
import Geometry
import Ledger
import Tabulation
import Testing

@testable import Study

/// Whether what was said on areas of another year is of the records of now, and follows from both.
@Suite struct RecordsOfThenTests {
  /// Areas of 1000 m in a row, with the kilometre at which each begins and how wide it is.
  private static func layer(_ areas: [(code: String, at: Double, width: Double)]) throws
    -> AreaLayer
  {
    AreaLayer(
      level: .buurt,
      areas: try areas.map { code, at, width in
        let (from, to) = (100_000 + 1000 * at, 100_000 + 1000 * (at + width))
        let ring = try Ring(
          [(from, 0), (to, 0), (to, 1000), (from, 1000), (from, 0)]
            .map { Position(x: $0.0, y: 400_000 + $0.1) })
        return Area(
          code: code, name: code, wijkcode: nil, gemeentecode: "GM1", gemeentenaam: "Teststad",
          geometry: MultiPolygon([Polygon(exterior: ring)]))
      })
  }

  private static func grounds(of then: AreaLayer, in now: AreaLayer) -> GroundsOfThen {
    GroundsOfThen(
      then.areas.map(\.code), grounds: then.areas.map { AreaGround($0).text }, in: now)
  }

  /// 24 areas that are what they were, and the last of then, of which a strip is an area of its own now.
  private static func cut() throws -> (then: AreaLayer, now: AreaLayer) {
    let kept = (0..<24).map { (code: "A\($0 + 10)", at: Double($0), width: 1.0) }
    return (
      try layer(kept + [("A99", 24, 1)]),
      try layer(kept + [("A98", 24.96, 0.04), ("A99", 24, 0.96)])
    )
  }

  /// Looks whether an earlier publication told of the same records: of the first kind of two, 20 in every area, as was
  /// told of all but some.
  private func check(
    _ areas: (then: AreaLayer, now: AreaLayer), kinds: [Int] = [0], toldNow: [[Int]] = [[0]],
    others: Int = 0, isSameTable: Bool = false
  ) throws {
    let now = areas.now.areas.indices
    var records = RecordsOfThen(
      CountPartition(counts: now.flatMap { _ in [20, 20] }, kindCount: 2))
    var statement = EarlierStatement(
      what: .records, level: .buurt,
      said: now.map { area in
        let known = areas.then.ordinal(of: areas.now.areas[area].code)
        let count = 20 * kinds.count + (area < others ? 5 : 0)
        return known == nil ? .nothing : .between(lower: count - 2, upper: count + 2)
      })
    statement.others = [
      EarlierStatement.OtherYear(
        told: ToldOnOtherAreas(entry: 1, edition: 2023, isGiven: false), isSameTable: isSameTable,
        grounds: Self.grounds(of: areas.then, in: areas.now),
        isTold: areas.then.areas.map { _ in true })
    ]
    records.add(statement, division: 0, kinds: kinds, units: now.map { [$0] })
    try records.check(toldNow)
  }

  private let told = ToldOnOtherAreas(entry: 1, edition: 2023, isGiven: false)

  @Test func theSameRecordsOnAnAreaThatWasCut() throws {
    let areas = try Self.cut()
    #expect(throws: told) { try check(areas) }
    #expect(throws: told) { try check(areas, others: 1) }
    #expect(throws: Never.self) { try check(areas, others: 2) }
  }

  @Test func theSameTableNeedsNoCounts() throws {
    let areas = try Self.cut()
    #expect(throws: told) { try check(areas, others: 20, isSameTable: true) }
  }

  @Test func fewCountsCanHoldByAccident() throws {
    let then = try Self.layer((0..<10).map { ("A\($0 + 10)", Double($0), 1.0) })
    let now = try Self.layer(
      (0..<9).map { ("A\($0 + 10)", Double($0), 1.0) } + [("A19", 9, 0.5), ("A20", 9.5, 0.5)])
    #expect(throws: Never.self) { try check((then, now)) }
    #expect(throws: told) { try check((then, now), isSameTable: true) }
  }

  @Test func otherKindsOrPeriodsTellNothing() throws {
    let areas = try Self.cut()
    #expect(throws: Never.self) { try check(areas, toldNow: [[1]], isSameTable: true) }
    #expect(throws: Never.self) { try check(areas, toldNow: []) }
    // Of then half is told now; and half of now was told then.
    #expect(throws: Never.self) { try check(areas, kinds: [0, 1], toldNow: [[0]]) }
    #expect(throws: Never.self) { try check(areas, kinds: [0], toldNow: [[0, 1]]) }
    #expect(throws: told) { try check(areas, kinds: [0, 1], toldNow: [[0], [1]]) }
  }

  @Test func areasThatAreWhatTheyWereTellNothing() throws {
    let then = try Self.cut().then
    #expect(throws: Never.self) { try check((then, then), isSameTable: true) }
    // The same area under another code.
    let renamed = try Self.layer(
      (0..<24).map { ("A\($0 + 10)", Double($0), 1.0) } + [("B99", 24, 1)])
    #expect(throws: Never.self) { try check((then, renamed), isSameTable: true) }
    // An area that is not in the study.
    let fewer = try Self.layer((0..<24).map { ("A\($0 + 10)", Double($0), 1.0) })
    #expect(throws: Never.self) { try check((then, fewer), isSameTable: true) }
    // Half a metre.
    let written = try Self.layer(
      (0..<24).map { ("A\($0 + 10)", Double($0), 1.0) } + [("A99", 24, 1.000_005)])
    #expect(throws: Never.self) { try check((then, written), isSameTable: true) }
  }

  @Test func aHouseThatWasCutOutIsAnotherGround() throws {
    let then = try Self.layer([("A1", 0, 1)])
    // The box is the same: 8 m of the middle are missing, over 12 m.
    let whole = then.areas[0].geometry.polygons[0].exterior
    let hole = try Ring(
      [(0, 0), (12, 0), (12, 8), (0, 8), (0, 0)].map {
        Position(x: 100_500 + $0.0, y: 400_500 + $0.1)
      })
    let own = then.areas[0].with(
      geometry: MultiPolygon([Polygon(exterior: whole, holes: [hole])]))
    let house = Area(
      code: "A2", name: "A2", wijkcode: nil, gemeentecode: "GM1", gemeentenaam: "Teststad",
      geometry: MultiPolygon([Polygon(exterior: hole)]))
    let now = AreaLayer(level: .buurt, areas: [own, house])
    #expect(Self.grounds(of: then, in: now).isChanged([true]))
    #expect(!Self.grounds(of: then, in: now).isChanged([false]))
    #expect(throws: told) { try check((then, now), isSameTable: true) }
  }
}
