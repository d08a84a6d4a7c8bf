import Areas
import Disclosure
import Geometry
import Provenance
import Testing

@testable import Study

/// Which areas of an earlier publication are those of a study.
@Suite struct EarlierAreasTests {
  /// A rectangle of 1000 by 1000 m, with a code, moved and made wider.
  private func area(_ code: String, at x: Double = 0, width: Double = 1000) throws -> Area {
    let corners: [(Double, Double)] = [
      (x, 0), (x + width, 0), (x + width, 1000), (x, 1000), (x, 0),
    ]
    let ring = try Ring(corners.map { Position(x: 120_000 + $0.0, y: 480_000 + $0.1) })
    return Area(
      code: code, name: code, wijkcode: nil, gemeentecode: "GM1", gemeentenaam: "Teststad",
      geometry: MultiPolygon([Polygon(exterior: ring)]))
  }

  /// What is minded of 15 in the first and 25 in the second of the areas of then, by the code of now.
  private func minded(
    _ then: [Area], grounds: [String]? = nil, edition: Int, level: AreaLevel = .buurt,
    isSchematic: Bool = false, now: [Area]
  ) -> (said: [SaidCount]?, leftOut: EarlierAreas.LeftOut) {
    let layer = AreaLayer(level: level, areas: now)
    let set = AreaSet(
      edition: Edition(year: 2024), layers: [layer], isSchematic: isSchematic)
    let told = EarlierAreas(
      then.map(\.code), grounds: grounds ?? then.map { AreaGround($0).text }, edition: edition,
      in: layer, of: set)
    var leftOut = EarlierAreas.LeftOut()
    let said = told.said([first, second], in: layer, leftOut: &leftOut)
    return (said, leftOut)
  }

  private let first = SaidCount.between(lower: 13, upper: 17)
  private let second = SaidCount.between(lower: 23, upper: 27)

  @Test(arguments: [AreaLevel.buurt, .own("gebied")])
  func ofAnotherYearTheGroundIsNearlyTheSame(level: AreaLevel) throws {
    let then = [try area("A"), try area("B", at: 1000)]
    let drawnAnew = [try area("A", width: 1040), try area("B", at: 1040, width: 960)]
    let moved = [try area("A", width: 1060), try area("B", at: 1060, width: 940)]
    let elsewhere = [try area("A", at: 5000), try area("C", at: 1000)]
    var found = minded(then, edition: 2023, level: level, now: drawnAnew)
    #expect(found.said == [first, second])
    found = minded(then, edition: 2023, level: level, now: moved)
    #expect(found.said == [.nothing, .nothing])
    #expect(found.leftOut.otherGround == 2 && found.leftOut.elsewhere == 0)
    found = minded(then, edition: 2023, level: level, now: elsewhere)
    #expect(found.said == [.nothing, .nothing])
    #expect(found.leftOut.otherGround == 1 && found.leftOut.elsewhere == 1)
  }

  @Test func inOneYearACodeOfCBSIsOneArea() throws {
    let then = [try area("A"), try area("B", at: 1000)]
    let found = minded(then, edition: 2024, now: [try area("A", at: 5000), try area("B")])
    #expect(found.said == [first, second])
  }

  @Test func inOneYearAnAreaOfOnesOwnIsAsItWas() throws {
    let then = [try area("A"), try area("B", at: 1000)]
    let level = AreaLevel.own("gebied")
    #expect(minded(then, edition: 2024, level: level, now: then).said == [first, second])
    let wider = [try area("A", width: 1001), try area("B", at: 1000)]
    #expect(minded(then, edition: 2024, level: level, now: wider).said == nil)
    #expect(minded(then, edition: 2024, level: level, now: [then[0]]).said == nil)
  }

  @Test func theFirstEntriesWithGroundsAreKnown() throws {
    let then = [try area("A"), try area("B", at: 1000)]
    let grounds = [0, 1000].map { x in
      StableIdentifier(
        [1_000_000, 120_000 + x, 480_000, 121_000 + x, 481_000].map { "\($0)" }
      ).text
    }
    for edition in [2023, 2024] {
      let level = AreaLevel.own("gebied")
      let found = minded(then, grounds: grounds, edition: edition, level: level, now: then)
      #expect(found.said == [first, second])
    }
  }

  @Test func withoutGroundTheCodeDecides() throws {
    let then = [try area("A"), try area("B", at: 1000)]
    let now = [try area("A", at: 5000), try area("B")]
    #expect(minded(then, grounds: [], edition: 2023, now: now).said == [first, second])
    #expect(minded(then, edition: 2023, isSchematic: true, now: now).said == [first, second])
  }
}
