internal import Areas
internal import Disclosure
internal import Exports
internal import GeoJSON
internal import GeoPackage
internal import Geometry
internal import Heatmaps
internal import Projection
internal import Provenance
internal import Topology

/// The facts of a heatmap as provenance keeps them.
struct HeatmapFacts {
  private typealias Fact = ProvenanceRecord.Fact
  private let request: HeatmapRequest
  private let grid: PublishedGrid

  init(request: HeatmapRequest, grid: PublishedGrid) {
    self.request = request
    self.grid = grid
  }

  private func text(_ text: String) -> Fact { .scalar(.text(text)) }
  private func number(_ number: Double) -> Fact { .scalar(.number(number)) }
  private func count(_ number: Int) -> Fact { .scalar(.integer(Int64(number))) }

  /// How the heatmap was made.
  var method: [(name: String, fact: ProvenanceRecord.Fact)] {
    let rule = request.source.rule
    let chosenBy =
      if case .rule(let rule) = request.bandwidth { text(rule.rawValue) } else { text("given") }
    return [
      ("points", text(grid.source.rawValue)),
      ("n", grid.recordCount.map(count) ?? text("onderdrukt")),
      ("weight", request.weight.map(text) ?? .scalar(.null)),
      ("conditions", .list(request.conditions.map { text($0.column) })),
      ("months", request.months.map(count) ?? .scalar(.null)),
      ("kernel", text(grid.kernel.rawValue)),
      ("bandwidth_m", number(grid.bandwidth)),
      ("bandwidth_by", chosenBy),
      ("adaptive", .scalar(.bool(grid.isAdaptive))),
      ("edge", text(grid.edgeCorrection.rawValue)),
      ("cell_m", number(request.cellSize(atBandwidth: grid.bandwidth))),
      ("grid_origin", text("multiples of the cell size in RD New")),
      ("relative_to_inhabitants", .scalar(.bool(grid.isRelative))),
      (
        "classes",
        .facts([
          ("edges", .list(grid.edges.filter(\.isFinite).map(number))),
          ("closure", text("[a, b), last class open")),
          ("weights", text("equal per gemeente")),
        ])
      ),
      (
        "disclosure",
        rule.map {
          .facts([
            ("minimum_records", count($0.minimumRecords)),
            ("minimum_addresses", count($0.minimumAddresses)),
            ("weights", text("(1 - d²/h²)²")),
            ("address_share", number($0.addressLimit.share)),
            ("address_records", number($0.addressLimit.records)),
            ("largest_share", number($0.largestShare)),
            ("minimum_bandwidth_m", number($0.minimumBandwidth)),
            ("minimum_cell_m", number($0.smallestCell(atBandwidth: grid.bandwidth))),
            ("rounding_base", count($0.roundingBase)),
          ])
        } ?? text("open data")
      ),
    ]
  }

  /// The facts of a heatmap that stands by itself.
  func facts(
    _ document: MapDocument
  ) throws -> [(name: String, fact: ProvenanceRecord.Fact)] {
    let transformer = try Transformer(from: .rdNew, to: .wgs84)
    let head: [(name: String, fact: ProvenanceRecord.Fact)] = [
      ("program", text("wijkzicht")),
      ("product", text("heatmap")),
      ("title", text(document.title)),
      ("peildatum", text(document.peildatum)),
      ("audience", text(document.audience.rawValue)),
      ("synthetisch", .scalar(.bool(document.isSynthetic))),
      ("edition", text(document.areas.edition.description)),
      ("gemeenten", .list(document.areas.gemeenten.map { text($0.code) })),
    ]
    let tail: [(name: String, fact: ProvenanceRecord.Fact)] = [
      (
        "projection",
        .facts([
          ("operation", text(transformer.operation)),
          ("accuracy_m", transformer.accuracy.map(number) ?? .scalar(.null)),
        ])
      ),
      (
        "libraries",
        .facts([
          ("geos", text(TopologyEngine.libraryVersion)),
          ("proj", text(Transformer.libraryVersion)),
          ("sqlite", text(GeoPackageWriter.libraryVersion)),
        ])
      ),
    ]
    return head + method + tail
  }
}
