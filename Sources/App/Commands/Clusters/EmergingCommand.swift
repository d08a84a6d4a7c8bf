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
        wijkzicht statistics emerging gi_per_kwartaal.csv --period kwartaal --z z --p p_fdr \\
          --out emerging.csv

      The table holds for each area and period the z of Gi* and its p adjusted for many tests, the \
      results of 'statistics hotspots' per period under each other. Labels: nieuwe, opeenvolgende, \
      toenemende, aanhoudende, afnemende, sporadische, wisselende, historische hotspot or coldspot, and \
      geen_patroon. Hot and cold follow the same rules. An area that lacks a period is left out, and told.

      It describes the periods that were given, and nothing after them. Recorded crime follows \
      enforcement.
      WORK FILE: it inherits the class of its input and is readable by you alone.
      """)

  @OptionGroup var options: ClusterOptions
  @Option(help: "The column with periods: 2024, 2024-H1 or 2024-Q3.") var period: String
  @Option(help: "The column with z-values of Gi*.") var z: String = "z"
  @Option(help: "The column with their p-values, two-sided and adjusted.") var p: String = "p_fdr"
  @Option(help: "A period is a hot or cold spot up to this p.") var alpha: Double = 0.05
  @Option(help: "The z-values rise or fall up to this p of Mann and Kendall's test.")
  var trendAlpha: Double = 0.05

  func validate() throws {
    for (name, value) in [("--alpha", alpha), ("--trend-alpha", trendAlpha)] {
      guard value > 0, value < 1 else {
        throw ValidationError("\(name) \(value): a probability between 0 and 1.")
      }
    }
  }

  func run() async throws {
    try options.target.check(read: [options.table])
    _ = try Processors.tasks(options.target.jobs)
    let table = try LongTable(options, columns: [(z, "--z"), (p, "--p")], period: period)
    let least = MannKendall.fewestValues
    guard table.periods.count >= least else {
      throw ClusterProblem.fewPeriods(path: table.path, count: table.periods.count, least: least)
    }
    var text: [UInt8] = []
    text.append(
      record: [
        "code", "perioden", "hot_perioden", "cold_perioden", "laatste_z", "tau_z", "p_tau", "label",
        "status",
      ], dialect: table.dialect)
    var counts: [String: Int] = [:]
    var left = 0
    for (area, code) in table.codes.enumerated() {
      let bins = try table.periods.indices.compactMap { period -> EmergingHotSpots.Bin? in
        guard let z = table.cell(0, area: area, period: period)?.figure.number,
          let cell = table.cell(1, area: area, period: period), let p = cell.figure.number
        else { return nil }
        guard (0...1).contains(p) else {
          throw ClusterProblem.notProbability(path: table.path, row: cell.row, column: self.p)
        }
        return EmergingHotSpots.Bin(z: z, p: p)
      }
      guard bins.count == table.periods.count else {
        left += 1
        text.append(
          record: [code, "\(bins.count)", "", "", "", "", "", "", "ontbrekende_periode"],
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
    try options.target.write(text)
    Terminal.error(
      "\(table.codes.count - left) areas over \(table.periods[0].text) to "
        + "\(table.periods[table.periods.count - 1].text).")
    if left > 0 { Terminal.error("  \(left) left out that lack a period") }
    for (label, count) in counts.sorted(by: { $0.key < $1.key }) {
      Terminal.error("  \(count) \(label)")
    }
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
