internal import GeoJSON
internal import GeoPackage
internal import Geometry
internal import Tables

/// Reads areas from the files in which CBS publishes them.
///
/// The Wijk- en Buurtkaart as GeoPackage, any year from 2015 with its layer and column names, or as
/// GeoJSON, shapefile or CSV with well-known text with one level a file. Water and Belgian rows are left out and counted. Surfaces in
/// WGS 84 are brought to RD New.
public struct AreaReader: Sendable {
  /// The levels to read; levels that the files do not hold are left out unless ``required``.
  public var levels: Set<AreaLevel>
  /// The levels that must be there.
  public var required: Set<AreaLevel>
  /// Canonical names of the figures to read; columns that the files lack are left out.
  public var figureNames: Set<String>
  /// Spellings of columns over the years.
  public var aliases: ColumnAliases

  /// Makes a reader of all levels without figures.
  public init(
    levels: Set<AreaLevel> = Set(AreaLevel.cbs), required: Set<AreaLevel> = [.buurt],
    figureNames: Set<String> = [], aliases: ColumnAliases = .none
  ) {
    self.levels = levels
    self.required = required
    self.figureNames = figureNames
    self.aliases = aliases
  }

  /// Reads one edition from one GeoPackage or from GeoJSON files.
  ///
  /// Duplicate codes, malformed codes, missing parents and areas without surface are refused; rings
  /// that do not close are refused by the format readers. Crossing lines, overlaps and gaps are the
  /// business of ``CoverageCheck``.
  /// - Throws: ``AreaError``.
  public func read(_ paths: [String]) throws -> AreaSet {
    try assemble(parts(of: paths), paths: paths)
  }

  /// Reads one edition or several, each from a GeoPackage or from GeoJSON files.
  /// - Returns: the editions, the earliest first.
  /// - Throws: as ``read(_:)``.
  public func readEditions(_ paths: [String]) throws -> [AreaSet] {
    let parts = try parts(of: paths)
    let years = Set(parts.compactMap { $0.edition?.year })
    guard years.count > 1 else { return [try assemble(parts, paths: paths)] }
    if let unknown = parts.first(where: { $0.edition == nil }) {
      throw AreaError.unknownEdition(path: unknown.name)
    }
    return try years.sorted().map { year in
      try assemble(parts.filter { $0.edition?.year == year }, paths: paths)
    }
  }

  private func parts(of paths: [String]) throws -> [LayerPart] {
    var parts: [LayerPart] = []
    for path in paths {
      let lower = path.lowercased()
      if lower.hasSuffix(".gpkg") {
        parts += try readGeoPackage(path)
      } else if lower.hasSuffix(".geojson") || lower.hasSuffix(".json") {
        parts += try readGeoJSON(path)
      } else if SurfaceTable.isReadable(path) {
        parts += try readTable(path)
      } else {
        throw AreaError.unknownFormat(path: path)
      }
    }
    return parts
  }

  private func assemble(_ parts: [LayerPart], paths: [String]) throws(AreaError) -> AreaSet {
    let path = paths.joined(separator: ", ")
    for level in required.sorted() where !parts.contains(where: { $0.level == level }) {
      throw .noLevel(level, path: path, known: parts.map(\.name))
    }
    guard !parts.isEmpty else { throw .noLevel(.buurt, path: path, known: []) }
    let years = Set(parts.compactMap { $0.edition?.year })
    guard years.count <= 1 else { throw .mixedEditions(years) }
    guard let year = years.first else { throw .unknownEdition(path: path) }
    let layers = AreaLevel.cbs.compactMap { level -> AreaLayer? in
      let ofLevel = parts.filter { $0.level == level }
      guard !ofLevel.isEmpty else { return nil }
      return LayerPart.joined(ofLevel, level: level)
    }
    let set = AreaSet(
      edition: Edition(year: year, version: parts.compactMap { $0.edition?.version }.first),
      layers: layers, waterCount: parts.reduce(0) { $0 + $1.waterCount },
      foreignCount: parts.reduce(0) { $0 + $1.foreignCount })
    let inconsistencies = parts.flatMap(\.malformed) + set.inconsistencies()
    guard inconsistencies.isEmpty else { throw .inconsistent(path: path, inconsistencies) }
    return set
  }
}

/// The areas of one level from one file.
struct LayerPart {
  let name: String
  let level: AreaLevel
  var edition: Edition?
  var areas: [Area] = []
  var figures: [String: [Figure]] = [:]
  var waterCount = 0
  var foreignCount = 0
  var malformed: [AreaInconsistency] = []
  private var rowCount = 0

  init(name: String, level: AreaLevel, edition: Edition?) {
    self.name = name
    self.level = level
    self.edition = edition
  }

  /// One row of a file, its cells as text.
  struct Row {
    var keys: KeyCells
    var figures: [(name: String, figure: Figure)]
    var geometry: MultiPolygon
  }

  mutating func add(_ row: Row) {
    rowCount += 1
    if let year = row.keys[.jaar].flatMap({ Int($0) ?? Double($0).flatMap { Int(exactly: $0) } }),
      (1990...2100).contains(year)
    {
      edition = Edition(year: year, version: edition?.version)
    }
    switch row.keys[.water]?.uppercased() {
    case nil, "", "NEE": break
    case "B":
      foreignCount += 1
      return
    default:
      waterCount += 1
      return
    }
    guard let text = row.keys[.code(of: level)],
      let code = AreaCode.normalised(text, level: level)
    else {
      malformed.append(.malformedCode(level, row: rowCount))
      return
    }
    // The codes nest, so a parent that the row does not name follows from the code itself.
    let digits = code.dropFirst(2)
    let wijkcode =
      level != .buurt
      ? nil
      : row.keys[.wijkcode].flatMap { AreaCode.normalised($0, level: .wijk) }
        ?? "WK" + digits.prefix(6)
    let gemeentecode =
      level == .gemeente
      ? code
      : row.keys[.gemeentecode].flatMap { AreaCode.normalised($0, level: .gemeente) }
        ?? "GM" + digits.prefix(4)
    let gemeentenaam = row.keys[.gemeentenaam] ?? gemeentecode
    areas.append(
      Area(
        code: code, name: row.keys[.name(of: level)] ?? code, wijkcode: wijkcode,
        gemeentecode: gemeentecode, gemeentenaam: gemeentenaam, geometry: row.geometry))
    for (name, figure) in row.figures {
      // A column that earlier files of the level lacked starts with what they did not have.
      let missing = areas.count - 1 - (figures[name]?.count ?? 0)
      if missing > 0 {
        figures[name, default: []].append(
          contentsOf: repeatElement(.missing(.noData), count: missing))
      }
      figures[name, default: []].append(figure)
    }
  }

  /// Adds rows that come after these in the same file; both were begun as `empty`.
  mutating func append(_ later: LayerPart, begunAs empty: LayerPart) {
    if later.edition != empty.edition { edition = later.edition }
    for name in Set(figures.keys).union(later.figures.keys) {
      var own = figures[name] ?? []
      own += repeatElement(.missing(.noData), count: areas.count - own.count)
      figures[name] = own + (later.figures[name] ?? [])
    }
    areas += later.areas
    waterCount += later.waterCount
    foreignCount += later.foreignCount
    malformed += later.malformed.map { $0.shifted(by: rowCount) }
    rowCount += later.rowCount
  }

  static func joined(_ parts: [LayerPart], level: AreaLevel) -> AreaLayer {
    let names = Set(parts.flatMap(\.figures.keys)).sorted()
    let columns = names.map { name in
      FigureColumn(
        name: name,
        figures: parts.flatMap { part -> [Figure] in
          let own = part.figures[name] ?? []
          return own + repeatElement(.missing(.noData), count: part.areas.count - own.count)
        })
    }
    return AreaLayer(level: level, areas: parts.flatMap(\.areas), figures: columns)
  }
}
