internal import Geometry
internal import Tables
internal import Topology

/// Areas of a city's own: stadsdelen, gebieden, business parks, PC4, squares.
public enum OwnAreas {
  /// The columns of a file of polygons.
  public struct Columns: Hashable, Sendable {
    /// The column with codes.
    public var code: String
    /// The column with names; codes are names without it.
    public var name: String?
    /// The column with the code of the gemeente; found from the surfaces without it.
    public var gemeente: String?

    /// Names the columns.
    public init(code: String, name: String? = nil, gemeente: String? = nil) {
      self.code = code
      self.name = name
      self.gemeente = gemeente
    }
  }

  /// Reads areas from a file of polygons: GeoJSON, GeoPackage, shapefile, or CSV with WKT.
  ///
  /// Rows with the same code and name are parts of one area. Each area belongs to the gemeente in
  /// which most of it lies. Its surface, in hectares, is the figure `oppervlakte_land_in_ha`: water
  /// in it counts as land.
  /// - Parameters:
  ///   - epsg: the reference system, for a file that does not name it.
  ///   - gemeenten: the gemeenten among which to look; areas have none when left out.
  /// - Throws: ``AreaError`` or `TopologyError`.
  public static func polygons(
    _ path: String, level: AreaLevel, columns: Columns, epsg: Int? = nil,
    gemeenten: AreaLayer? = nil
  ) throws -> AreaLayer {
    let table = try SurfaceTable(path: path, epsg: epsg)
    func place(_ name: String) throws(AreaError) -> Int {
      // A shapefile cuts names off.
      let index =
        table.columns.firstIndex(of: name)
        ?? table.columns.firstIndex { $0.lowercased() == name.lowercased() }
        ?? (table.hasCutOffNames
          ? table.columns.firstIndex { $0.lowercased() == name.lowercased().prefix(10) } : nil)
      guard let index else {
        throw .noColumn(path: path, column: name, known: table.columns)
      }
      return index
    }
    let code = try place(columns.code)
    let name = try columns.name.map { try place($0) }
    let home = try columns.gemeente.map { try place($0) }
    var parts: [String: (name: String, gemeente: String?, surfaces: [MultiPolygon])] = [:]
    for (number, row) in table.rows.enumerated() {
      guard let text = row[code], let own = AreaCode.normalised(text, level: level) else {
        throw AreaError.own(path: path, .noCode(row: number + 1))
      }
      let label = name.flatMap { row[$0] } ?? own
      let gemeente = home.flatMap { row[$0] }.flatMap {
        AreaCode.normalised($0, level: .gemeente)
      }
      if let known = parts[own], known.name != label {
        throw AreaError.own(path: path, .twoNames(code: own))
      }
      parts[own, default: (label, gemeente, [])].surfaces.append(table.surfaces[number])
    }
    guard !parts.isEmpty else { throw AreaError.own(path: path, .empty) }
    let engine = TopologyEngine()
    let finder = gemeenten.map { HomeFinder($0) }
    var areas: [Area] = []
    for (code, part) in parts.sorted(by: { $0.key < $1.key }) {
      let surface =
        part.surfaces.count == 1 ? part.surfaces[0] : try engine.union(part.surfaces)
      guard !surface.polygons.isEmpty else {
        throw AreaError.inconsistent(path: path, [.emptySurface(level, code: code)])
      }
      let home =
        part.gemeente.map { code in
          (code, gemeenten?.ordinal(of: code).flatMap { gemeenten?.areas[$0].name } ?? code)
        } ?? finder?.home(of: surface) ?? ("", "")
      areas.append(
        Area(
          code: code, name: part.name, wijkcode: nil, gemeentecode: home.0, gemeentenaam: home.1,
          geometry: surface))
    }
    return AreaLayer(level: level, areas: areas, figures: [landArea(areas)])
  }

  /// The squares of CBS that lie in some gemeenten, wholly or in part.
  ///
  /// A square is named after its lower left corner in hectometres of RD New: `E1210N4870` lies from
  /// 121,000 to 121,100 and from 487,000 to 487,100 at 100 m. It belongs to the gemeente in which its
  /// middle lies, else to the first by code that it touches.
  /// Source: CBS, Statistische gegevens per vierkant, toelichting.
  /// - Parameter size: 100 or 500, in metres.
  /// - Complexity: O(squares + boundary positions).
  public static func squares(
    _ size: Int, level: AreaLevel, gemeenten: AreaLayer
  ) -> AreaLayer {
    var owners: [SquareGrid.Cell: Int] = [:]
    let grid = SquareGrid(size: Double(size))
    for (ordinal, gemeente) in gemeenten.areas.enumerated() {
      for ring in gemeente.geometry.rings {
        for cell in grid.cells(along: ring) where owners[cell] == nil { owners[cell] = ordinal }
      }
    }
    let locator = AreaLocator(gemeenten)
    for gemeente in gemeenten.areas {
      let cells = grid.cells(in: gemeente.geometry.box)
      let middles = locator.ordinals(at: cells.map { grid.middle($0) })
      for (cell, ordinal) in zip(cells, middles) where ordinal >= 0 { owners[cell] = Int(ordinal) }
    }
    var areas: [Area] = []
    areas.reserveCapacity(owners.count)
    for (cell, owner) in owners {
      guard let surface = grid.surface(cell) else { continue }
      let gemeente = gemeenten.areas[owner]
      let code = grid.code(cell)
      areas.append(
        Area(
          code: code, name: code, wijkcode: nil, gemeentecode: gemeente.code,
          gemeentenaam: gemeente.name, geometry: surface))
    }
    areas.sort { $0.code < $1.code }
    return AreaLayer(level: level, areas: areas, figures: [landArea(areas)])
  }

  private static func landArea(_ areas: [Area]) -> FigureColumn {
    FigureColumn(
      name: "oppervlakte_land_in_ha", figures: areas.map { .value($0.geometry.area / 10_000) })
  }
}

/// Finds the gemeente in which most of a surface lies.
private struct HomeFinder {
  private let gemeenten: AreaLayer
  private let locator: AreaLocator

  init(_ gemeenten: AreaLayer) {
    self.gemeenten = gemeenten
    locator = AreaLocator(gemeenten)
  }

  func home(of surface: MultiPolygon) -> (String, String)? {
    let ordinals = Set(
      locator.ordinals(at: surface.polygons.flatMap(\.exterior.positions))
    ).filter { $0 >= 0 }
    let candidates = ordinals.sorted().map { gemeenten.areas[Int($0)] }
    guard candidates.count > 1 else { return candidates.first.map { ($0.code, $0.name) } }
    let engine = TopologyEngine()
    var best: (area: Double, gemeente: Area)?
    for gemeente in candidates {
      let common = (try? engine.intersection(surface, gemeente.geometry))?.area ?? 0
      if common > best?.area ?? -1 { best = (common, gemeente) }
    }
    return best.map { ($0.gemeente.code, $0.gemeente.name) }
  }
}
