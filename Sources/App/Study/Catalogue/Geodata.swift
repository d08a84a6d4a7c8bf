#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
public import Areas
public import Composites
public import Indicators
internal import Yams

/// What ships with Wijkzicht: the catalogue of indicators and indices, the spellings of CBS columns, the five
/// cities.
public struct Geodata: Sendable {
  /// The folder that was read.
  public let folder: String
  /// The indicators by id.
  public let indicators: [String: Indicator]
  /// The composite indices by id.
  public let indices: [String: IndexDefinition]
  /// The spellings of CBS columns over the years.
  public let aliases: ColumnAliases
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
    var indicators: [String: Indicator] = [:]
    for path in Folder(ofFile: folder + "/").expand("indicators/*.yaml") {
      let document = YAMLDocument(path: path)
      if let indicator = IndicatorReader.read(document) {
        if indicators.updateValue(indicator, forKey: indicator.id) != nil {
          document.note(.duplicate(key: "id", given: indicator.id), nil)
        }
      }
      problems += document.problems
    }
    self.indicators = indicators

    var indices: [String: IndexDefinition] = [:]
    for path in Folder(ofFile: folder + "/").expand("indices/*.yaml") {
      let document = YAMLDocument(path: path)
      if let index = IndexReader.read(document, indicators: indicators) {
        if indices.updateValue(index, forKey: index.id) != nil {
          document.note(.duplicate(key: "id", given: index.id), nil)
        }
      }
      problems += document.problems
    }
    self.indices = indices

    let columns = YAMLDocument(path: folder + "/cbs-columns.yaml")
    var spellings: [String: [String]] = [:]
    if let map = columns.root()?.map("columns") {
      for entry in map.entries { spellings[entry.key] = map.texts(entry.key) }
    }
    aliases = ColumnAliases(spellings)
    problems += columns.problems

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

  /// The folder that belongs to a program: the environment variable `WIJKZICHT_GEODATA`, else
  /// `geodata` in the folder of the executable or one above it, or in the working folder.
  public static func standardFolder() -> String? {
    if let named = unsafe getenv("WIJKZICHT_GEODATA") { return unsafe String(cString: named) }
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
