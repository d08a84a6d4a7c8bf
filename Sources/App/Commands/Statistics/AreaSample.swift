internal import Areas
internal import CSV
internal import Geometry
internal import Indicators
internal import SpatialStatistics
internal import Study
internal import Tables

/// The areas of a table that have all figures, and the graph of their neighbours.
struct AreaSample {
  /// The codes of all rows of the table that are areas, ascending.
  let codes: [String]
  /// For each, why it has no figures; nil when it has.
  let missing: [MissingReason?]
  /// Those that have all figures and, unless islands stay, neighbours: places in ``codes``.
  let kept: [Int]
  /// The figures of those, by column.
  let values: [[Double]]
  /// The graph of those.
  let weights: SpatialWeights
  /// The same as the option makes it, before it has a style.
  let unstyled: SpatialWeights
  /// The style of ``weights``: the one asked for, or that in which no weight is lost.
  let style: WeightStyle
  /// How the fields of the table are separated; what is written has the same.
  let dialect: CSVDialect
  private let allValues: [Double?]
  /// What a person should know of it.
  let remarks: [String]

  /// The codes of what is kept.
  var keptCodes: [String] { kept.map { codes[$0] } }

  /// The first figure of a row of the table, kept or not.
  func value(of place: Int) -> Double? { allValues[place] }

  init(
    table: StatisticsTable, layer: AreaLayer, options: NeighbourOptions, style: WeightStyle?
  ) throws {
    var rows: [(area: Int, row: Int)] = []
    rows.reserveCapacity(table.codes.count)
    var unknown: [String] = []
    var seen = [Bool](repeating: false, count: layer.areas.count)
    for (row, code) in table.codes.enumerated() {
      guard let area = layer.ordinal(of: code) else {
        unknown.append(code)
        continue
      }
      guard !seen[area] else { throw StatisticsProblem.twice(path: table.path, code: code) }
      seen[area] = true
      rows.append((area, row))
    }
    // A table of the whole country with the areas of some cities is in order.
    let areMostUnknown = unknown.count * 2 > table.codes.count
    if areMostUnknown && rows.count * 2 < layer.areas.count || rows.isEmpty {
      throw StatisticsProblem.otherAreas(
        path: table.path, unknown: unknown.count, of: table.codes.count,
        example: unknown.min() ?? "none")
    }
    rows.sort { $0.area < $1.area }
    codes = rows.map { layer.areas[$0.area].code }
    let missing = rows.map { place -> MissingReason? in
      table.figures.lazy.compactMap { figures in
        figures[place.row].number == nil ? figures[place.row].reason ?? .secret : nil
      }.first
    }
    self.missing = missing
    let complete = rows.indices.filter { missing[$0] == nil }
    let reasons = MissingReason.allCases.compactMap { reason -> String? in
      let count = missing.count { $0 == reason }
      return count > 0 ? "\(count) (\(reason.wordsInTable.en))" : nil
    }.joined(separator: ", ")
    if complete.count * 2 < rows.count {
      throw StatisticsProblem.mostMissing(
        missing: rows.count - complete.count, of: rows.count, reasons: reasons,
        level: layer.level)
    }
    var remarks: [String] = []
    remarks.append(
      "\(complete.count) of \(counted(rows.count, "area")) \(complete.count == 1 ? "has" : "have") figures"
        + (reasons.isEmpty ? "." : ". Left out: \(reasons)."))
    if !unknown.isEmpty {
      remarks.append(
        "\(counted(unknown.count, "code")) of the table "
          + "\(unknown.count == 1 ? "is" : "are") not among the areas and left out.")
    }
    let areas = complete.map { layer.areas[rows[$0].area] }
    let graph = try WeightsOption(options.weights, snap: options.snap).graph(areas)
    let islands = graph.islands
    let kept: [Int]
    let unstyled: SpatialWeights
    switch options.islands {
    case .keep:
      kept = complete
      unstyled = graph
    case .nearest:
      kept = complete
      unstyled = islands.isEmpty ? graph : graph.attachingIslands(try WeightsOption.sites(areas))
    case .leaveOut:
      let linked = areas.indices.filter { !graph.weights(of: $0).allSatisfy { $0 == 0 } }
      kept = linked.map { complete[$0] }
      unstyled = islands.isEmpty ? graph : graph.restricted(to: linked)
    }
    self.kept = kept
    dialect = table.dialect
    allValues = rows.map { table.figures[0][$0.row].number }
    self.unstyled = unstyled
    let chosen = style ?? unstyled.ownStyle
    self.style = chosen
    weights = unstyled.styled(chosen)
    values = table.figures.map { figures in kept.map { figures[rows[$0].row].number! } }
    remarks.append(
      "Neighbours: \(options.weights), style \(chosen.rawValue), \(counted(unstyled.linkCount, "link")), "
        + counted((unstyled.components.max() ?? -1) + 1, "component")
        + ", \(islands.count) without neighbours"
        + (islands.isEmpty ? "." : " (\(options.islands.words))."))
    if chosen == .binary, !unstyled.isBinary {
      remarks.append("Style B: each neighbour counts 1, whatever its weight; raw keeps weights.")
    }
    self.remarks = remarks
  }
}
