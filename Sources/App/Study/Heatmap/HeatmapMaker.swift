internal import Areas
internal import Disclosure
internal import Exports
internal import Geocoding
internal import Geometry
internal import Heatmaps
internal import Tables
internal import Topology

/// Makes a heatmap of points that were read: one window, bandwidth, grid and set of classes over all
/// gemeenten.
struct HeatmapMaker {
  /// A heatmap, ready to be written.
  struct Made {
    let export: HeatmapExport
    let grid: PublishedGrid
    let document: MapDocument
    let report: HeatmapReport
  }

  private let request: HeatmapRequest
  private let name: String

  /// - Parameter name: what layers are called after, as `heatmap_drugs`; that of one heatmap when nil.
  init(_ request: HeatmapRequest, name: String? = nil) {
    self.request = request
    self.name = name ?? ""
  }

  /// Makes the heatmap over the gemeenten of `document`.
  /// - Throws: `HeatmapError`, `GridRefusal`, ``HeatmapFailure`` or `TopologyError`.
  func make(_ read: RecordPoints, document: MapDocument, tasks: Int) async throws -> Made {
    let set = document.areas
    let areas = try windows(of: set)
    let window = try Window(areas.map(\.geometry))
    var report = HeatmapReport(points: read)
    let points = try gathered(read)
    report.bandwidth = try await bandwidth(points, areas: areas, tasks: tasks, report: &report)
    let cellSize = request.cellSize(atBandwidth: report.bandwidth)
    guard cellSize <= report.bandwidth else {
      throw HeatmapError.badCellSize(cellSize, bandwidth: report.bandwidth)
    }
    let map = try await Heatmap(
      points, in: window, kernel: request.kernel, bandwidth: report.bandwidth, edge: request.edge,
      isAdaptive: request.isAdaptive,
      minimumBandwidth: request.source.rule?.minimumBandwidth ?? 0,
      limit: request.source.rule?.addressLimit, tasks: tasks)
    report.outside = map.outsideCount
    report.uncounted = Int((Double(map.points.recordCount) - map.points.countedTotal).rounded())
    let inhabitants = try await inhabitants(
      of: set, window: window, bandwidth: report.bandwidth, cellSize: cellSize, tasks: tasks)
    var densities: [PublishedGrid.Density] = []
    for area in areas {
      let frame = try CellFrame(
        around: area.geometry.box, cellSize: cellSize, margin: DensitySurface.margin)
      let surface = await map.surface(
        on: frame, showing: try Window([area.geometry]), tasks: tasks)
      guard let inhabitants else {
        densities.append(.density(surface))
        continue
      }
      densities.append(
        .relative(
          RelativeRisk(
            records: surface, inhabitants: await inhabitants.values(on: frame, tasks: tasks),
            map: map, inhabitantTotal: inhabitants.points.totalWeight)))
    }
    var grid = try PublishedGrid(
      densities, of: map, source: request.source, breaks: request.breaks)
    if !request.tellsCount { grid.hideCount() }
    report.edges = grid.edges
    report.cells = zip(areas, grid.parts).map { area, part in
      (
        area.gemeentenaam, part.counts(classes: grid.edges.count - 1),
        part.cells.count { $0 == .suppressed || $0 == .withoutBase }
      )
    }
    return Made(
      export: try HeatmapExport(
        grid, areas: areas, title: request.title, name: name, document: document),
      grid: grid, document: document, report: report)
  }

  /// The gemeenten with valid surfaces.
  private func windows(of set: AreaSet) throws -> [Area] {
    guard let layer = set[.gemeente], !layer.areas.isEmpty else {
      throw StudyRun.Failure.noAreas
    }
    let engine = TopologyEngine()
    return try layer.areas.map { $0.with(geometry: try engine.repaired($0.geometry)) }
  }

  private func gathered(_ points: RecordPoints) throws -> HeatmapPoints {
    if let rule = request.source.rule, let weights = points.weights, rule.standsOut(weights) {
      throw GridRefusal.weightStandsOut(limit: rule.largestWeight)
    }
    do {
      return try HeatmapPoints(points.positions, weights: points.weights)
    } catch HeatmapError.badWeight(let index) {
      throw HeatmapFailure.negativeWeight(row: points.rows[index])
    }
  }

  /// The bandwidth of all gemeenten.
  private func bandwidth(
    _ points: HeatmapPoints, areas: [Area], tasks: Int, report: inout HeatmapReport
  ) async throws -> Double {
    switch request.bandwidth {
    case .metres(let metres): return metres
    case .rule(let rule):
      var fewest: Int?
      for area in areas {
        do throws(HeatmapError) {
          let chosen = try await rule.bandwidth(
            of: points, in: try Window([area.geometry]), kernel: request.kernel, tasks: tasks)
          report.chosen.append((area.gemeentenaam, chosen))
        } catch .tooFewPoints(let count) {
          fewest = max(fewest ?? 0, count)
        } catch .noPoints {
          continue
        }
      }
      let sorted = report.chosen.map(\.bandwidth).sorted()
      guard !sorted.isEmpty else {
        throw fewest.map { HeatmapError.tooFewPoints($0) } ?? .noPoints
      }
      let middle = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
      // Whole metres: a bandwidth is said in a legend.
      let metres = max(middle.rounded(), 1)
      let least = request.source.rule?.minimumBandwidth ?? 0
      report.isRaised = metres < least
      return max(metres, least)
    }
  }

  private func inhabitants(
    of set: AreaSet, window: Window, bandwidth: Double, cellSize: Double, tasks: Int
  ) async throws -> Heatmap? {
    guard request.isRelative else { return nil }
    guard let layer = set[.buurt], let figures = layer.figures(named: "aantal_inwoners") else {
      throw HeatmapFailure.noInhabitants
    }
    let spread = try SpreadInhabitants(
      figures.figures.map(\.number), over: layer.areas.map(\.geometry),
      spacing: cellSize / 2)
    guard spread.total > 0 else { throw HeatmapFailure.noInhabitants }
    return try await Heatmap(
      HeatmapPoints(spread.positions, weights: spread.weights), in: window,
      kernel: request.kernel, bandwidth: bandwidth, edge: request.edge, tasks: tasks)
  }
}
