import GeoJSON
import Geometry
import TestSupport
import Testing

@Suite struct GeometryTextTests {
  private func text(_ polygons: [Polygon], decimals: Int = 2) -> String {
    string(GeoJSONGeometryText.multiPolygon(MultiPolygon(polygons), decimals: decimals))
  }

  private func multiPolygon(_ coordinates: String) -> String {
    #"{"type":"MultiPolygon","coordinates":\#(coordinates)}"#
  }

  @Test func outerRingsRunCounterClockwiseAndHolesClockwise() throws {
    let outer = try ring([(4, 52), (6, 52), (6, 54), (4, 52)])
    let hole = try ring([(5, 52.25), (5.5, 52.25), (5.5, 52.5), (5, 52.25)])
    let expected = multiPolygon(
      "[[[[4,52],[6,52],[6,54],[4,52]],[[5,52.25],[5.5,52.5],[5.5,52.25],[5,52.25]]]]")
    for outerWay in [true, false] {
      for holeWay in [true, false] {
        let polygon = Polygon(
          exterior: outer.wound(counterClockwise: outerWay),
          holes: [hole.wound(counterClockwise: holeWay)])
        #expect(text([polygon]) == expected)
      }
    }
  }

  @Test func equalNeighboursAreLeftOut() throws {
    let outer = try ring([
      (4.001, 52), (4.002, 52), (6, 52), (6.004, 52.001), (6, 54), (3.999, 52.004), (4.001, 52),
    ])
    #expect(text([Polygon(exterior: outer)]) == multiPolygon("[[[[4,52],[6,52],[6,54],[4,52]]]]"))
  }

  @Test func ringsThatEncloseNothingAreLeftOut() throws {
    let outer = try ring([(4, 52), (6, 52), (6, 54), (4, 52)])
    let point = try ring([(5, 52.25), (5.001, 52.25), (5.001, 52.251), (5, 52.25)])
    let line = try ring([(5, 52.25), (5.1, 52.351), (5.2, 52.449), (5, 52.25)])
    let bent = try ring([(5, 52), (5.1, 52), (5.1, 52.1), (5.101, 52), (5, 52)])
    let kept = multiPolygon("[[[[4,52],[6,52],[6,54],[4,52]]]]")
    for empty in [point, line, bent] {
      #expect(text([Polygon(exterior: outer, holes: [empty])]) == kept)
      #expect(text([Polygon(exterior: empty), Polygon(exterior: outer)]) == kept)
      #expect(text([Polygon(exterior: outer), Polygon(exterior: empty, holes: [point])]) == kept)
    }
  }

  @Test func aSmallAreaGetsMoreDecimals() throws {
    let small = try ring([
      (5, 52.25), (5.0004, 52.25), (5.0004, 52.2504), (5, 52.2504), (5, 52.25),
    ])
    #expect(
      text([Polygon(exterior: small)])
        == multiPolygon("[[[[5,52.25],[5.0004,52.25],[5.0004,52.2504],[5,52.2504],[5,52.25]]]]"))
  }

  @Test func anAreaWithoutSurfaceStaysAClosedRing() throws {
    let flat = try ring([(5, 52.25), (5, 52.25), (6, 52.25), (5, 52.25)])
    #expect(
      text([Polygon(exterior: flat)])
        == multiPolygon("[[[[5,52.25],[5,52.25],[6,52.25],[5,52.25]]]]"))
    #expect(text([]) == multiPolygon("[]"))
  }

  @Test func pointsAreRounded() {
    let point = { (x: Double, y: Double, decimals: Int) in
      string(GeoJSONGeometryText.point(Position(x: x, y: y), decimals: decimals))
    }
    #expect(
      point(4.123_456_789, -0.000_000_01, 7) == #"{"type":"Point","coordinates":[4.1234568,0]}"#)
    #expect(point(-4.5, 52.0000001, 0) == #"{"type":"Point","coordinates":[-5,52]}"#)
    #expect(point(0.05, -0.05, 1) == #"{"type":"Point","coordinates":[0.1,-0.1]}"#)
    #expect(point(.nan, 1, 7) == "null")
    #expect(point(1, .infinity, 7) == "null")
  }

  @Test func hugeCoordinatesDoNotStopTheProgram() throws {
    let huge = try ring([(-1e300, 0), (1e300, 0), (1e300, 1e300), (-1e300, 0)])
    for decimals in [0, 7, 12] {
      let text = GeoJSONGeometryText.multiPolygon(
        MultiPolygon([Polygon(exterior: huge)]), decimals: decimals)
      #expect(try read(collection(geometry: string(text))).features.count == 1)
    }
  }

  @Test func coordinatesReadBackWithinHalfAUnit() throws {
    var generator = RepeatableGenerator(seed: 3)
    for decimals in 0...12 {
      var unit = 1.0
      for _ in 0..<decimals { unit /= 10 }
      for _ in 0..<2_000 {
        let position = Position(
          x: Double.random(in: -180...180, using: &generator),
          y: Double.random(in: -90...90, using: &generator))
        let text = string(GeoJSONGeometryText.point(position, decimals: decimals))
        guard case .point(let back) = try read(collection(geometry: text)).features[0].geometry
        else {
          Issue.record("no point")
          continue
        }
        let slack = unit / 2 + 1e-13
        #expect(abs(back.x - position.x) <= slack)
        #expect(abs(back.y - position.y) <= slack)
        #expect(string(GeoJSONGeometryText.point(back, decimals: decimals)) == text)
      }
    }
  }

  @Test func boxEqualsThatOfThePositionsWritten() throws {
    var generator = RepeatableGenerator(seed: 11)
    for _ in 0..<500 {
      let west = Double.random(in: 3...7, using: &generator)
      let south = Double.random(in: 51...53, using: &generator)
      let corners = (0..<12).map { _ in
        Position(
          x: west + Double.random(in: 0...1e-3, using: &generator),
          y: south + Double.random(in: 0...1e-3, using: &generator))
      }
      let area = MultiPolygon([Polygon(exterior: try Ring(corners + [corners[0]]))])
      var box = Box.empty
      var text: [UInt8] = []
      GeoJSONGeometryText.appendMultiPolygon(area, decimals: 4, to: &text, box: &box)
      let back = try read(collection(geometry: string(text))).features[0].geometry
      guard case .multiPolygon(let read) = back else {
        Issue.record("no area")
        continue
      }
      #expect(read.box == box)
      #expect(read.polygons.allSatisfy { $0.exterior.signedArea > 0 })
    }
  }
}
