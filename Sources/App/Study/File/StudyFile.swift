public import Areas
public import Disclosure
public import Geocoding
public import Governance
public import Indicators
public import SpatialStatistics

/// A study: which question, for whom, over which areas, from which files.
///
/// Written by people as YAML; ``StudyFileReader`` reads it. Paths are resolved against the folder of
/// the file.
public struct StudyFile: Sendable {
  /// The path of the file.
  public var path: String
  /// A short name in letters, digits and hyphens.
  public var id: String
  /// The title on maps.
  public var title: LocalizedText
  /// For what the data are used, in the words of the user.
  public var purpose: String
  /// The name of the purpose, as data name those for which they may be used.
  public var purposeID: Located<String>?
  /// Who made the study; another person releases it.
  public var author: String?
  /// The last day on which the study may be run as it is.
  public var expires: Located<RecordDate>?
  /// The day to which the results refer.
  public var peildatum: RecordDate
  /// For whom the results are.
  public var audience: Audience
  /// The year of the areas.
  public var edition: Int
  /// The level of the maps.
  public var level: AreaLevel
  /// Codes or names of gemeenten, as written.
  public var gemeenten: [Located<String>]
  /// Where the areas come from.
  public var areas: Located<AreaSource>
  /// Levels of the study's own, in order.
  public var ownAreas: [OwnAreaSpecification] = []
  /// Files with areas of other years, of which publications in the ledger told.
  public var earlierAreas: [Located<String>] = []
  /// The register of addresses, for records that are placed by address.
  public var register: Located<String>?
  /// The files of records.
  public var records: [RecordSpecification]
  /// The files of figures.
  public var figures: [FigureSpecification]
  /// The indicators, in the order of the file.
  public var indicators: [IndicatorChoice]
  /// The tables of counts; for audience `intern` only.
  public var tables: [TableSpecification]
  /// The questions about patterns.
  public var patterns: [PatternSpecification] = []
  /// The composite indices.
  public var indices: [IndexChoice] = []
  /// How it is found out how sure they are.
  public var certainty = CertaintyChoice()
  /// The groups of sectors, and what is asked of them.
  public var sectors: SectorSpecification?
  /// The heatmaps.
  public var heatmaps: [HeatmapSpecification] = []
  /// Whether areas are divided into types, and twins are looked for.
  public var hasTypes = false
  /// Files with what people who know an area wrote about it, each called after the code of its area.
  public var interpretations: [Located<String>] = []
  /// What is laid over the maps of the atlas, from below to above.
  public var context: [ContextSpecification] = []
  /// A file with barriers that somebody wrote down.
  public var barriers: Located<String>?
  /// The ledger of what earlier publications said.
  public var ledger: Located<String>?
  /// The key by which inputs that are not open are known again.
  public var key: Located<String>?
  /// The bias audit.
  public var audit: AuditSpecification?
  /// What only the organisation can say of the results, for catalogues.
  public var metadata = MetadataSpecification()
  /// How classes are chosen.
  public var classification: ClassificationMethod
  /// How many classes.
  public var classCount: Int
  /// Which files are written.
  public var exports: Set<ExportKind>
  /// The language of legends.
  public var language: StudyLanguage
  /// Whether there is such a file; there is none for records that are measured by themselves.
  var isWritten = true
  /// What is wrong in the text of the file, kept so that the checks of files and words can add to it.
  var problems: [StudyProblem] = []
}

/// A value and where it stands in the file, for messages.
public struct Located<Value: Sendable>: Sendable {
  /// The value.
  public let value: Value
  /// Makes the problem that belongs to this place.
  public let line: Int
  /// The column.
  public let column: Int

  init(_ value: Value, line: Int, column: Int) {
    self.value = value
    self.line = line
    self.column = column
  }

  /// A problem at this place of the file `path`.
  func problem(_ fact: StudyProblem.Fact, in path: String) -> StudyProblem {
    StudyProblem(path: path, line: line, column: column, fact: fact)
  }
}

/// Where the areas of a study come from.
public enum AreaSource: Hashable, Sendable {
  /// One GeoPackage, or GeoJSON files of one level each.
  case files([String])
  /// A folder with label points and figures, from which schematic areas are drawn.
  case schematic(folder: String)
  /// Nothing but areas of the study's own.
  case none
}

/// The language of texts on maps.
public enum StudyLanguage: String, Hashable, Sendable, CaseIterable {
  /// Dutch.
  case nl
  /// English.
  case en
}

/// A file of records in a study.
public struct RecordSpecification: Sendable {
  /// The name by which indicators know the records.
  public var id: String
  /// The file.
  public var file: Located<String>
  /// The sheet of a workbook, when several hold a table.
  public var sheet: String?
  /// The year of the areas that codes of the records mean; that of the study when left out.
  public var edition: Located<Int>?
  /// The columns by role; roles that are not named are looked for in the header.
  public var columns: [String: Located<String>]
  /// Whether the records are made up.
  public var isSynthetic: Bool
  /// Whether anybody may have the records, so that nothing of them is hidden by ``PointTerm``.
  public var isOpen = false
  /// What is claimed about the records.
  public var data: Located<DataDeclaration>?
  /// Whether something is claimed of them that cannot be read, which is a problem by itself.
  var hasUnreadableClaim = false
  /// The column that says whose a record is, by its name or role; each record is a contributor of its own when left
  /// out.
  public var contributor: Located<String>?
  /// Records outside all areas are placed in the nearest within this distance in metres.
  public var snapDistance: Double
  /// What says where a record belongs; coordinates or codes when left out.
  public var place: RecordPlace?
  /// By address: the probability from which a record is counted.
  public var threshold: Double
  /// By address: the user's corrections.
  public var corrections: Located<String>?
  /// The points at which records do not belong to their area.
  public var specialPoints: Located<String>?
  /// When a point is one on which records are heaped.
  public var defaultPoints: HeapRule
  /// The source as it is named under a map.
  public var source: String
}

/// What says where the records of a file belong, where it is not coordinates or codes.
public enum RecordPlace: String, Hashable, Sendable, CaseIterable {
  /// Their address.
  case address
}

/// When a point is one on which records are heaped.
public struct HeapRule: Hashable, Sendable {
  /// From this number of records on.
  public var minimum = 10
  /// From this share of the records of its area on.
  public var share = 0.2
}

/// An indicator of a study, and the level on which it is shown.
public struct IndicatorChoice: Sendable {
  /// The id in the catalogue; of one of the study's own, that of its file once it is read.
  public var id: Located<String>
  /// The file, for an indicator of the study's own.
  public var file: String?
  /// The level, when it is not that of the study.
  public var level: AreaLevel?
  /// The levels on which it is shown too.
  public var otherLevels: [AreaLevel] = []
  /// The inner edges of its classes, when they are given: ascending.
  public var breaks: [Double]?

  /// All levels on which it is shown, its own first.
  /// - Parameter study: the level of the study.
  func levels(study: AreaLevel) -> [AreaLevel] { [level ?? study] + otherLevels }
}

/// The files that a study can write.
public enum ExportKind: String, Hashable, Sendable, CaseIterable {
  /// One GeoJSON and one QML per indicator and per city, and `gebieden.geojson`.
  case geojson
  /// One GeoPackage with a layer per level, styled.
  case geopackage
  /// `tabel.csv`.
  case csv
  /// `tabel_excel.csv` in the form that Dutch Excel reads.
  case excel
  /// `tabel.xlsx`, a workbook with figures, explanation, sources and quality.
  case xlsx
  /// `atlas.html`, one page with all maps that opens without a connection.
  case atlas
  /// The project of QGIS, the style of MapLibre, bookmarks, metadata, a page on how to open them, and
  /// the SHA-256 of all files.
  case gis
  /// `wijkzicht.zip`, with all other files; only when it is asked for.
  case zip
  /// `gepubliceerd.jsonl`, from which `wijkzicht merge` puts cities together; only when it is asked for.
  case published

  /// What a study that names no exports gets.
  public static let standard = Set(allCases).subtracting([.zip, .published])
}
