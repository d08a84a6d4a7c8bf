public import Areas
public import Bytes
internal import Cartography
public import Disclosure
internal import GeoJSON
internal import GeoPackage
internal import Geometry
internal import Heatmaps
internal import Projection
public import Provenance
internal import Topology

/// Writes a heatmap as surfaces of classes and as cells, with styles.
public struct HeatmapExport: Sendable {
  /// What is known, its surfaces cut off at the areas.
  public let grid: PublishedGrid
  let document: MapDocument
  let title: String
  let name: String
  let layers: [HeatmapLayer]

  /// Whether a file of this name is one that a heatmap writes, or that QGIS leaves beside one.
  public static func isOurs(_ name: String) -> Bool {
    [StudyExport.mark, StudyExport.checksums].contains(name) || name.hasPrefix("heatmap.gpkg")
      || (name.hasPrefix("heatmap_")
        && ([".geojson"] + StyleFiles.endings).contains { name.hasSuffix($0) })
  }

  /// Prepares the files.
  /// - Parameters:
  ///   - areas: one for each part of the grid; surfaces are cut off at them. They must be valid.
  ///   - title: what the records are, for people.
  ///   - name: what the layers of a study are called after, as `heatmap_drugs`; empty for a heatmap
  ///     that stands by itself.
  /// - Throws: `TopologyError`.
  public init(
    _ grid: PublishedGrid, areas: [Area], title: String, name: String = "", document: MapDocument
  ) throws {
    precondition(grid.parts.count == areas.count, "one area per part")
    self.document = document
    self.title = title
    self.name = name
    let engine = TopologyEngine()
    self.grid = try grid.cut { try engine.intersection($1, areas[$0].geometry) }
    var bands = HeatmapLayer(name: "isobanden")
    var cells = HeatmapLayer(name: "cellen")
    var tolerance = HeatmapLayer(name: "tolerantie")
    for (part, area) in zip(self.grid.parts, areas) {
      for (cell, surface) in part.surfaces {
        bands.add("\(area.code)-\(cell.name)", area: area, cell: cell, surface: surface)
      }
      for index in part.cells.indices {
        guard case .inClass = part.cells[index] else { continue }
        cells.add(
          part.frame.name(index), area: area, cell: part.cells[index],
          surface: part.frame.square(index))
      }
      for (isHigh, surface) in part.tolerance {
        tolerance.add(
          "\(area.code)-\(isHigh ? "hoger" : "lager")", area: area,
          cell: .inClass(isHigh ? 1 : 0), surface: surface)
      }
    }
    layers = [bands, cells] + (grid.isRelative ? [tolerance] : [])
  }

  /// The name of the file of a layer, and in a study of the layer too.
  func fileName(_ layer: HeatmapLayer) -> String {
    if name.isEmpty { return "heatmap_\(layer.name)" }
    return layer.name == "isobanden" ? name : "\(name)_\(layer.name)"
  }

  /// The name of a layer in a GeoPackage.
  func layerName(_ layer: HeatmapLayer) -> String { name.isEmpty ? layer.name : fileName(layer) }

  /// Writes each layer as GeoJSON with a style; the largest comes first.
  var geoJSONParts: [StudyExport.Part] {
    layers.sorted { $0.items.count > $1.items.count }.map { layer in
      { folder in
        let name = fileName(layer)
        try folder.write(try geoJSON(layer, name: name), to: name + ".geojson")
        try folder.write(style(layer), name: name)
      }
    }
  }

  /// Adds all layers to a GeoPackage.
  func add(to writer: inout GeoPackageWriter) throws {
    for layer in layers { try add(layer, to: &writer) }
  }

  /// Writes all layers as GeoJSON with a style, one GeoPackage, the provenance and checksums.
  /// - Throws: `FileError`, `GeoPackageError` or `ProjectionError`.
  public func write(
    to folder: consuming OutputFolder, provenance: ProvenanceRecord, tasks: Int
  ) async throws {
    let package: StudyExport.Part = { folder in
      var writer = try GeoPackageWriter(
        path: folder.path(of: "heatmap.gpkg"), lastChange: document.peildatum + "T00:00:00.000Z")
      try add(to: &writer)
      try writer.commit()
    }
    try await StudyExport.make([package] + geoJSONParts, in: folder.files, tasks: tasks)
    try folder.write(provenance.json, to: StudyExport.mark)
    try await folder.writeChecksums(tasks: tasks)
    try folder.commit()
  }

  /// Writes the surfaces of the classes as one GeoJSON file, with a style beside it.
  /// - Throws: `FileError` or `ProjectionError`.
  public func write(to path: String) throws {
    let base = path.hasSuffix(".geojson") ? String(path.dropLast(8)) : path
    let name = base.split(separator: "/").last.map(String.init) ?? "heatmap"
    var file = try OutputFile(path: path)
    try file.write(try geoJSON(layers[0], name: name))
    for content in StyleFiles.contents(style(layers[0]), layer: name) {
      var beside = try OutputFile(path: base + content.ending)
      try beside.write(content.bytes)
      try beside.commit()
    }
    try file.commit()
  }

  // MARK: Columns

  var marks: [GeoJSONProperty] {
    var marks = MapFiles.marks(document, isSynthetic: document.isSynthetic)
    if grid.isRelative {
      marks.append(GeoJSONProperty(name: "gemodelleerd", value: .bool(true)))
    }
    return marks
  }

  /// The columns of a feature, the same for every feature of a layer.
  func properties(
    _ item: HeatmapLayer.Item, in layer: HeatmapLayer, marks: [GeoJSONProperty]
  ) -> [GeoJSONProperty] {
    var properties: [GeoJSONProperty] = [
      GeoJSONProperty(name: "code", value: .text(item.code)),
      GeoJSONProperty(name: "gemeentecode", value: .text(item.gemeentecode)),
      GeoJSONProperty(name: "gemeentenaam", value: .text(item.gemeentenaam)),
      GeoJSONProperty(
        name: "peiljaar", value: .integer(Int64(document.peildatum.prefix(4)) ?? 0)),
    ]
    if layer.name == "tolerantie" {
      properties.append(
        GeoJSONProperty(name: "richting", value: .text(item.isHigh ? "hoger" : "lager")))
      properties.append(GeoJSONProperty(name: "kans", value: .number(0.05)))
      properties.append(
        GeoJSONProperty(name: "status", value: .text(AreaStatus.ok.rawValue)))
    } else {
      var number: Int?
      if case .inClass(let index) = item.cell { number = index }
      let upper = number.map { grid.edges[$0 + 1] }.flatMap { $0.isFinite ? $0 : nil }
      properties += [
        GeoJSONProperty(
          name: "klasse", value: number.map { .integer(Int64($0 + 1)) } ?? .null),
        GeoJSONProperty(
          name: "klasse_van", value: number.map { .number(grid.edges[$0]) } ?? .null),
        GeoJSONProperty(name: "klasse_tot", value: upper.map { .number($0) } ?? .null),
        GeoJSONProperty(name: "status", value: .text(item.cell.status.rawValue)),
      ]
    }
    return properties + marks
  }

  /// The members of the collection: what the numbers mean, how they were made, how they are drawn.
  func metadata(_ layer: HeatmapLayer) -> [UInt8] {
    let style = style(layer)
    var text = JSONText()
    func add(_ name: String, _ value: String) {
      text.name(name)
      text.appendJSON(value)
    }
    func add(_ name: String, _ value: Double) {
      text.name(name)
      text.appendJSON(value)
    }
    text.openObject()
    add("study", document.title)
    text.addMembers(of: style, document)
    text.name("classes")
    text.openArray()
    for edge in grid.edges where edge.isFinite { text.appendJSON(edge) }
    text.closeArray()
    add("classRule", "[a, b), last class [a, ∞)")
    add("kernel", grid.kernel.rawValue)
    add("bandwidth_m", grid.bandwidth)
    text.name("adaptive")
    text.appendJSON(JSONScalar.bool(grid.isAdaptive))
    add("edge", grid.edgeCorrection.rawValue)
    add("cell_m", grid.parts.first?.frame.cellSize ?? 0)
    text.name("n")
    text.appendJSON(grid.recordCount.map { JSONScalar.integer(Int64($0)) } ?? .null)
    add("points", grid.source.rawValue)
    text.addLegend(style)
    text.closeObject()
    return text.bytes
  }
}
