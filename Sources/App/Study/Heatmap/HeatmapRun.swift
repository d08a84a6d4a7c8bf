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
  private let request: HeatmapRequest
  private let geodata: Geodata
  private let file: CSVFile
  private let columns: PlacementColumns

  /// Whether a file of this name is one that a heatmap writes.
  public static func isOurs(_ name: String) -> Bool { HeatmapExport.isOurs(name) }

  /// Prepares a run on records that are opened already.
  /// - Throws: ``HeatmapFailure``, `HeatmapError` or `GridRefusal`, before any record is read.
  public init(
    _ request: HeatmapRequest, file: CSVFile, columns: PlacementColumns, geodata: Geodata
  ) throws {
    if let refusal = request.refusal { throw refusal }
    if case .code = columns { throw HeatmapFailure.noCoordinates(path: file.path) }
    if let column = Self.homeColumn(in: file, isOpen: request.source == .open) {
      throw HeatmapFailure.homes(column: column)
    }
    self.request = request
    self.geodata = geodata
    self.file = file
    self.columns = columns
  }

  /// The column that tells that records are persons or their homes, if there is one.
  /// - Parameter isOpen: whether the records are said to be open data; columns of persons are refused
  ///   then too.
  static func homeColumn(in file: CSVFile, isOpen: Bool) -> String? {
    let words = isOpen ? personWords : personWords + homeWords
    let index = file.header.firstIndex { header in
      let name = header.lowercased()
      return words.contains { name.contains($0) }
    }
    return index.map { file.columnNames.labels[$0] }
  }

  /// Words in names of columns that tell that records are persons.
  private static let personWords = [
    "burgerservice", "bsn", "geboorte", "achternaam", "voornaam", "patient", "patiënt",
    "clientnummer", "cliëntnummer", "verdachte", "slachtoffer",
  ]
  /// Words in names of columns that tell that records are homes.
  private static let homeWords = [
    "woonadres", "woonplaats", "huisadres", "thuisadres", "bewoner", "home_address",
  ]

  /// Makes the heatmap and writes it into a folder.
  public func run(to folder: consuming OutputFolder, tasks: Int) async throws -> HeatmapReport {
    let made = try await make(tasks: tasks)
    try await made.export.write(
      to: folder, provenance: try provenance(made), tasks: tasks)
    return made.report
  }

  /// Makes the heatmap and writes the surfaces of its classes as one GeoJSON file.
  public func run(toFile path: String, tasks: Int) async throws -> HeatmapReport {
    let made = try await make(tasks: tasks)
    try made.export.write(to: path)
    return made.report
  }

  private func make(tasks: Int) async throws -> HeatmapMaker.Made {
    let set = try readAreas()
    let document = MapDocument(
      title: request.title, peildatum: request.peildatum ?? "\(set.edition.year)-12-31",
      audience: request.audience, isSynthetic: request.isSynthetic, areas: set,
      language: request.language == .nl ? .nl : .en)
    return try await HeatmapMaker(request).make(
      try await readPoints(tasks: tasks), document: document, tasks: tasks)
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

  private func column(_ name: String) throws(HeatmapFailure) -> Int {
    let places = file.columns(named: name)
    guard let index = places.first else {
      throw .unknownColumn(name, known: file.columnNames)
    }
    guard places.count == 1 else {
      throw .repeatedColumn(name, places: places.map { $0 + 1 })
    }
    return index
  }

  private func readPoints(tasks: Int) async throws -> RecordPoints {
    try await PointReader(
      file: file, columns: columns, weight: try request.weight.map { try column($0) },
      conditions: try request.conditions.map { (try column($0.column), $0.words) }
    ).read(tasks: tasks)
  }

  // MARK: Provenance

  private func provenance(_ made: HeatmapMaker.Made) throws -> ProvenanceRecord {
    var inputs: [ProvenanceRecord.Input] = []
    func add(_ role: String, _ path: String, isOpen: Bool = true) throws {
      guard path != "-" else { return }
      let file = PartedPath(path).file
      inputs.append(
        ProvenanceRecord.Input(
          role: role, path: file,
          identity: try InputIdentity(of: file, isOpen: isOpen, key: nil)))
    }
    try add(
      "records", request.records,
      isOpen: request.source == .open || DisclosureRule.rule(for: request.audience) == nil)
    let year = made.document.areas.edition.year
    let paths =
      schematicFolder.map { SchematicAreas.files(folder: $0, year: year) } ?? request.areas
    for path in paths { try add("areas", path) }
    return ProvenanceRecord(
      inputs: inputs,
      facts: try HeatmapFacts(request: request, grid: made.grid).facts(made.document))
  }
}
