public import Areas
public import Bytes
internal import Cartography
public import Disclosure
internal import GeoPackage
internal import Geometry
internal import Indicators
public import Patterns
public import Provenance

/// Writes all files of a study into a folder.
public struct StudyExport: Sendable {
  /// Which files.
  public struct Choice: Hashable, Sendable {
    /// `kaart_….geojson` with `.qml` and `.sld`, and `gebieden.geojson`.
    public var geoJSON: Bool
    /// `wijkzicht.gpkg`.
    public var geoPackage: Bool
    /// `tabel.csv`.
    public var csv: Bool
    /// `tabel_excel.csv`.
    public var excel: Bool
    /// `tabel.xlsx`.
    public var xlsx: Bool
    /// What programs of GIS staff open a study by, and `SHA256SUMS` of all files.
    public var gis: Bool
    /// `wijkzicht.zip`, with all other files.
    public var zip: Bool

    /// Makes a choice.
    public init(
      geoJSON: Bool, geoPackage: Bool, csv: Bool, excel: Bool, xlsx: Bool, gis: Bool, zip: Bool
    ) {
      self.geoJSON = geoJSON
      self.geoPackage = geoPackage
      self.csv = csv
      self.excel = excel
      self.xlsx = xlsx
      self.gis = gis
      self.zip = zip
    }
  }

  /// The file by which a folder is known as a result of Wijkzicht.
  public static let mark = "provenance.json"

  /// The name of the page with all maps.
  public static let atlas = "atlas.html"

  /// Whether a file of this name is one that a run writes, or that QGIS leaves beside one.
  public static func isOurs(_ name: String) -> Bool {
    let names = [
      mark, atlas, PlacingFile.name, PatternReport.name, IndexReference.name, "tabel.xlsx",
      BundleFile.style, BundleFile.bookmarks, BundleFile.metadata, BundleFile.readme,
      BundleFile.checksums, BundleFile.zip,
    ]
    if names.contains(name) || name.hasPrefix(BundleFile.geoPackage)
      || name.hasPrefix(BundleFile.project)
    {
      return true
    }
    let isMap = ["kaart_", "patroon_", "heatmap_", "gebieden."].contains { name.hasPrefix($0) }
    return (isMap && ([".geojson"] + StyleFiles.endings).contains { name.hasSuffix($0) })
      || (name.hasPrefix("tabel") && name.hasSuffix(".csv"))
  }

  let document: MapDocument
  private let level: AreaLevel
  let maps: [IndicatorMap]
  let widerMaps: [IndicatorMap]
  private let tables: [PublishedCounts]
  private let placings: [PublishedPlacing]
  let patterns: [PatternAnswer]
  let heatmaps: [HeatmapExport]
  /// Files that are made already, by name.
  public var pages: [(name: String, bytes: [UInt8])]
  private let reference: IndexReference?

  /// Prepares the export.
  /// - Parameters:
  ///   - level: the level of the tables and of `gebieden.geojson`.
  ///   - maps: the maps of the study, each on its own level.
  ///   - widerMaps: open indicators on the other levels, for the layers of the GeoPackage.
  ///   - tables: counts per category and period, each written as `tabel_<id>.csv`.
  ///   - placings: how the records of each source were placed, for `plaatsing.csv`; without any there
  ///     is no such file.
  ///   - patterns: answers to questions about patterns, for `patroon_….geojson` and `patronen.json`.
  ///   - heatmaps: for `heatmap_….geojson`, each with a name of its own.
  ///   - pages: files that are made already, by name.
  public init(
    document: MapDocument, level: AreaLevel, maps: [IndicatorMap], widerMaps: [IndicatorMap],
    tables: [PublishedCounts] = [], placings: [PublishedPlacing] = [],
    patterns: [PatternAnswer] = [], heatmaps: [HeatmapExport] = [],
    reference: IndexReference? = nil, pages: [(name: String, bytes: [UInt8])] = []
  ) {
    self.document = document
    self.level = level
    self.maps = maps
    self.widerMaps = widerMaps
    self.tables = tables
    self.placings = placings
    self.patterns = patterns
    self.heatmaps = heatmaps
    self.pages = pages
    self.reference = reference
  }

  /// Writes the chosen files, `provenance.json` and `SHA256SUMS`.
  /// - Throws: `FileError`, `GeoPackageError` `ProjectionError` or `SpreadsheetError`, or
  ///   `Archives.Failure` when the archive would pass 4 GiB; nothing then takes the place of an earlier
  ///   folder.
  public func write(
    to folder: consuming OutputFolder, choice: Choice, provenance: ProvenanceRecord
  ) throws {
    guard let layer = document.areas[level] else { return }
    if choice.geoJSON {
      var texts: [AreaLevel: GeometryTexts] = [:]
      let levels = Set(maps.map(\.layer.level) + patterns.map(\.level)).union([level])
      for level in levels.sorted() {
        if let layer = document.areas[level] { texts[level] = try GeometryTexts(layer) }
      }
      for map in maps {
        guard let areas = document.areas[map.layer.level], let own = texts[map.layer.level] else {
          continue
        }
        try write(
          MapFiles(map: map, areas: areas, texts: own, document: document), folder: folder)
      }
      for answer in patterns {
        guard let areas = document.areas[answer.level], let own = texts[answer.level] else {
          continue
        }
        try write(answer, areas: areas, texts: own, folder: folder)
      }
      for heatmap in heatmaps { try heatmap.writeGeoJSON(to: folder) }
      if let own = texts[level] {
        let table = WideTable(layer: layer, maps: maps, document: document)
        try folder.write(table.geoJSON(name: "gebieden", texts: own), to: "gebieden.geojson")
      }
    }
    if choice.geoPackage { try writeGeoPackage(folder) }
    let table = WideTable(layer: layer, maps: maps, document: document)
    if choice.csv { try folder.write(table.csv(.plain), to: "tabel.csv") }
    if choice.excel { try folder.write(table.csv(.excel), to: "tabel_excel.csv") }
    if choice.xlsx {
      try folder.write(table.workbook(provenance: provenance), to: "tabel.xlsx")
    }
    for table in tables {
      try folder.write(CountsFile(table, document: document).csv, to: "tabel_\(table.id).csv")
    }
    if !placings.isEmpty {
      try folder.write(PlacingFile(placings, document: document).csv, to: PlacingFile.name)
    }
    if !patterns.isEmpty {
      try folder.write(
        PatternReport(patterns, document: document).json, to: PatternReport.name)
    }
    for page in pages { try folder.write(page.bytes, to: page.name) }
    if let reference {
      try folder.write(reference.json(of: document), to: IndexReference.name)
    }
    try folder.write(provenance.json, to: Self.mark)
    if choice.gis { try folder.writeChecksums() }
    if choice.zip { try folder.writeZip() }
    try folder.commit()
  }

  private func write(_ files: MapFiles, folder: borrowing OutputFolder) throws(FileError) {
    let name = "kaart_" + files.map.layer.indicator.id
    let areas = files.areas.areas
    try folder.write(
      files.geoJSON(name: name, places: Array(areas.indices)), to: name + ".geojson")
    try folder.write(files.map.style, name: name)
    for gemeente in Set(areas.map(\.gemeentecode)).sorted() where !gemeente.isEmpty {
      let own = "\(name)_\(gemeente)"
      let places = areas.indices.filter { areas[$0].gemeentecode == gemeente }
      try folder.write(files.geoJSON(name: own, places: places), to: own + ".geojson")
      try folder.write(files.map.style, name: own)
    }
  }

  private func write(
    _ answer: PatternAnswer, areas: AreaLayer, texts: GeometryTexts, folder: borrowing OutputFolder
  ) throws(FileError) {
    let layers = PatternLayer.layers(answer, areas: areas, document: document)
    guard let all = layers.first, let own = layers.last else { return }
    let style = all.layer.style()
    try folder.write(
      all.layer.geoJSON(
        name: all.name, places: Array(areas.areas.indices), style: style, texts: texts),
      to: all.name + ".geojson")
    try folder.write(style, name: all.name)
    for gemeente in Set(areas.areas.map(\.gemeentecode)).sorted() where !gemeente.isEmpty {
      let name = "\(all.name)_\(gemeente)"
      let places = areas.areas.indices.filter { areas.areas[$0].gemeentecode == gemeente }
      let style = own.layer.style(gemeentecode: gemeente)
      try folder.write(
        own.layer.geoJSON(name: name, places: places, style: style, texts: texts),
        to: name + ".geojson")
      try folder.write(style, name: name)
    }
  }

  private func writeGeoPackage(_ folder: borrowing OutputFolder) throws {
    var writer = try GeoPackageWriter(
      path: folder.path(of: BundleFile.geoPackage),
      lastChange: document.peildatum + "T00:00:00.000Z")
    for layer in document.areas.layers {
      let table = WideTable(layer: layer, maps: maps + widerMaps, document: document)
      try table.add(to: &writer)
    }
    for answer in patterns {
      guard let areas = document.areas[answer.level] else { continue }
      for (name, layer) in PatternLayer.layers(answer, areas: areas, document: document) {
        try layer.add(to: &writer, name: name)
      }
    }
    for heatmap in heatmaps { try heatmap.add(to: &writer) }
    try writer.commit()
  }
}
