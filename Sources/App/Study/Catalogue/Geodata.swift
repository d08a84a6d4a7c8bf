#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
public import Areas
public import Composites
public import Governance
public import Indicators
internal import Yams

/// What ships with Wijkzicht: the catalogue of indicators and indices, the spellings of CBS columns, the five
/// cities.
public struct Geodata: Sendable {
  /// The folder that was read.
  public let folder: String
  /// The indicators by id.
  public private(set) var indicators: [String: Indicator]
  /// The file of each indicator.
  private(set) var paths: [String: String]
  /// What figures are counted in, by canonical name.
  let units: [String: FigureUnit]
  /// The groups of sectors.
  public let sectors: SectorCatalogue
  /// The composite indices by id.
  public let indices: [String: IndexDefinition]
  /// The variables that are no indicator, on purpose.
  public let excluded: [ExcludedVariable]
  /// What the catalogue says of columns and records.
  let lineage: Lineage
  /// The spellings of CBS columns over the years.
  public let aliases: ColumnAliases
  /// Which data may be put together, for whom and how finely.
  public let rules: DataRules
  /// The cities of the City Deal.
  public let cities: [City]

  /// A gemeente and the ways in which its name is written.
  public struct City: Hashable, Sendable {
    /// The code.
    public let code: String
    /// The official name.
    public let name: String
    /// Other spellings.
    public let otherNames: [String]
  }

  /// Reads the folder.
  /// - Throws: ``StudyProblems`` with every error in its files.
  public init(folder: String) throws(StudyProblems) {
    self.folder = folder
    var problems: [StudyProblem] = []
    sectors = SectorCatalogue(path: folder + "/sectors.yaml", problems: &problems)
    excluded = ExcludedVariable.read(path: folder + "/excluded.yaml", problems: &problems)
    let columns = YAMLDocument(path: folder + "/cbs-columns.yaml")
    let columnRoot = columns.root()
    let spellings = Self.spellings(columnRoot)
    aliases = ColumnAliases(spellings)
    units = columnRoot?.map("units").map { Self.units($0, known: Set(spellings.keys)) } ?? [:]
    problems += columns.problems

    let loader = IndicatorLoader(sectors, aliases: aliases, units: units)
    for path in Folder(ofFile: folder + "/").expand("indicators/*.yaml") { loader.add(path) }
    problems += loader.load()
    let indicators = loader.indicators
    self.indicators = indicators
    paths = loader.paths
    let lineage = Lineage(indicators.values.sorted { $0.id < $1.id }, aliases: aliases)
    self.lineage = lineage

    var indices: [String: IndexDefinition] = [:]
    for path in Folder(ofFile: folder + "/").expand("indices/*.yaml") {
      let document = YAMLDocument(path: path)
      if let index = IndexReader.read(document, indicators: indicators, lineage: lineage) {
        if indices.updateValue(index, forKey: index.id) != nil {
          document.note(.duplicate(key: "id", given: index.id), nil)
        }
      }
      problems += document.problems
    }
    self.indices = indices

    rules = RulesReader.read(Self.rulesPath(in: folder), problems: &problems)

    let cityFile = YAMLDocument(path: folder + "/cities.yaml")
    cities =
      cityFile.root().map { root in
        root.list("cities").compactMap { node -> City? in
          guard let map = cityFile.map(node, key: "cities"), let code = map.requiredText("code"),
            let name = map.requiredText("name")
          else { return nil }
          return City(code: code, name: name, otherNames: map.texts("also"))
        }
      } ?? []
    problems += cityFile.problems
    guard problems.isEmpty else { throw StudyProblems(problems) }
  }

  /// The file with the rules about data.
  static func rulesPath(in folder: String) -> String { folder + "/rules/gegevens.yaml" }

  /// The same with further indicators, of which some have a file.
  func adding(_ more: [Indicator], paths: [String: String] = [:]) -> Geodata {
    var copy = self
    for indicator in more { copy.indicators[indicator.id] = indicator }
    copy.paths.merge(paths) { own, _ in own }
    return copy
  }

  /// The spellings of CBS columns alone, for what needs nothing else of the catalogue.
  /// - Throws: ``StudyProblems`` with every error in their file.
  public static func aliases(folder: String) throws(StudyProblems) -> ColumnAliases {
    let columns = YAMLDocument(path: folder + "/cbs-columns.yaml")
    let spellings = spellings(columns.root())
    guard columns.problems.isEmpty else { throw StudyProblems(columns.problems) }
    return ColumnAliases(spellings)
  }

  private static func spellings(_ columns: YAMLMap?) -> [String: [String]] {
    columns?.allow(["columns", "units"])
    var spellings: [String: [String]] = [:]
    if let map = columns?.map("columns") {
      for entry in map.entries { spellings[entry.key] = map.texts(entry.key) }
    }
    return spellings
  }

  private static func units(_ map: YAMLMap, known: Set<String>) -> [String: FigureUnit] {
    map.allow(FigureUnit.allCases.map(\.rawValue))
    var units: [String: FigureUnit] = [:]
    for unit in FigureUnit.allCases {
      for node in map.list(unit.rawValue) {
        guard let name = map.text(node, key: unit.rawValue) else { continue }
        if !known.contains(name) {
          map.document.noteUnknown(name, key: unit.rawValue, allowed: known.sorted(), node)
        }
        if units.updateValue(unit, forKey: name) != nil {
          map.document.note(.duplicate(key: "column", given: name), node)
        }
      }
    }
    return units
  }

  /// The folder that belongs to a program: the environment variable `WIJKZICHT_GEODATA` when it names one, else
  /// `geodata` in the folder of the executable or one above it, or in the working folder.
  public static func standardFolder() -> String? {
    if let named = unsafe getenv("WIJKZICHT_GEODATA").map({ unsafe String(cString: $0) }),
      !named.isEmpty
    {
      return named
    }
    var candidates = ["geodata"]
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let length = unsafe buffer.withUnsafeMutableBytes { raw in
      unsafe readlink(
        "/proc/self/exe", raw.baseAddress!.assumingMemoryBound(to: CChar.self), raw.count)
    }
    if length > 0 {
      var path = String(decoding: buffer[..<length], as: UTF8.self)
      while let slash = path.lastIndex(of: "/") {
        path = String(path[..<slash])
        candidates.append(path + "/geodata")
        candidates.append(path + "/share/wijkzicht/geodata")
      }
    }
    return candidates.first { unsafe access($0 + "/indicators", R_OK) == 0 }
  }
}
