import Disclosure
import Geometry
import Heatmaps
import TestSupport
import Testing

/// A heatmap that was saved is read back as it was drawn, and no other.
@Suite struct SavedGridTests {
  private let side = 4000.0

  /// Within the country by default.
  private func made(x: Double = 120_000, y: Double = 480_000) async throws -> PublishedGrid {
    let window = try Window([try rectangle(side, side, at: x, y)])
    var generator = RepeatableGenerator(seed: 3)
    let positions = (0..<700).map { _ in
      Position(
        x: x + Double.random(in: 0...side, using: &generator),
        y: y + Double.random(in: 0...side / 2, using: &generator))
    }
    let map = try await Heatmap(
      HeatmapPoints(positions), in: window, kernel: .epanechnikov, bandwidth: 600, edge: .none,
      limit: GridRule.closed.addressLimit)
    let surface = await map.surface(
      on: try CellFrame(around: window.box, cellSize: 100, margin: DensitySurface.margin))
    return try PublishedGrid(
      [.density(surface)], of: map, source: .incidents, breaks: .given([60, 90]))
  }

  private func saved(_ grid: PublishedGrid) throws -> [UInt8] {
    try SavedPublication.bytes(
      of: [], grids: [("drugs", grid, ["GM0307"])], rule: nil, about: Array("{}".utf8),
      ownLevels: [])
  }

  @Test func readBack() async throws {
    var seen = 0
    let grid = try await made().cut { part, surface in
      seen += 1
      #expect(part == 0)
      return surface
    }
    #expect(seen == grid.parts[0].surfaces.count && seen > 2)
    let read = try SavedPublication(try saved(grid), path: "")
    #expect(read.grids.map(\.id) == ["drugs"] && read.grids[0].gemeenten == ["GM0307"])
    let joined = PublishedGrid(joining: read.grids)
    #expect(joined.edges == grid.edges && joined.kernel == .epanechnikov && joined.bandwidth == 600)
    #expect(joined.parts.map(\.frame) == grid.parts.map(\.frame))
    #expect(joined.parts.map(\.cells) == grid.parts.map(\.cells))
    #expect(Set(grid.parts[0].cells).isSuperset(of: [.suppressed, .inClass(0), .inClass(2)]))
    #expect(joined.parts[0].surfaces.map(\.surface) == grid.parts[0].surfaces.map(\.surface))
    #expect(joined.parts[0].surfaces.map(\.cell) == grid.parts[0].surfaces.map(\.cell))
  }

  @Test func elsewhereThanInTheCountry() async throws {
    for (x, y) in [(-900_000.0, 480_000.0), (120_000, 0)] {
      let bytes = try saved(try await made(x: x, y: y).cut { $1 })
      #expect(throws: SavedPublication.Damage.self) { try SavedPublication(bytes, path: "") }
    }
  }

  @Test func surfacesOfWhichNothingIsLeftAreLeftOut() async throws {
    let grid = try await made()
    let empty = grid.cut { _, _ in MultiPolygon([]) }
    #expect(empty.parts[0].surfaces.isEmpty && empty.parts[0].isCut)
    // A second cut is none.
    let again = empty.cut { _, _ in
      Issue.record("cut twice"); return MultiPolygon([])
    }
    #expect(again.parts[0].isCut)
  }
}
