import Areas
import Crosswalks
import Foundation
import Geometry
import Tables
import Testing

/// Against tobler: Tests/Oracles/crosswalk_area.py.
struct ToblerTests {
  @Test func countsAndMeansBySurface() async throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Oracles/crosswalk_area.csv")
    let rows = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ";").map(String.init) }
    func number(_ text: some StringProtocol) throws -> Double {
      try #require(Double(String(text)))
    }
    func side(_ name: String) throws -> (layer: AreaLayer, counts: [Double], means: [Double]) {
      let own = rows.filter { $0[0] == name }
      let areas = try own.enumerated().map { place, row in
        let ring = try Ring(
          row[3].split(separator: ",").map { pair in
            let parts = pair.split(separator: " ")
            return Position(x: try number(parts[0]), y: try number(parts[1]))
          })
        return Area(
          code: "BU9901\(1000 + place)", name: "x", wijkcode: nil, gemeentecode: "GM9901",
          gemeentenaam: "x", geometry: MultiPolygon([Polygon(exterior: ring, holes: [])]))
      }
      return (
        AreaLayer(level: .buurt, areas: areas), try own.map { try number($0[1]) },
        try own.map { try number($0[2]) }
      )
    }
    let before = try side("van")
    let after = try side("naar")
    let (crosswalk, _) = try await CrosswalkBuilder(
      from: .init(before.layer, year: 2015), to: .init(after.layer, year: 2024)
    ).crosswalk(.area)
    let counts = crosswalk.converted(counts: before.counts.map { .value($0) })
    // A mean per square metre: its denominator is the surface.
    let means = crosswalk.converted(
      means: before.means.map { .value($0) },
      denominators: before.layer.areas.map { .value($0.geometry.area) })
    try #require(counts.count == 45)
    for place in counts.indices {
      let count = try #require(counts[place].number)
      let mean = try #require(means[place].number)
      #expect(abs(count - after.counts[place]) <= 1e-9 * after.counts[place])
      #expect(abs(mean - after.means[place]) <= 1e-9 * after.means[place])
    }
  }
}
