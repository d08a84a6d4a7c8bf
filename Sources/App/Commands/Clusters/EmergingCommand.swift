internal import Areas
internal import ArgumentParser
internal import CSV
internal import SpatialStatistics
internal import Tables

struct EmergingCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emerging",
    abstract: "Emerging hot spots: what became of hot and cold spots over the periods?",
    discussion: """
      EXAMPLE
        wijkzicht statistics emerging kwartalen.csv \\
          --areas wijkenbuurten_2024.gpkg --column per_1000 --period kwartaal \\
          --out emerging.csv
        wijkzicht statistics emerging gi_per_kwartaal.csv --period kwartaal --z z \\
          --p p_fdr --out emerging.csv

      With --areas and --column the Gi* of each period is computed, its p from z and adjusted by the \
      false discovery rate within the period. Without them the table holds z and adjusted p for each \
      area and period: results of 'statistics hotspots' under each other. Labels: nieuwe, opeenvolgende, \
      toenemende, aanhoudende, afnemende, sporadische, wisselende, historische hotspot or coldspot, and \
      geen_patroon. Hot and cold follow the same rules. An area that lacks a period is left out, and told.

      It describes the periods that were given, and nothing after them. Recorded crime follows \
      enforcement.
      WORK FILE: it inherits the class of its input and is readable by you alone.
      """)

  @OptionGroup var options: ClusterOptions
  @Option(help: "The column with periods: 2024, 2024-H1 or 2024-Q3.") var period: String
  @Option(help: "The areas, to compute Gi* with --column.") var areas: [String] = []
  @OptionGroup var own: StatisticsAreas
  @Option(help: "The column with the figure of which Gi* is computed.") var column: String?
  @Option(help: "With --areas: who is a neighbour, as for 'statistics hotspots'.")
  var weights: String = "queen"
  @Option(help: "The column with z-values of Gi*.") var z: String = "z"
  @Option(help: "The column with their p-values, two-sided and adjusted.") var p: String = "p_fdr"
  @Option(parsing: .unconditional, help: "A period is a hot or cold spot up to this p.") var alpha:
    Double = 0.05
  @Option(
    parsing: .unconditional,
    help: "The z-values rise or fall up to this p of Mann and Kendall's test.")
  var trendAlpha: Double = 0.05

  func validate() throws {
    for (name, value) in [("--alpha", alpha), ("--trend-alpha", trendAlpha)] {
      guard value > 0, value < 1 else {
        throw ValidationError("\(name) \(value): a probability between 0 and 1.")
      }
    }
    guard areas.isEmpty == (column == nil) else {
      throw ValidationError("--areas and --column belong together: Gi* of a column needs both.")
    }
  }

  func run() async throws {
    try options.target.check(read: areas + [options.table])
    _ = try Processors.tasks(options.target.jobs)
    let columns = column.map { [($0, "--column")] } ?? [(z, "--z"), (p, "--p")]
    let table = try LongTable(options, ownCode: own.code, columns: columns, period: period)
    let least = MannKendall.fewestValues
    guard table.periods.count >= least else {
      throw ClusterProblem.fewPeriods(path: table.path, count: table.periods.count, least: least)
    }
    let histories = column == nil ? try given(table) : try await computed(table)
    var text: [UInt8] = []
    text.append(
      record: [
        "code", "perioden", "hot_perioden", "cold_perioden", "laatste_z", "tau_z", "p_tau", "label",
        "status",
      ], dialect: table.dialect)
    var counts: [String: Int] = [:]
    var left = 0
    for (area, code) in table.codes.enumerated() {
      guard let bins = histories[area].bins else {
        left += 1
        text.append(
          record: [code] + [String](repeating: "", count: 7) + [histories[area].status],
          dialect: table.dialect)
        continue
      }
      let spots = try EmergingHotSpots(bins, level: alpha, trendLevel: trendAlpha)
      let trend = try? spots.trend.get()
      let label = spots.pattern?.word ?? "geen_patroon"
      counts[label, default: 0] += 1
      text.append(
        record: [
          code, "\(bins.count)", "\(spots.hotCount)", "\(spots.coldCount)",
          ResultText.number(bins.last?.z), ResultText.number(trend?.tau),
          ResultText.number(trend?.p), label, "ok",
        ], dialect: table.dialect)
    }
    Terminal.error(
      "\(counted(table.codes.count - left, "area")) over \(table.periods[0].text) to "
        + "\(table.periods[table.periods.count - 1].text).")
    if left > 0 {
      Terminal.error("  \(left) left out: a period, a neighbour or the area is not there")
    }
    for (label, count) in counts.sorted(by: { $0.key < $1.key }) {
      Terminal.error("  \(count) \(label)")
    }
    try options.target.write(text)
  }
}

/// The periods of an area, or why they cannot be judged.
private struct History {
  var bins: [EmergingHotSpots.Bin]?
  var status = "ok"
}

extension EmergingCommand {
  /// The z and p that the table holds.
  private func given(_ table: LongTable) throws -> [History] {
    let histories = try table.codes.indices.map { area in
      var bins: [EmergingHotSpots.Bin] = []
      for period in table.periods.indices {
        guard let z = table.cell(0, area: area, period: period)?.figure.number,
          let cell = table.cell(1, area: area, period: period), let p = cell.figure.number
        else { return History(status: "ontbrekende_periode") }
        guard (0...1).contains(p) else {
          throw ClusterProblem.notProbability(path: table.path, row: cell.row, column: self.p)
        }
        bins.append(EmergingHotSpots.Bin(z: z, p: p))
      }
      return History(bins: bins)
    }
    try requireMost(histories, of: table)
    return histories
  }

  /// Refuses a table of which most areas lack a period.
  private func requireMost(_ histories: [History], of table: LongTable) throws {
    let missing = histories.count { $0.status == "ontbrekende_periode" }
    guard missing * 2 <= histories.count else {
      throw ClusterProblem.mostMissing(
        path: table.path, missing: missing, of: histories.count, level: options.level)
    }
  }

  /// Gi* of each period over the areas that have a figure in all.
  private func computed(_ table: LongTable) async throws -> [History] {
    let layer = try own.layer(of: areas, level: options.level)
    var histories = table.codes.map { code in
      History(status: layer.ordinal(of: code) == nil ? "buiten_de_gebieden" : "ok")
    }
    let unknown = histories.count { $0.status != "ok" }
    // A table of the whole country with the areas of some cities is in order.
    let areFew = (table.codes.count - unknown) * 2 < layer.areas.count
    guard unknown * 2 <= table.codes.count || !areFew else {
      throw ClusterProblem.otherAreas(path: table.path, unknown: unknown, of: table.codes.count)
    }
    var values: [[Double]] = []
    var kept: [Int] = []
    for area in table.codes.indices where histories[area].status == "ok" {
      let series = table.periods.indices.compactMap {
        table.cell(0, area: area, period: $0)?.figure.number
      }
      guard series.count == table.periods.count else {
        histories[area].status = "ontbrekende_periode"
        continue
      }
      values.append(series)
      kept.append(area)
    }
    try requireMost(histories, of: table)
    let linked = try WeightsOption(weights, snap: 0)
      .graph(kept.map { layer.areas[layer.ordinal(of: table.codes[$0])!] })
    // As 'statistics hotspots' does: who has no neighbours does not count in the mean either.
    let mainland = kept.indices.filter { linked.weights(of: $0).contains { $0 != 0 } }
    for place in kept.indices { histories[kept[place]].status = "geen_buren" }
    kept = mainland.map { kept[$0] }
    values = mainland.map { values[$0] }
    let codes = kept.map { table.codes[$0] }
    let graph = linked.restricted(to: mainland).includingSelf()
    var bins = [[EmergingHotSpots.Bin]](repeating: [], count: kept.count)
    for period in table.periods.indices {
      let result: LocalAssociation
      do throws(StatisticsError) {
        result = try await LocalAssociation.localG(values.map { $0[period] }, graph)
      } catch {
        throw StatisticsProblem.statistic(error, codes: codes)
      }
      let adjusted = FalseDiscoveryRate.benjaminiHochberg.adjusted(result.normalP())
      for place in kept.indices {
        guard let z = result.z[place], let p = adjusted[place] else { continue }
        bins[place].append(EmergingHotSpots.Bin(z: z, p: p))
      }
    }
    for (place, area) in kept.enumerated() where bins[place].count == table.periods.count {
      histories[area] = History(bins: bins[place])
    }
    return histories
  }
}

extension EmergingPattern {
  /// The pattern as files have it.
  var word: String {
    let adjective =
      switch category {
      case .new: "nieuwe"
      case .consecutive: "opeenvolgende"
      case .intensifying: "toenemende"
      case .persistent: "aanhoudende"
      case .diminishing: "afnemende"
      case .sporadic: "sporadische"
      case .oscillating: "wisselende"
      case .historical: "historische"
      }
    return "\(adjective)_\(isHot ? "hotspot" : "coldspot")"
  }
}
