internal import Bytes
internal import CSV
internal import Geometry
internal import Tables
internal import Topology

/// Draws areas from label points: for samples that may not hold official boundaries.
///
/// The folder holds `labelpunten_JJJJ.csv` (`buurtcode;x;y`, one or more points per buurt) and
/// `buurten_JJJJ.csv`, `wijken_JJJJ.csv`, `gemeenten_JJJJ.csv` with codes, names and figures as CBS
/// writes them. A buurt is the part of its gemeente that lies nearest to its points; wijken and
/// gemeenten are their buurten together. The result is marked ``AreaSet/isSchematic``.
public struct SchematicAreas: Sendable {
  private let folder: String
  private let reader: AreaReader

  /// Takes levels, figures and spellings from `reader`.
  public init(folder: String, reader: AreaReader) {
    self.folder = folder
    self.reader = reader
  }

  /// The files that are read for an edition, for provenance.
  public static func files(folder: String, year: Int) -> [String] {
    ["labelpunten", "buurten", "wijken", "gemeenten"].map { "\(folder)/\($0)_\(year).csv" }
  }

  /// The form of the outline around the points of a gemeente.
  static let hull = HullShape.concave(ratio: 0.3)
  /// How far the outline reaches beyond the points, in metres.
  static let margin = 500.0

  /// Reads the files and draws the areas of the gemeenten that `isWanted` picks by code.
  /// - Throws: ``AreaError``.
  public func read(year: Int, gemeenten isWanted: (String) -> Bool = { _ in true }) throws
    -> AreaSet
  {
    let paths = Self.files(folder: folder, year: year)
    let rows = try [AreaLevel.buurt, .wijk, .gemeente].map { level in
      try readRows(paths[level == .buurt ? 1 : level == .wijk ? 2 : 3], level: level)
        .filter { isWanted(gemeentecode(of: $0, level: level)) }
    }
    let surfaces = try drawBuurten(rows[0], points: readPoints(paths[0]), path: paths[0])
    let engine = TopologyEngine()
    var parts: [LayerPart] = []
    for (level, rows) in zip([AreaLevel.buurt, .wijk, .gemeente], rows)
    where reader.levels.contains(level) {
      var part = LayerPart(name: level.plural, level: level, edition: Edition(year: year))
      var members: [String: [MultiPolygon]] = [:]
      if level != .buurt {
        for (code, surface) in surfaces {
          let parent = level.prefix + code.dropFirst(2).prefix(level.codeLength - 2)
          members[parent, default: []].append(surface)
        }
      }
      for var row in rows {
        let code = row.keys[.code(of: level)] ?? ""
        if level == .buurt {
          row.geometry = surfaces[code] ?? MultiPolygon([])
        } else {
          // Sorted, so that the union does not depend on the order of a dictionary.
          let own = (members[code] ?? []).sorted { $0.box.minX < $1.box.minX }
          row.geometry = own.isEmpty ? MultiPolygon([]) : try engine.union(own)
        }
        part.add(row)
      }
      parts.append(part)
    }
    let set = AreaSet(
      edition: Edition(year: year),
      layers: parts.map { LayerPart.joined([$0], level: $0.level) }, isSchematic: true)
    let inconsistencies = parts.flatMap(\.malformed) + set.inconsistencies()
    guard inconsistencies.isEmpty else {
      throw AreaError.inconsistent(path: folder, inconsistencies)
    }
    return set
  }

  private func gemeentecode(of row: LayerPart.Row, level: AreaLevel) -> String {
    let code = row.keys[.code(of: level)] ?? ""
    return "GM" + code.dropFirst(2).prefix(4)
  }

  private func drawBuurten(
    _ rows: [LayerPart.Row], points: [String: [Position]], path: String
  ) throws -> [String: MultiPolygon] {
    let codes = rows.compactMap { $0.keys[.buurtcode] }.sorted()
    var gemeenten: [Substring: Int] = [:]
    var labels: [AreaLabel] = []
    for (group, code) in codes.enumerated() {
      let gemeente = code.dropFirst(2).prefix(4)
      let region = gemeenten[gemeente] ?? gemeenten.count
      gemeenten[gemeente] = region
      labels += (points[code] ?? []).map {
        AreaLabel(position: $0, group: group, region: region)
      }
    }
    let areas = try TopologyEngine().schematicAreas(
      labels: labels, groupCount: codes.count, hull: Self.hull, margin: Self.margin)
    return Dictionary(uniqueKeysWithValues: zip(codes, areas))
  }

  private func readPoints(_ path: String) throws -> [String: [Position]] {
    let table = try SampleTable(path: path)
    let code = try table.column("buurtcode")
    let x = try table.column("x")
    let y = try table.column("y")
    var points: [String: [Position]] = [:]
    for row in table.rows {
      guard let x = DecimalNumber.parse(row[x]), let y = DecimalNumber.parse(row[y]) else {
        throw AreaError.geometry(path: path, code: row[code])
      }
      points[row[code], default: []].append(Position(x: x, y: y))
    }
    return points
  }

  private func readRows(_ path: String, level: AreaLevel) throws -> [LayerPart.Row] {
    let table = try SampleTable(path: path)
    _ = try table.column(level.rawValue + "code")
    let keys = KeyColumn.allCases.compactMap { key in
      key.index(in: table.header).map { (key, $0) }
    }
    let figures = table.header.indices.compactMap { index -> (String, Int)? in
      let name = reader.aliases.canonical(table.header[index])
      return reader.figureNames.contains(name) ? (name, index) : nil
    }
    return table.rows.map { row in
      var cells = KeyCells()
      for (key, index) in keys { cells[key] = row[index] }
      return LayerPart.Row(
        keys: cells,
        figures: figures.map { ($0.0, Figure.cbs(row[$0.1]) ?? .missing(.noData)) },
        geometry: MultiPolygon([]))
    }
  }
}

/// A small CSV file, read whole.
private struct SampleTable {
  let path: String
  let header: [String]
  var rows: [[String]] = []

  init(path: String) throws {
    self.path = path
    let file: CSVFile
    do {
      file = try CSVFile(path: path)
      header = file.header
      var reader = file.chunks()
      while let chunk = try reader.next() {
        let records = CSVRecords(chunk.bytes, dialect: file.dialect)
        for record in 0..<records.count {
          let texts = records.texts(record)
          rows.append(header.indices.map { $0 < texts.count ? texts[$0] : "" })
        }
      }
    } catch CSVError.file(let error) {
      throw AreaError.file(error)
    } catch {
      throw AreaError.sample(path: path, missingColumn: "")
    }
  }

  func column(_ name: String) throws(AreaError) -> Int {
    guard let index = header.firstIndex(of: name) else {
      throw .sample(path: path, missingColumn: name)
    }
    return index
  }
}
