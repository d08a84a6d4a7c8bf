import Areas
import Crosswalks
import Foundation
import Geometry
import Registers
import Tables
import TestSupport
import Testing

/// Boundaries that really moved, with real addresses, against tobler: Tests/Oracles/crosswalk_real.py.
@Suite(.enabled(if: OpenData.isExpected, "skipped: the open data of WIJKZICHT_DATA are not there"))
struct RealCrosswalkTests {
  private static let cities = ["GM0344", "GM0363", "GM0518", "GM0599", "GM0855"]
  private static let flevoland: Set = ["GM0034", "GM0050", "GM0171", "GM0184", "GM0303", "GM0995"]

  /// What tobler makes of a trial, by code.
  private func expected(_ trial: String) throws -> [String: (count: Double, mean: Double?)] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Oracles/crosswalk_real.csv")
    var found: [String: (count: Double, mean: Double?)] = [:]
    for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n") {
      let cells = line.split(separator: ";", omittingEmptySubsequences: false)
      guard cells[0] == trial else { continue }
      found[String(cells[1])] = (try #require(Double(cells[2])), Double(cells[3]))
    }
    return found
  }

  private func buurten(_ paths: [String], of gemeenten: Set<String>) throws -> AreaLayer {
    let set = try AreaReader(levels: [.buurt]).read(paths)
    return try #require(set[.buurt]).filtered { gemeenten.contains($0.gemeentecode) }
  }

  private func buurten2015(_ cities: [String]) throws -> AreaLayer {
    try buurten(cities.map { OpenData.areas2015($0, "buurt") }, of: Set(cities))
  }

  private func check(_ crosswalk: Crosswalk, _ trial: String, of layer: AreaLayer) throws {
    let counts = layer.areas.indices.map { Double(100 + 37 * $0 % 901) }
    let expected = try expected(trial)
    let converted = crosswalk.converted(counts: counts.map { .value($0) })
    // tobler weighs by the surfaces in common, so that is what these means are of.
    var common = [Double](repeating: 0, count: layer.areas.count)
    for link in crosswalk.links { common[link.from] += link.weight }
    let means = crosswalk.converted(
      means: layer.areas.indices.map { .value(Double(10 + 13 * $0 % 51)) },
      denominators: common.map { .value($0) })
    var compared = 0
    for (place, code) in crosswalk.to.codes.enumerated() {
      guard let count = converted[place].number else {
        // Most of it lies in no area of the other side.
        #expect(crosswalk.conversions[place].grade == .none)
        continue
      }
      let known = try #require(expected[code], "\(trial): \(code)")
      #expect(abs(count - known.count) <= 1e-9 * max(known.count, 1), "\(trial): \(code)")
      if let mean = known.mean {
        let found = try #require(means[place].number, "\(trial): \(code)")
        #expect(abs(found - mean) <= 1e-9 * mean, "\(trial): \(code)")
      }
      compared += 1
    }
    #expect(compared * 20 > expected.count * 19)
    // Totals stay, but for what lies outside; and there and back moves no more than is said.
    let whole = crosswalk.links.reduce(0) { $0 + $1.share * counts[$1.from] }
    let linked = Set(crosswalk.links.map(\.from)).reduce(0) { $0 + counts[$1] }
    #expect(abs(whole - linked) <= 1e-9 * linked)
    let back = crosswalk.reversed.converted(counts: converted)
    let moved = zip(counts, back).reduce(0) { sum, pair in
      sum + (pair.1.number.map { abs($0 - pair.0) } ?? 0)
    }
    #expect(moved <= crosswalk.returnBound(counts: counts) * (1 + 1e-9))
  }

  @Test func fiveCitiesBySurface() async throws {
    let before = try buurten2015(Self.cities)
    let after = try buurten([OpenData.fiveCities], of: Set(Self.cities))
    let (crosswalk, _) = try await CrosswalkBuilder(
      from: .init(before, year: 2015), to: .init(after, year: 2024)
    ).crosswalk(.area)
    try check(crosswalk, "vlak", of: before)
  }

  @Test func amsterdamByAddresses() async throws {
    let before = try buurten2015(["GM0363"])
    let after = try buurten([OpenData.fiveCities], of: ["GM0363"])
    let source = try RegisterSource.open("\(OpenData.folder)/addresses/bag_amsterdam_1013.csv")
    let (crosswalk, counts) = try await CrosswalkBuilder(
      from: .init(before, year: 2015), to: .init(after, year: 2024)
    ).crosswalk(.addresses([source]))
    #expect(counts.addresses + counts.outside == 1_836)
    try check(crosswalk, "amsterdam", of: before)
  }

  @Test func flevolandByAddresses() async throws {
    let after = try buurten([OpenData.netherlands], of: Self.flevoland)
    let moved = try after.areas.map { area in
      Area(
        code: area.code, name: area.name, wijkcode: area.wijkcode,
        gemeentecode: area.gemeentecode, gemeentenaam: area.gemeentenaam,
        geometry: try area.geometry.mapPositions { Position(x: $0.x + 150, y: $0.y + 100) })
    }
    let before = AreaLayer(level: .buurt, areas: moved)
    let source = try RegisterSource.open("\(OpenData.folder)/addresses/bag_flevoland.csv.gz")
    let (crosswalk, counts) = try await CrosswalkBuilder(
      from: .init(before, year: 2015), to: .init(after, year: 2024)
    ).crosswalk(.addresses([source]))
    #expect(counts.addresses + counts.outside == 222_318)
    try check(crosswalk, "flevoland", of: before)
  }
}
