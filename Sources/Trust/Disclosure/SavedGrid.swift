internal import Geometry
internal import Heatmaps

/// A published heatmap in the form in which a file keeps it: the classes of its cells, and their surfaces as they
/// are drawn.
struct SavedGrid: Codable {
  /// The surface of a class.
  struct Band: Codable {
    /// The letter of the class, or of why there is none.
    let cell: String
    /// Polygons of rings of positions in RD New.
    let surface: [[[[Double]]]]
  }

  /// The map of a gemeente.
  struct Part: Codable {
    let gemeente: String
    let firstColumn: Int
    let firstRow: Int
    /// A letter for each cell, row by row from the south.
    let rows: [String]
    let bands: [Band]
  }

  /// The id of the heatmap.
  let heatmap: String
  let points: String
  let kernel: String
  let edge: String
  let bandwidth: Double
  let cell: Double
  /// The inner edges of the classes.
  let breaks: [Double]
  let parts: [Part]
}

extension SavedGrid {
  /// The most classes of a heatmap.
  private static let mostClasses = 5

  /// Puts a heatmap in the form of the file.
  /// - Precondition: its surfaces are cut off, and each part is of a gemeente.
  init(_ grid: PublishedGrid, id: String, gemeenten: [String]) {
    precondition(grid.parts.allSatisfy(\.isCut), "surfaces that are drawn")
    precondition(grid.parts.count == gemeenten.count, "one gemeente per part")
    heatmap = id
    points = grid.source.rawValue
    kernel = grid.kernel.rawValue
    edge = grid.edgeCorrection.rawValue
    bandwidth = grid.bandwidth
    cell = grid.parts.first?.frame.cellSize ?? 0
    breaks = Array(grid.edges.dropFirst().dropLast())
    parts = zip(grid.parts, gemeenten).map { part, gemeente in
      let columns = part.frame.columns
      return Part(
        gemeente: gemeente, firstColumn: part.frame.firstColumn, firstRow: part.frame.firstRow,
        rows: (0..<part.frame.rows).map { row in
          String(part.cells[row * columns..<(row + 1) * columns].map(Self.letter))
        },
        bands: part.surfaces.map { cell, surface in
          Band(
            cell: String(Self.letter(cell)),
            surface: surface.polygons.map { polygon in
              polygon.rings.map { $0.positions.map { [$0.x, $0.y] } }
            })
        })
    }
  }

  private static func letter(_ cell: PublishedGrid.Cell) -> Character {
    switch cell {
    case .inClass(let number): Character("\(number + 1)")
    case .suppressed: "s"
    case .withoutBase: "f"
    case .outside: "."
    }
  }

  /// What a letter says; nil when it is none of a map of densities.
  private func cell(_ letter: Character) -> PublishedGrid.Cell? {
    switch letter {
    case "s": .suppressed
    case ".": .outside
    default:
      letter.wholeNumberValue.flatMap { number in
        (1...breaks.count + 1).contains(number) ? .inClass(number - 1) : nil
      }
    }
  }

  /// Whether it is a map that a run can have saved: one of which the rule for grids lets bandwidth and cells
  /// through, with a class for each cell that its edges have.
  var isSound: Bool {
    guard let source = PointSource(rawValue: points), source != .homes,
      Kernel(rawValue: kernel) != nil, EdgeCorrection(rawValue: edge) != nil,
      bandwidth.isFinite, cell > 0, cell <= bandwidth, !parts.isEmpty,
      (1..<Self.mostClasses).contains(breaks.count),
      breaks.allSatisfy({ $0 > 0 && $0.isFinite }), zip(breaks, breaks.dropFirst()).allSatisfy(<),
      zip(parts, parts.dropFirst()).allSatisfy({ $0.gemeente < $1.gemeente })
    else { return false }
    if let rule = source.rule {
      guard bandwidth >= rule.minimumBandwidth, cell >= rule.smallestCell(atBandwidth: bandwidth)
      else { return false }
    }
    return parts.allSatisfy { grid($0) != nil }
  }

  /// A part as it was published; nil when it is none.
  func grid(_ part: Part) -> PublishedGrid.Part? {
    guard
      let frame = CellFrame(
        cellSize: cell, firstColumn: part.firstColumn, firstRow: part.firstRow,
        columns: part.rows.first?.count ?? 0, rows: part.rows.count),
      part.rows.allSatisfy({ $0.count == frame.columns }),
      part.bands.allSatisfy({ Self.lies($0.surface, in: frame) })
    else { return nil }
    let cells = part.rows.joined().compactMap(cell)
    let surfaces = part.bands.compactMap {
      band -> (cell: PublishedGrid.Cell, surface: MultiPolygon)? in
      guard band.cell.count == 1, let known = band.cell.first.flatMap(cell), known != .outside,
        let surface = Self.surface(band.surface)
      else { return nil }
      return (known, surface)
    }
    let kinds = Set(surfaces.map(\.cell))
    let told = Set(cells).subtracting([.outside])
    guard cells.count == frame.count, surfaces.count == part.bands.count,
      kinds.count == surfaces.count, kinds.isSubset(of: told), kinds.isEmpty == told.isEmpty
    else { return nil }
    return PublishedGrid.Part(
      frame: frame, cells: cells, surfaces: surfaces, tolerance: [], isCut: true)
  }

  /// Where RD New is of use, with room around the country, in metres.
  private static let country = (x: 0.0...300_000, y: 300_000.0...630_000)

  /// Whether positions lie in the cells of a map, and these in the country.
  private static func lies(_ surface: [[[[Double]]]], in frame: CellFrame) -> Bool {
    let side = frame.cellSize
    let west = Double(frame.firstColumn) * side
    let south = Double(frame.firstRow) * side
    let x = west - side...west + Double(frame.columns + 1) * side
    let y = south - side...south + Double(frame.rows + 1) * side
    return country.x.contains(west) && country.y.contains(south)
      && surface.joined().joined().allSatisfy {
        $0.count == 2 && x.contains($0[0]) && y.contains($0[1])
      }
  }

  private static func surface(_ polygons: [[[[Double]]]]) -> MultiPolygon? {
    let made = polygons.compactMap { rings -> Polygon? in
      let made = rings.compactMap { positions -> Ring? in
        guard positions.allSatisfy({ $0.count == 2 }) else { return nil }
        return try? Ring(positions.map { Position(x: $0[0], y: $0[1]) })
      }
      guard let exterior = made.first, made.count == rings.count else { return nil }
      return Polygon(exterior: exterior, holes: Array(made.dropFirst()))
    }
    return made.count == polygons.count && !made.isEmpty ? MultiPolygon(made) : nil
  }
}
