#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import Bytes
internal import Yams

/// The official files that can be fetched: those that ship with Wijkzicht, and those of the user.
///
/// A new year or another address is a file of the user, not a release: what it says of an id and a year
/// goes before what ships.
public struct SourceCatalogue: Sendable {
  /// All files, by id and year.
  public let sources: [OfficialSource]

  /// What could not be found.
  public enum Failure: Error, Hashable, Sendable {
    /// There is no such id for this purpose.
    case unknownID(String, known: [String])
    /// The id is known, and not of this year.
    case unknownYear(id: String, year: Int, known: [Int])
  }

  /// Reads `sources.yaml` of the catalogue, and the user's own file: the one that is named, or
  /// `wijkzicht/sources.yaml` in the folder for settings (`XDG_CONFIG_HOME`, else `~/.config`).
  /// - Throws: ``StudyProblems`` with every error in them.
  public init(geodata: String, own: String?) throws(StudyProblems) {
    var found: [String: OfficialSource] = [:]
    var problems: [StudyProblem] = []
    for path in [geodata + "/sources.yaml", own ?? Self.standardPath].compactMap(\.self) {
      let document = YAMLDocument(path: path)
      var seen: Set<String> = []
      for source in Self.read(document) {
        let key = "\(source.id) \(source.year)"
        if !seen.insert(key).inserted {
          document.note(.duplicate(key: "id", given: key), nil)
        }
        found[key] = source
      }
      problems += document.problems
    }
    guard problems.isEmpty else { throw StudyProblems(problems) }
    sources = found.values.sorted { ($0.id, $0.year) < ($1.id, $1.year) }
  }

  /// The file of an id and year.
  /// - Throws: ``Failure``.
  public func source(
    _ id: String, purpose: OfficialSource.Purpose, year: Int
  ) throws(Failure) -> OfficialSource {
    let own = sources.filter { $0.purpose == purpose }
    let named = own.filter { $0.id == id }
    guard !named.isEmpty else {
      throw .unknownID(id, known: Set(own.map(\.id)).sorted())
    }
    guard let source = named.first(where: { $0.year == year }) else {
      throw .unknownYear(id: id, year: year, known: named.map(\.year))
    }
    return source
  }

  private static var standardPath: String? {
    func variable(_ name: String) -> String? {
      unsafe getenv(name).map { unsafe String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    let base = variable("XDG_CONFIG_HOME") ?? variable("HOME").map { $0 + "/.config" }
    return base.map { $0 + "/wijkzicht/sources.yaml" }.flatMap { PathTarget.exists($0) ? $0 : nil }
  }

  private static func read(_ document: YAMLDocument) -> [OfficialSource] {
    guard let root = document.root() else { return [] }
    root.allow(["sources"])
    _ = root.required("sources")
    return root.list("sources").flatMap { node -> [OfficialSource] in
      guard let map = document.map(node, key: "sources") else { return [] }
      return entries(map)
    }
  }

  private static func entries(_ map: YAMLMap) -> [OfficialSource] {
    let common = ["id", "for", "name", "holder", "licence", "years"]
    map.allow(common + keysOfYear)
    let id = map.requiredText("id")
    if let id, id.wholeMatch(of: /[a-z0-9][a-z0-9_\-]*/) == nil {
      map.document.note(
        .wrongType(key: "id", expected: "a name of small letters, digits, hyphens and underscores"),
        map["id"])
    }
    let purpose = map.required("for").flatMap {
      map.word($0, key: "for", as: OfficialSource.Purpose.self)
    }
    let name = map.requiredText("name")
    let holder = map.requiredText("holder")
    let licence = map.requiredText("licence")
    guard let years = map.required("years").flatMap({ map.document.map($0, key: "years") }),
      let id, let purpose, let name, let holder, let licence
    else { return [] }
    return years.entries.compactMap { entry in
      guard let year = Int(entry.key), (1990...2100).contains(year) else {
        map.document.note(.wrongType(key: "years", expected: "a year such as 2024"), entry.keyNode)
        return nil
      }
      guard let own = map.document.map(entry.value, key: entry.key) else { return nil }
      own.allow(keysOfYear)
      return source(
        YAMLPair(own: own, common: map), id: id, purpose: purpose, name: name, holder: holder,
        licence: licence, year: year)
    }
  }

  private static let keysOfYear = [
    "address", "form", "entry", "edition", "layout", "size", "sha256", "max_mb", "defects",
    "unverified", "facts", "totals", "period_column", "periods", "area_column", "columns",
  ]

  /// The keys of a year, which go before those of all years.
  private struct YAMLPair {
    let own: YAMLMap
    let common: YAMLMap

    func holder(of key: String) -> YAMLMap { own[key] == nil ? common : own }
    func text(_ key: String) -> String? { holder(of: key).text(key) }
    func integer(_ key: String) -> Int? { holder(of: key).integer(key) }
    /// The items for all years and those of the year.
    func texts(_ key: String) -> [String] { common.texts(key) + own.texts(key) }
  }

  private static func source(
    _ pair: YAMLPair, id: String, purpose: OfficialSource.Purpose, name: String, holder: String,
    licence: String, year: Int
  ) -> OfficialSource? {
    let document = pair.own.document
    let place = pair.holder(of: "form")
    let form = place.required("form").flatMap {
      place.word($0, key: "form", as: OfficialSource.Form.self)
    }
    let address = pair.holder(of: "address").requiredText("address")
    if let address, address.wholeMatch(of: /https?:\/\/[^\s\/]+\/.*/) == nil {
      document.note(
        .wrongType(key: "address", expected: "an address as https://host/file"),
        pair.holder(of: "address")["address"])
    }
    let sha256 = pair.text("sha256")
    if let sha256, sha256.wholeMatch(of: /[0-9a-fA-F]{64}/) == nil {
      document.note(
        .wrongType(key: "sha256", expected: "64 hexadecimal letters"), pair.own["sha256"])
    }
    let maximum = pair.integer("max_mb") ?? 4_096
    if !(1...65_536).contains(maximum) {
      document.note(
        .wrongType(key: "max_mb", expected: "1 to 65536"), pair.holder(of: "max_mb")["max_mb"])
    }
    let totals = pair.holder(of: "totals").map("totals")
    let columns = pair.holder(of: "columns").map("columns")
    let periodsHolder = pair.holder(of: "periods")
    let periods = periodsHolder.word("periods", as: OfficialSource.Periods.self)
    guard let form, let address else { return nil }
    return OfficialSource(
      id: id, purpose: purpose, name: name, holder: holder, licence: licence, year: year,
      address: address.replacing("{year}", with: "\(year)"), form: form,
      entry: pair.text("entry"), edition: pair.text("edition"), layout: pair.text("layout"),
      size: pair.integer("size"), sha256: sha256, maximumMegabytes: maximum,
      defects: pair.texts("defects"), unverified: pair.texts("unverified"),
      facts: pair.text("facts"),
      totals: Dictionary(
        uniqueKeysWithValues: totals.map { map in
          map.entries.map { ($0.key, Set(map.texts($0.key))) }
        } ?? []),
      periodColumn: pair.text("period_column"), periods: periods,
      areaColumn: pair.text("area_column"),
      columns: columns.map { map in
        map.entries.compactMap { entry in
          map.text(entry.value, key: entry.key).map {
            OfficialSource.Renaming(name: entry.key, column: $0)
          }
        }
      } ?? [])
  }
}

extension SourceCatalogue.Failure {
  /// What was asked for, what there is, and what to do.
  public var sentence: String {
    switch self {
    case .unknownID(let id, let known):
      "there is no source '\(id)'. Known: \(known.joined(separator: ", ")). A source of your own is a "
        + "YAML file; name it with --sources."
    case .unknownYear(let id, let year, let known):
      "no address of \(id) for \(year) is known; known years: "
        + known.map { "\($0)" }.joined(separator: ", ")
        + ". A new year is a YAML file; name it with --sources."
    }
  }
}
