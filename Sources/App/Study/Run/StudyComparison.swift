public import Bytes
internal import Areas
internal import Comparison
internal import Disclosure
internal import Exports
internal import GeoJSON
internal import Indicators
internal import Provenance
internal import SpatialStatistics
internal import Tables

/// Compares the gemeenten of a study, indicator by indicator, from published values alone.
public struct StudyComparison: Sendable {
  /// Why gemeenten cannot be compared.
  public enum Failure: Error, Hashable, Sendable {
    /// The study has areas of one gemeente only, or of none.
    case oneGemeente(Int)
    /// No area has a known number of inhabitants at any level with a map.
    case noInhabitants

    var sentence: String {
      switch self {
      case .oneGemeente(let count):
        "the study has areas of \(count) \(count == 1 ? "gemeente" : "gemeenten"); comparing takes "
          + "two or more. Name them under 'gemeenten'."
      case .noInhabitants:
        "no areas with a map have 'aantal_inwoners', and distributions are over inhabitants. The areas of CBS "
          + "have it; for squares, PC4 or areas of your own give figures with that column."
      }
    }
  }

  /// The files and sentences of a comparison.
  public struct Result: Sendable {
    /// `vergelijking.json`.
    public let json: [UInt8]
    /// All files, by name.
    let files: [(name: String, bytes: [UInt8])]
    /// A sentence for each indicator and type, in the language of the study.
    public let sentences: [String]
    /// The sizes of the units, a line for each level and gemeente.
    public let unitSizes: [String]

    /// Writes the files and their checksums.
    public func write(to folder: consuming OutputFolder, tasks: Int) async throws {
      for file in files { try folder.write(file.bytes, to: file.name) }
      try await folder.writeChecksums(tasks: tasks)
      try folder.commit()
    }
  }

  /// The column with inhabitants.
  static let inhabitantsColumn = "aantal_inwoners"

  /// The inhabitants of the areas of a table; nil when they are not open figures.
  static func openInhabitants(_ table: PublishedTable) -> [Double?]? {
    guard let column = table.columns[inhabitantsColumn], !column.isFromRecords else { return nil }
    return column.figures.map(\.number)
  }

  let run: StudyRun
  private let goal: Double?
  let draws: Int
  let seed: UInt64
  let typeCount: Int?
  let regions: RegionChoice?

  /// The numbers of types that can be asked for.
  public static var typeCounts: ClosedRange<Int> { 2...UnitTypes.mostTypes }

  /// How each gemeente is divided together with its neighbours.
  public struct RegionChoice: Hashable, Sendable {
    /// The number of regions, from 2 to ``most``.
    public let count: Int
    /// The inhabitants that each must have.
    public let least: Double

    /// The most regions.
    public static var most: Int { RegionReport.most }

    /// Makes a choice.
    public init(count: Int, least: Double) {
      self.count = count
      self.least = least
    }
  }

  /// Prepares a comparison.
  /// - Parameters:
  ///   - goal: buurten within a wijk, and wijken within a gemeente, are joined up to this number of
  ///     inhabitants; nil leaves areas as they are.
  ///   - typeCount: the number of types, among ``typeCounts``; nil for the one with the best silhouette.
  ///   - regions: nil for no regions.
  ///   - justification: who answers for what the bias audit finds.
  ///   - draws: how many samples the intervals of distances rest on.
  public init(
    _ study: StudyFile, geodata: Geodata, goal: Double?, typeCount: Int? = nil,
    regions: RegionChoice? = nil, draws: Int = 499, seed: UInt64 = 1,
    justification: BiasJustification? = nil
  ) {
    run = StudyRun(study, geodata: geodata, justification: justification)
    self.goal = goal
    self.typeCount = typeCount
    self.regions = regions
    self.draws = draws
    self.seed = seed
  }

  /// Whether a file of this name is one that a comparison writes.
  public static func isOurs(_ name: String) -> Bool {
    ComparisonReport.isOurs(name) || [StudyExport.mark, StudyExport.checksums].contains(name)
  }

  /// Compares the gemeenten.
  /// - Parameter tasks: how many indicators are worked on at the same time; the result does not depend
  ///   on it.
  /// - Throws: ``Failure``, or what a run of the study throws.
  public func result(tasks: Int) async throws -> Result {
    let mapped = try await run.mapped(tasks: tasks)
    try run.biasAudit(mapped)
    let cities = mapped.document.areas.gemeenten
    guard cities.count > 1 else { throw Failure.oneGemeente(cities.count) }
    var units: [AreaLevel: ComparableUnits] = [:]
    for level in Set(mapped.maps.map(\.layer.level)).union([run.study.level]) {
      guard let layer = mapped.document.areas[level],
        let column = mapped.published[level]?.columns[Self.inhabitantsColumn]
      else { continue }
      let inhabitants = column.figures.map { $0.number }
      guard inhabitants.contains(where: { ($0 ?? 0) > 0 }) else { continue }
      units[level] = ComparableUnits(layer, inhabitants: inhabitants, goal: goal)
    }
    guard !units.isEmpty else { throw Failure.noInhabitants }
    let codes = cities.map(\.code)
    let jobs = mapped.maps.compactMap { map in
      units[map.layer.level].map { (layer: map.layer, units: $0, edges: map.breaks.edges) }
    }
    let comparisons = try await withThrowingTaskGroup(of: [(Int, CityComparison)].self) { group in
      let workers = max(min(tasks, jobs.count), 1)
      for worker in 0..<workers {
        group.addTask {
          try stride(from: worker, to: jobs.count, by: workers).map { place in
            let job = jobs[place]
            let top = job.edges.count > 2 ? job.edges[job.edges.count - 2] : nil
            let comparison = try CityComparison(
              job.layer, units: job.units, gemeentecodes: codes, topEdge: top, draws: self.draws,
              seed: self.seed)
            return (place, comparison)
          }
        }
      }
      var all: [(Int, CityComparison)] = []
      for try await part in group { all += part }
      return all.sorted { $0.0 < $1.0 }.map(\.1)
    }
    let types = try await types(of: mapped, units: units, tasks: tasks)
    var found = mapped.report
    let answers = try await run.answers(
      maps: mapped.maps, tables: mapped.tables, areas: mapped.document.areas, tasks: tasks,
      report: &found)
    let report = ComparisonReport(
      comparisons, hotspots: Self.hotspots(of: mapped, answers: answers), types: types,
      regions: try await regions(document: mapped.document, tasks: tasks),
      document: mapped.document)
    var record = try run.provenance(
      report: found, document: mapped.document, addresses: mapped.addresses,
      indices: mapped.indices, patterns: answers, heatmaps: [])
    record.facts.append((name: "comparison", fact: .facts(parameters)))
    return Result(
      json: report.json, files: try report.files() + [(StudyExport.mark, record.json)],
      sentences: report.sentences,
      unitSizes: Self.sizes(comparisons, names: cities))
  }

  /// What the comparison was asked for, for provenance.
  private var parameters: [(name: String, fact: ProvenanceRecord.Fact)] {
    func integer(_ number: Int) -> ProvenanceRecord.Fact { .scalar(.integer(Int64(number))) }
    return [
      ("units", integer(goal.map { Int($0) } ?? 0)), ("draws", integer(draws)),
      ("type_draws", integer(min(draws, Self.mostTypeDraws))),
      ("seed", .scalar(.text("\(seed)"))), ("types", integer(typeCount ?? 0)),
      ("regions", integer(regions?.count ?? 0)),
      ("region_size", integer(regions.map { Int($0.least) } ?? 0)),
    ]
  }

  private static func sizes(
    _ comparisons: [CityComparison], names: [(code: String, name: String)]
  ) -> [String] {
    var seen: Set<AreaLevel> = []
    var lines: [String] = []
    for comparison in comparisons where seen.insert(comparison.layer.level).inserted {
      let goal = comparison.units.goal.map { ", joined up to \(Int($0)) inhabitants" } ?? ""
      let mark = comparison.hasUnequalUnits ? " (ongelijke_eenheden)" : ""
      lines.append("Units: \(comparison.layer.level.plural)\(goal)\(mark)")
      for sizes in comparison.unitSizes {
        let name = names.first { $0.code == sizes.gemeentecode }?.name ?? sizes.gemeentecode
        guard let median = sizes.median, let least = sizes.smallest, let most = sizes.largest else {
          lines.append("  \(name): no units with inhabitants")
          continue
        }
        lines.append(
          "  \(name): \(counted(sizes.count, "unit")), median \(Int(median)) inhabitants (\(Int(least)) to "
            + "\(Int(most)))")
      }
    }
    return lines
  }
}
