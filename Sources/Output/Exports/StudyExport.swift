public import Areas
public import Bytes
public import Disclosure
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
    /// What programs of GIS staff open a study by.
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

  /// A file that others than the export know how to make.
  public struct Page: Sendable {
    let name: String
    let bytes: @Sendable () throws -> [UInt8]

    /// Names a file; `bytes` is called once, while other files are written.
    public init(name: String, bytes: @escaping @Sendable () throws -> [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// The file by which a folder is known as a result of Wijkzicht.
  public static let mark = "provenance.json"

  /// The SHA-256 of all files but itself and the archive.
  public static let checksums = BundleFile.checksums

  /// The archive with all other files.
  public static let zip = BundleFile.zip

  /// The release of the results, when there is one.
  public static let release = "vrijgave.yaml"

  /// Who answers for what the bias audit found, when somebody does.
  public static let justification = "verantwoording.yaml"

  /// The published tables, for those who put the results of several cities together.
  public static let published = "gepubliceerd.jsonl"

  /// The scales of the indices.
  public static let reference = IndexReference.name

  /// What the results are, for catalogues: after the Dutch profile of ISO 19115.
  public static let catalogueEntry = BundleFile.catalogueEntry

  /// How each number was made, in Dutch and in English.
  public static let methodReports = ["methode.nl.html", "methode.en.html"]

  /// The name of the page with all maps.
  public static let atlas = "atlas.html"

  /// Whether a file of this name is one that a run writes, or that QGIS leaves beside one.
  public static func isOurs(_ name: String) -> Bool {
    let names =
      methodReports + [
        mark, atlas, release, justification, published, catalogueEntry, BarrierRegister.name,
        BiasReport.name,
        PlacingFile.name,
        PatternReport.name, IndexReference.name, "tabel.xlsx",
        BundleFile.style, BundleFile.bookmarks, BundleFile.metadata, BundleFile.readme,
        BundleFile.checksums, BundleFile.zip,
      ]
    if names.contains(name) || QuadrantReport.isOurs(name) || name.hasPrefix(BundleFile.geoPackage)
      || name.hasPrefix(BundleFile.project)
    {
      return true
    }
    let isMap = ["kaart_", "patroon_", "heatmap_", "gebieden"].contains { name.hasPrefix($0) }
    return (isMap && ([".geojson"] + StyleFiles.endings).contains { name.hasSuffix($0) })
      || (name.hasPrefix("tabel") && name.hasSuffix(".csv"))
  }

  let document: MapDocument
  let level: AreaLevel
  let maps: [IndicatorMap]
  let widerMaps: [IndicatorMap]
  let tables: [PublishedCounts]
  let placings: [PublishedPlacing]
  let patterns: [PatternAnswer]
  let heatmaps: [HeatmapExport]
  /// Opportunity against resilience, as a layer of the GeoPackage; nil when there is none.
  public var quadrants: QuadrantReport?
  /// The indicators of delivered counts: these are on no other level than those that are asked for.
  public var delivered: Set<String> = []
  /// Further files.
  public var pages: [Page]
  let reference: IndexReference?

  /// Prepares the export.
  /// - Parameters:
  ///   - level: the level of `tabel.csv` and `gebieden.geojson`; maps on others get a table each, as
  ///     `tabel_wijken.csv`.
  ///   - maps: the maps of the study, each on its own level.
  ///   - widerMaps: the indicators on other levels, for the layers of the GeoPackage: open ones on all, and
  ///     counts of records and ``delivered`` ones on those that are asked for, which are in the tables too.
  ///   - tables: counts per category and period, each written as `tabel_<id>.csv`.
  ///   - placings: how the records of each source were placed, for `plaatsing.csv`; without any there
  ///     is no such file.
  ///   - patterns: answers to questions about patterns, for `patroon_….geojson` and `patronen.json`.
  ///   - heatmaps: for `heatmap_….geojson`, each with a name of its own.
  ///   - pages: further files.
  public init(
    document: MapDocument, level: AreaLevel, maps: [IndicatorMap], widerMaps: [IndicatorMap],
    tables: [PublishedCounts] = [], placings: [PublishedPlacing] = [],
    patterns: [PatternAnswer] = [], heatmaps: [HeatmapExport] = [],
    reference: IndexReference? = nil, pages: [Page] = []
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
  /// - Parameter tasks: how many files are made at the same time; their bytes do not depend on it.
  /// - Throws: `FileError`, `GeoPackageError` `ProjectionError` or `SpreadsheetError`, or
  ///   `Archives.Failure` when the archive would pass 4 GiB; nothing then takes the place of an earlier
  ///   folder.
  public func write(
    to folder: consuming OutputFolder, choice: Choice, provenance: ProvenanceRecord, tasks: Int
  ) async throws {
    guard let layer = document.areas[level] else { return }
    let parts = try await parts(choice, layer: layer, provenance: provenance, tasks: tasks)
    try await Self.make(parts, in: folder.files, tasks: tasks)
    try folder.files.write(provenance.json, to: Self.mark)
    try await folder.files.writeChecksums(of: folder.names, tasks: tasks)
    if choice.zip { try folder.writeZip() }
    try folder.commit()
  }
}
