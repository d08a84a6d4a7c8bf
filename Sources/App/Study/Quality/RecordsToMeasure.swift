public import Areas
internal import CSV
internal import Disclosure
public import Geocoding
internal import Indicators
internal import SpatialStatistics

/// A file of records of which the quality is measured by itself, without a study.
public struct RecordsToMeasure: Sendable {
  /// Areas of one's own: what they are called, and what the file says of them.
  public struct OwnLevel: Sendable {
    let level: AreaLevel
    let columns: OwnAreas.Columns
    let epsg: Int?

    /// Names a level.
    public init(level: AreaLevel, columns: OwnAreas.Columns, epsg: Int?) {
      self.level = level
      self.columns = columns
      self.epsg = epsg
    }
  }

  /// The file.
  public var file: String
  /// The sheet of a workbook, when several hold a table.
  public var sheet: String?
  /// Files of areas of CBS, or one of areas of one's own.
  public var areas: [String]
  /// What the areas are when they are none of CBS.
  public var own: OwnLevel?
  /// The register of addresses, for records that are placed by address.
  public var register: String?
  /// The columns by role, as a study has them; others are looked for in the header.
  public var columns: [String: String] = [:]
  /// The day to which the data refer; age and dates behind it are not measured without.
  public var peildatum: RecordDate?
  /// Whether the records are made up.
  public var isSynthetic = false
  /// The language of the report.
  public var language = StudyLanguage.nl

  /// Names a file and areas.
  public init(file: String, areas: [String]) {
    self.file = file
    self.areas = areas
  }

  /// The roles that columns may have.
  public static let roles: [String] =
    ["x", "y", "lon", "lat"] + AreaLevel.cbs.map { $0.rawValue + "code" }
    + AddressColumns.Role.allCases.map(\.rawValue) + dateRoles + ["soort", "sbi"]
  static let dateRoles = ["datum", "startdatum", "einddatum"]

  /// The level of the codes that the records have; nil when they have coordinates or addresses.
  private func codeLevel() throws -> AreaLevel? {
    guard register == nil else { return nil }
    let levels = AreaLevel.cbs + [own?.level].compactMap(\.self)
    if !columns.isEmpty, let named = levels.first(where: { columns[$0.rawValue + "code"] != nil }) {
      return named
    }
    guard columns["x"] == nil, columns["lon"] == nil, file != "-" else { return nil }
    let opened = try RecordSource.open(file, sheet: sheet)
    var chunks = opened.chunks(ofSize: 1 << 16)
    guard
      case .code(_, let level)? = try? PlacementColumns.detect(
        header: opened.header, sample: try chunks.next(), dialect: opened.dialect)
    else { return nil }
    return level
  }

  /// Reads the areas, and describes the file as a study would.
  func prepared(_ geodata: Geodata) throws -> FileToMeasure {
    let areas: AreaSet
    if let own {
      let layer = try OwnAreas.polygons(
        self.areas[0], level: own.level, columns: own.columns, epsg: own.epsg)
      areas = AreaSet(edition: Edition(year: peildatum?.parts.year ?? 0), layers: [layer])
    } else {
      areas = try AreaReader(required: [], figureNames: [], aliases: geodata.aliases).read(
        self.areas)
    }
    guard let finest = areas.layers.first?.level else { throw StudyRun.Failure.noAreas }
    let level = try codeLevel() ?? finest
    guard areas[level] != nil else {
      throw StudyQuality.Failure.noLevel(
        level: level.plural, known: areas.layers.map(\.level.plural))
    }
    let year = areas.edition.year
    func located<Value: Sendable>(_ value: Value) -> Located<Value> {
      Located(value, line: 0, column: 0)
    }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let id = file == "-" ? "stdin" : StudyStart.slug(StudyStart.stem(file))
    var study = StudyFile(
      path: file, id: id, title: LocalizedText(nl: name, en: name), purpose: "",
      peildatum: peildatum ?? RecordDate(year: year, month: 12, day: 31) ?? RecordDate(day: 0),
      audience: .intern, edition: year, level: level, gemeenten: [],
      areas: located(own == nil ? .files(self.areas) : .none),
      register: register.map(located),
      records: [
        RecordSpecification(
          id: id, file: located(file), sheet: sheet, columns: columns.mapValues(located),
          isSynthetic: isSynthetic, snapDistance: 0, place: register == nil ? nil : .address,
          threshold: AddressFinder.standardThreshold, defaultPoints: HeapRule(), source: name)
      ], figures: [], indicators: [], tables: [], classification: .quantile, classCount: 5,
      exports: [], language: language)
    study.isWritten = false
    if let own {
      study.ownAreas = [
        OwnAreaSpecification(
          level: own.level,
          source: .polygons(
            file: located(self.areas[0]), columns: own.columns, epsg: own.epsg))
      ]
    }
    return FileToMeasure(study: study, areas: areas, hasPeildatum: peildatum != nil)
  }
}

/// A file of records as a study would name it, with the areas in which its records are looked for.
struct FileToMeasure: Sendable {
  let study: StudyFile
  let areas: AreaSet
  let hasPeildatum: Bool
}
