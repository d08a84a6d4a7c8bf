internal import Areas
public import Bytes
public import CSV
internal import Cartography
internal import Disclosure
internal import Exports
public import Geocoding
internal import Geometry
internal import Heatmaps
internal import Projection
internal import Provenance
internal import Tables
internal import Topology

/// Makes a heatmap: from records to classes on a map.
public struct HeatmapRun: Sendable {
  /// What a run came upon.
  public struct Report: Sendable {
    /// The records by what became of them.
    public var points: RecordPoints
    /// The records outside the gemeenten.
    public var outside = 0
    /// The bandwidth in metres.
    public var bandwidth = 0.0
    /// The bandwidth that a rule chose in each gemeente, before the median was taken.
    public var chosen: [(gemeente: String, bandwidth: Double)] = []
    /// Whether the bandwidth was raised to the least that is allowed.
    public var isRaised = false
    /// The edges of the classes.
    public var edges: [Double] = []
    /// For each gemeente the cells in each class, and those that are not shown.
    public var cells: [(gemeente: String, classes: [Int], suppressed: Int)] = []
  }

  private let request: HeatmapRequest
  private let geodata: Geodata
  private let file: CSVFile
  private let columns: PlacementColumns

  /// Whether a file of this name is one that a heatmap writes.
  public static func isOurs(_ name: String) -> Bool { HeatmapExport.isOurs(name) }

  /// Prepares a run on records that are opened already.
  /// - Throws: ``HeatmapFailure`` or `GridRefusal`, before any record is read.
  public init(
    _ request: HeatmapRequest, file: CSVFile, columns: PlacementColumns, geodata: Geodata
  ) throws {
    guard request.source != .homes else { throw GridRefusal.homeAddresses }
    if case .code = columns { throw HeatmapFailure.noCoordinates(path: file.path) }
    if request.source != .open,
      let column = file.header.firstIndex(where: { header in
        let name = header.lowercased()
        return Self.homeWords.contains { name.contains($0) }
      })
    {
      throw HeatmapFailure.homes(column: file.columnNames.labels[column])
    }
    guard request.cellSize > 0, request.cellSize.isFinite else {
      throw HeatmapError.badCellSize(request.cellSize, bandwidth: .infinity)
    }
    if case .metres(let metres) = request.bandwidth {
      guard metres > 0, metres.isFinite else { throw HeatmapError.badBandwidth(metres) }
      if let rule = request.source.rule, metres < rule.minimumBandwidth {
        throw GridRefusal.bandwidthTooSmall(metres, minimum: rule.minimumBandwidth)
      }
    }
    self.request = request
    self.geodata = geodata
    self.file = file
    self.columns = columns
  }

  /// Words in names of columns that tell that records are persons or their homes.
  private static let homeWords = [
    "woonadres", "woonplaats", "bewoner", "burgerservice", "bsn", "geboorte", "achternaam",
    "voornaam", "home_address",
  ]

  /// Makes the heatmap and writes it into a folder.
  public func run(to folder: consuming OutputFolder, tasks: Int) async throws -> Report {
    let made = try await make(tasks: tasks)
    try made.export.write(to: folder, provenance: try provenance(made))
    return made.report
  }

  /// Makes the heatmap and writes the surfaces of its classes as one GeoJSON file.
  public func run(toFile path: String, tasks: Int) async throws -> Report {
    let made = try await make(tasks: tasks)
    try made.export.write(to: path)
    return made.report
  }

  private struct Made {
    let export: HeatmapExport
    let grid: PublishedGrid
    let document: MapDocument
    let report: Report
  }

  private func make(tasks: Int) async throws -> Made {
    let set = try readAreas()
    let areas = try windows(of: set)
    let window = try Window(areas.map(\.geometry))
    var report = Report(points: try await readPoints(tasks: tasks))
    let points = try gathered(report.points)
    report.bandwidth = try await bandwidth(points, areas: areas, tasks: tasks, report: &report)
    guard request.cellSize <= report.bandwidth else {
      throw HeatmapError.badCellSize(request.cellSize, bandwidth: report.bandwidth)
    }
    let map = try await Heatmap(
      points, in: window, kernel: request.kernel, bandwidth: report.bandwidth, edge: request.edge,
      isAdaptive: request.isAdaptive,
      minimumBandwidth: request.source.rule?.minimumBandwidth ?? 0, tasks: tasks)
    report.outside = map.outsideCount
    let inhabitants = try await inhabitants(
      of: set, window: window, bandwidth: report.bandwidth, tasks: tasks)
    var densities: [PublishedGrid.Density] = []
    for area in areas {
      let frame = try CellFrame(
        around: area.geometry.box, cellSize: request.cellSize, margin: DensitySurface.margin)
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
    let grid = try PublishedGrid(
      densities, of: map, source: request.source, breaks: request.breaks)
    report.edges = grid.edges
    report.cells = zip(areas, grid.parts).map { area, part in
      (
        area.gemeentenaam, part.counts(classes: grid.edges.count - 1),
        part.cells.count { $0 == .suppressed || $0 == .withoutBase }
      )
    }
    let document = MapDocument(
      title: request.title, peildatum: request.peildatum ?? "\(set.edition.year)-12-31",
      audience: request.audience, isSynthetic: request.isSynthetic, areas: set,
      language: request.language == .nl ? .nl : .en)
    return Made(
      export: try HeatmapExport(grid, areas: areas, title: request.title, document: document),
      grid: grid, document: document, report: report)
  }

  // MARK: Input

  private func readAreas() throws -> AreaSet {
    let reader = AreaReader(
      levels: request.isRelative ? [.buurt, .gemeente] : [.gemeente],
      required: request.isRelative ? [.buurt, .gemeente] : [.gemeente],
      figureNames: request.isRelative ? ["aantal_inwoners"] : [], aliases: geodata.aliases)
    let all: AreaSet
    if let folder = schematicFolder {
      guard let year = request.peildatum.flatMap({ Int($0.prefix(4)) }) else {
        throw HeatmapFailure.noYear
      }
      all = try SchematicAreas(folder: folder, reader: reader).read(year: year)
    } else {
      all = try reader.read(request.areas)
    }
    return all.filtered(gemeentecodes: try gemeentecodes(among: all))
  }

  /// The one folder that was named, when it is no file of areas.
  private var schematicFolder: String? {
    guard request.areas.count == 1, let path = request.areas.first else { return nil }
    let lower = path.lowercased()
    return [".gpkg", ".geojson", ".json"].contains(where: lower.hasSuffix) ? nil : path
  }

  private func gemeentecodes(among areas: AreaSet) throws(HeatmapFailure) -> Set<String> {
    let known = areas.gemeenten
    guard !request.gemeenten.isEmpty else {
      let cities = Set(geodata.cities.map(\.code)).intersection(known.map(\.code))
      return cities.isEmpty ? Set(known.map(\.code)) : cities
    }
    var codes: Set<String> = []
    for name in request.gemeenten {
      let word = name.lowercased()
      let city = geodata.cities.first { $0.otherNames.contains { $0.lowercased() == word } }
      guard
        let found = known.first(where: {
          $0.code == city?.code || $0.code.lowercased() == word || $0.name.lowercased() == word
        })
      else {
        throw .unknownGemeente(
          name, nearest: nearestWord(to: name, among: known.map(\.name)),
          known: known.map(\.name).sorted())
      }
      codes.insert(found.code)
    }
    return codes
  }

  /// The gemeenten with valid surfaces.
  private func windows(of set: AreaSet) throws -> [Area] {
    guard let layer = set[.gemeente], !layer.areas.isEmpty else {
      throw StudyRun.Failure.noAreas
    }
    let engine = TopologyEngine()
    return try layer.areas.map { $0.with(geometry: try engine.repaired($0.geometry)) }
  }

  private func column(_ name: String) throws(HeatmapFailure) -> Int {
    guard let index = file.header.firstIndex(of: name) else {
      throw .unknownColumn(name, known: file.columnNames)
    }
    return index
  }

  private func readPoints(tasks: Int) async throws -> RecordPoints {
    try await PointReader(
      file: file, columns: columns, weight: try request.weight.map { try column($0) },
      conditions: try request.conditions.map { (try column($0.column), $0.words) }
    ).read(tasks: tasks)
  }

  private func gathered(_ points: RecordPoints) throws -> HeatmapPoints {
    do {
      return try HeatmapPoints(points.positions, weights: points.weights)
    } catch HeatmapError.badWeight(let index) {
      throw HeatmapFailure.negativeWeight(row: points.rows[index])
    }
  }

  /// The bandwidth of all gemeenten.
  private func bandwidth(
    _ points: HeatmapPoints, areas: [Area], tasks: Int, report: inout Report
  ) async throws -> Double {
    switch request.bandwidth {
    case .metres(let metres): return metres
    case .rule(let rule):
      for area in areas {
        do throws(HeatmapError) {
          let chosen = try await rule.bandwidth(
            of: points, in: try Window([area.geometry]), kernel: request.kernel, tasks: tasks)
          report.chosen.append((area.gemeentenaam, chosen))
        } catch .noPoints, .tooFewPoints {
          continue
        }
      }
      let sorted = report.chosen.map(\.bandwidth).sorted()
      guard !sorted.isEmpty else { throw HeatmapError.noPoints }
      let middle = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
      // Whole metres: a bandwidth is said in a legend.
      let metres = max(middle.rounded(), 1)
      let least = request.source.rule?.minimumBandwidth ?? 0
      report.isRaised = metres < least
      return max(metres, least)
    }
  }

  private func inhabitants(
    of set: AreaSet, window: Window, bandwidth: Double, tasks: Int
  ) async throws -> Heatmap? {
    guard request.isRelative else { return nil }
    guard let layer = set[.buurt], let figures = layer.figures(named: "aantal_inwoners") else {
      throw HeatmapFailure.noInhabitants
    }
    let spread = try SpreadInhabitants(
      figures.figures.map(\.number), over: layer.areas.map(\.geometry),
      spacing: request.cellSize / 2)
    guard spread.total > 0 else { throw HeatmapFailure.noInhabitants }
    return try await Heatmap(
      HeatmapPoints(spread.positions, weights: spread.weights), in: window,
      kernel: request.kernel, bandwidth: bandwidth, edge: request.edge, tasks: tasks)
  }

  // MARK: Provenance

  private func provenance(_ made: Made) throws -> ProvenanceRecord {
    var inputs: [ProvenanceRecord.Input] = []
    func add(_ role: String, _ path: String) throws {
      guard path != "-" else { return }
      let file = path.split(separator: "#").first.map(String.init) ?? path
      inputs.append(
        ProvenanceRecord.Input(role: role, path: file, hash: try FileHash(path: file)))
    }
    try add("records", request.records)
    let year = made.document.areas.edition.year
    let paths =
      schematicFolder.map { SchematicAreas.files(folder: $0, year: year) } ?? request.areas
    for path in paths { try add("areas", path) }
    return ProvenanceRecord(
      inputs: inputs,
      facts: try HeatmapFacts(
        request: request, grid: made.grid, document: made.document, report: made.report
      ).facts)
  }
}
