import Areas
import Geometry
import Tables
import TestSupport
import Testing

/// The buurten per gemeente, in the order of the codes.
private func buurtenPerGemeente(_ set: AreaSet) -> [String: Int] {
  (set[.buurt]?.areas ?? []).reduce(into: [:]) { $0[$1.gemeentecode, default: 0] += 1 }
}

@Suite(.enabled(if: OpenData.isExpected, "skipped: the open data of WIJKZICHT_DATA are not there"))
struct RealAreaTests {
  @Test func netherlands() throws {
    let set = try AreaReader(figureNames: ["aantal_inwoners"]).read([OpenData.netherlands])
    #expect(set.layers.map(\.areas.count) == [14_568, 3_393, 342])
    #expect(set.edition == Edition(year: 2024))
    #expect(set.waterCount == 0)
    let inhabitants = set.layers.map { layer in
      layer.figures[0].figures.reduce(0) { $0 + ($1.number ?? 0) }
    }
    #expect(inhabitants == [17_942_550, 17_942_715, 17_942_942])
    #expect(set[.buurt]?.figures[0].missingCounts == [.secret: 477])
  }

  @Test func fiveCities() throws {
    let set = try AreaReader().read([OpenData.fiveCities])
    #expect(set.layers.map(\.areas.count) == [1_086, 244, 5])
    #expect(
      buurtenPerGemeente(set) == [
        "GM0363": 516, "GM0518": 114, "GM0599": 91, "GM0344": 111, "GM0855": 254,
      ])
    for layer in set.layers {
      let check = AreaCheck(layer)
      #expect(check.invalid.isEmpty)
      #expect(check.overlaps.isEmpty)
      #expect(check.gaps.isEmpty)
      #expect(check.mismatches.isEmpty)
    }
  }

  /// CBS rounds counts at random to multiples of five, so each is up to four off; a count that is not told is
  /// below ten.
  @Test(arguments: ["aantal_inwoners", "aantal_huishoudens"])
  func buurtenAddUp(figure: String) throws {
    let set = try AreaReader(figureNames: [figure]).read([OpenData.fiveCities])
    let buurten = try #require(set[.buurt])
    let counts = try #require(buurten.figures(named: figure)).figures
    for (level, parent) in [
      (AreaLevel.wijk, { (area: Area) in area.wijkcode }), (.gemeente, { $0.gemeentecode }),
    ] {
      let layer = try #require(set[level])
      let totals = try #require(layer.figures(named: figure)).figures
      var parts: [String: (least: Double, most: Double)] = [:]
      for (area, count) in zip(buurten.areas, counts) {
        let own = count.number.map { (least: $0 - 4, most: $0 + 4) } ?? (least: 0, most: 9)
        let before = parts[parent(area) ?? "", default: (0, 0)]
        parts[parent(area) ?? ""] = (before.least + own.least, before.most + own.most)
      }
      var compared = 0
      for (area, total) in zip(layer.areas, totals) {
        guard let total = total.number, let part = parts[area.code] else { continue }
        compared += 1
        #expect(part.least - 4 <= total && total <= part.most + 4, "\(area.code)")
      }
      #expect(compared == (level == .wijk ? 241 : 5))
    }
  }

  @Test func of2015() throws {
    var counts: [Int] = []
    for code in ["GM0363", "GM0518", "GM0599", "GM0344", "GM0855"] {
      let paths = ["buurt", "wijk", "gemeente"].map { OpenData.areas2015(code, $0) }
      let reader = AreaReader(
        figureNames: ["aantal_inwoners"], aliases: ColumnAliases(["aantal_inwoners": ["AANT_INW"]]))
      let set = try reader.read(paths)
      #expect(set.edition == Edition(year: 2015))
      #expect(set.gemeenten.map(\.code) == [code])
      let buurten = try #require(set[.buurt])
      counts.append(buurten.areas.count)
      #expect(buurten.figures(named: "aantal_inwoners")?.figures.count == buurten.areas.count)
      let land = set.layers.map { $0.areas.reduce(0) { $0 + $1.geometry.area } }
      #expect(abs(land[0] - land[2]) < 0.05 * land[2])
    }
    #expect(counts == [97, 114, 92, 111, 67])
  }
}

@Suite struct SchematicAreaTests {
  @Test func fiveCities() throws {
    let set = try SchematicAreas(
      folder: "geodata/sample", reader: AreaReader(figureNames: ["aantal_inwoners"])
    ).read(year: 2024)
    #expect(set.isSchematic)
    #expect(set.edition == Edition(year: 2024))
    #expect(set.layers.map(\.areas.count) == [1_086, 244, 5])
    #expect(
      buurtenPerGemeente(set) == [
        "GM0363": 516, "GM0518": 114, "GM0599": 91, "GM0344": 111, "GM0855": 254,
      ])
    for layer in set.layers {
      #expect(layer.areas.allSatisfy { $0.geometry.area > 0 })
      #expect(layer.figures.map(\.name) == ["aantal_inwoners"])
      let check = AreaCheck(layer)
      #expect(check.invalid.isEmpty, "\(check.findings)")
      let coverage = CoverageCheck(layer.areas.map(\.geometry))
      #expect(coverage.overlaps.isEmpty, "\(check.findings)")
      #expect(coverage.gaps.isEmpty, "\(check.findings)")
      #expect(coverage.mismatches.isEmpty, "\(check.findings)")
      #expect(coverage.isValid)
    }
    // Wijken and gemeenten are their buurten together.
    let land = set.layers.map { $0.areas.reduce(0) { $0 + $1.geometry.area } }
    #expect(abs(land[0] - land[1]) < 1)
    #expect(abs(land[0] - land[2]) < 1)
  }

  @Test func aSampleTwiceIsTheSame() throws {
    let sample = SchematicAreas(folder: "geodata/sample", reader: AreaReader())
    let sets = try (0..<2).map { _ in try sample.read(year: 2024) { $0 == "GM0599" } }
    #expect(sets[0].layers.map(\.areas) == sets[1].layers.map(\.areas))
    #expect(sets[0].layers.map(\.areas.count).first == 91)
  }
}
