import Geometry
import Testing

@testable import Atlas

@Suite struct ContextTests {
  private static func positions(_ pairs: [(Double, Double)]) -> [Position] {
    pairs.map { Position(x: $0.0, y: $0.1) }
  }

  /// Twice the surface of a closed ring.
  private static func surface(_ ring: [Position]) -> Double {
    abs(zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y })
  }

  @Test func `a ring is cut off at a box`() {
    let box = Box(minX: 0, minY: 0, maxX: 10, maxY: 10)
    let around = Self.positions([(-5, -5), (20, -5), (20, 20), (-5, 20), (-5, -5)])
    #expect(Self.surface(ContextLines.clipped(around, to: box)) == 200)
    let corner = Self.positions([(5, 5), (15, 5), (15, 15), (5, 15), (5, 5)])
    #expect(Self.surface(ContextLines.clipped(corner, to: box)) == 50)
    // A diamond loses its four points.
    let diamond = Self.positions([(5, -5), (15, 5), (5, 15), (-5, 5), (5, -5)])
    let cut = ContextLines.clipped(diamond, to: box)
    #expect(Self.surface(cut) == 200 && cut.first == cut.last)
    let outside = Self.positions([(20, 20), (30, 20), (30, 30), (20, 20)])
    #expect(ContextLines.clipped(outside, to: box).isEmpty)
  }

  /// By small steps along the piece from one position to the next.
  private static func distance(of position: Position, _ from: Position, _ to: Position) -> Double {
    var least = Double.infinity
    for step in 0...400 {
      let share = Double(step) / 400
      let x = from.x + (to.x - from.x) * share - position.x
      let y = from.y + (to.y - from.y) * share - position.y
      least = min(least, (x * x + y * y).squareRoot())
    }
    return least
  }

  @Test func `a line is thinned no further than the tolerance`() throws {
    let line = (0...400).map { step in
      let x = Double(step)
      return Position(x: x, y: 30 * (x / 40 - (x / 40).rounded()) * (step % 3 == 0 ? 1 : 0.9))
    }
    let thin = ContextLines.thinned(line, tolerance: 3)
    #expect(thin.first == line.first && thin.last == line.last && thin.count < line.count / 3)
    for position in line {
      let distance = zip(thin, thin.dropFirst()).map { Self.distance(of: position, $0, $1) }.min()
      #expect(try #require(distance) <= 3.3)
    }
    // A ring has one end; it keeps what lies far from there.
    let ring = Self.positions([(0, 0), (9, 0), (9, 9), (0, 9), (0, 0)])
    #expect(ContextLines.thinned(ring, tolerance: 1) == ring)
  }

  @Test func `a road is left where it leaves a gemeente`() {
    let box = Box(minX: 0, minY: 0, maxX: 10, maxY: 10)
    let road = Self.positions([(-9, 5), (-5, 5), (5, 5), (15, 5), (15, 25), (5, 25), (5, 5)])
    let found = ContextLines.stretches(of: [road], in: box)
    #expect(
      found == [
        Self.positions([(-5, 5), (5, 5), (15, 5)]), Self.positions([(5, 25), (5, 5)]),
      ])
  }

  @Test func `lines that meet end to end are one, up to a crossing`() {
    // A road of four stretches, some the other way round, a side road at (20, 0), and a ring road.
    let lines = [
      [(10, 0), (0, 0)], [(10, 0), (20, 0)], [(30, 5), (20, 0)], [(20, 0), (20, 9)],
      [(30, 5), (40, 5)], [(50, 50), (60, 50)], [(60, 50), (60, 60), (50, 50)],
    ].map { Self.positions($0.map { (Double($0.0), Double($0.1)) }) }
    let joined = ContextLines.joined(lines)
    #expect(
      joined == [
        Self.positions([(20, 0), (10, 0), (0, 0)]),
        Self.positions([(40, 5), (30, 5), (20, 0)]),
        Self.positions([(20, 0), (20, 9)]),
        Self.positions([(50, 50), (60, 50), (60, 60), (50, 50)]),
      ])
    #expect(
      abs(
        joined.map(ContextLines.length).reduce(0, +) - lines.map(ContextLines.length).reduce(0, +))
        < 1e-9)
    #expect(ContextLines.joined([[Position(x: 1, y: 1)]]).isEmpty)
  }

  @Test func `what is too small to be seen is left out, the longest last`() {
    let short = Self.positions([(0, 0), (79, 0)])
    let long = Self.positions([(0, 0), (50, 1), (81, 0)])
    let found = ContextLines.coarse([short, long], areRings: false, tolerance: 10)
    #expect(found == [Self.positions([(0, 0), (81, 0)])])
    let pond = Self.positions([(0, 0), (39, 0), (39, 39), (0, 39), (0, 0)])
    let lake = Self.positions([(0, 0), (41, 0), (41, 41), (0, 41), (0, 0)])
    #expect(ContextLines.coarse([pond, lake], areRings: true, tolerance: 10) == [lake])
  }

  @Test func `of many names the largest stay, spread over the map`() {
    var layer = ContextLayer(kind: .names, source: "")
    for place in 0..<3000 {
      layer.names.append(
        .init(
          text: "plaats \(place)",
          position: Position(x: Double(place % 60) * 300, y: Double(place / 60) * 300),
          surface: place == 1234 ? 5 : 0))
    }
    layer.names.append(.init(text: "tweemaal", position: Position(x: 0, y: -9000)))
    layer.names.append(.init(text: "tweemaal", position: Position(x: 900, y: -9000)))
    let all = layer.names
    let left = layer.thinNames()
    #expect(layer.names.count <= ContextLayer.mostNames && layer.names.count > 300)
    #expect(left + layer.names.count == all.count)
    #expect(layer.names.first?.text == "plaats 1234")
    #expect(layer.names.count { $0.text == "tweemaal" } == 1)
    // No quarter of the map is empty.
    for (low, high) in [(0.0, 9000.0), (9000.0, 18000.0)] {
      #expect(layer.names.count { $0.position.x >= low && $0.position.x < high } > 100)
    }
    var few = ContextLayer(kind: .names, source: "")
    few.names = Array(all.prefix(5))
    #expect(few.thinNames() == 0 && few.names.count == 5)
  }

  @Test func `water, roads and names are in the page of their gemeente`() throws {
    let study = SmallStudy()
    var water = ContextLayer(kind: .water, source: "proef <b>")
    // Over the first three squares; the third is of the second gemeente.
    let ring = Self.positions([
      (120_500, 480_200), (122_500, 480_200), (122_500, 480_400), (120_500, 480_400),
      (120_500, 480_200),
    ])
    water.surfaces = [MultiPolygon([Polygon(exterior: try Ring(ring))])]
    var names = ContextLayer(kind: .names, source: "")
    names.names = [.init(text: "</script>", position: Position(x: 120_500, y: 480_500))]
    var content = study.content
    content.context = [water, names]
    let page = try study.page(of: content)
    let context = try #require(try data(of: page)["context"] as? [[String: Any]])
    #expect(context.map { $0["kind"] as? String } == ["water", "names"])
    #expect(context[0]["gemeente"] as? [Int] == [0, 1])
    #expect(context[0]["lineCount"] as? Int == 2)
    let name = (context[1]["names"] as? [[String: Any]])?.first
    #expect(name?["text"] as? String == "</script>" && name?["gemeente"] as? Int == 0)
    #expect(!page.contains("proef <b>"))
  }
}
