internal import Areas
internal import ArgumentParser
internal import CSV
internal import Geometry
internal import SpatialStatistics
internal import Tables

/// The directions as the command line has them.
enum DirectionName: String, ExpressibleByArgument, CaseIterable { case high, low, both }

struct ScanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Kulldorff's scan statistic: where are more cases than equal risk gives?",
    discussion: """
      EXAMPLE
        wijkzicht statistics scan misdrijven.csv --areas wijkenbuurten_2024.gpkg \\
          --level buurt --column misdrijven --population aantal_inwoners \\
          --out scan.csv
        wijkzicht statistics scan kwartalen.csv --areas wijkenbuurten_2024.gpkg \\
          --column misdrijven --population aantal_inwoners --period kwartaal \\
          --adjust-time --out scan.csv

      Windows are circles around the centroid of each area, with --period also over some of the \
      periods. --population is a column of the table or of the areas. Areas without population or \
      figure are left out, and told. A secondary cluster shares no area with those before it; its p is \
      that of the largest ratio of each replicate, on the safe side.

      It describes the periods that were given, and nothing after them. Recorded crime follows \
      enforcement: a cluster of recorded crime is a cluster of recording as well.
      WORK FILE: it inherits the class of its input and is readable by you alone. AUDIENCE: intern when \
      the counts are of points or not open.
      """)

  @OptionGroup var options: ClusterOptions
  @Option(help: "The areas: a CBS GeoPackage, or GeoJSON files of one level each.")
  var areas: [String]
  @OptionGroup var own: StatisticsAreas
  @Option(help: "The column with the number of cases.") var column: String
  @Option(help: "The column with the population at risk, in the table or else of the areas.")
  var population: String = "aantal_inwoners"
  @Option(help: "The column with periods (2024, 2024-H1, 2024-Q3), for clusters in space and time.")
  var period: String?
  @Option(
    parsing: .unconditional, help: "The largest share of the population in a window, at most 0.5.")
  var maxShare: Double = 0.5
  @Option(
    parsing: .unconditional, help: "The most periods of a window; half of them when left out.")
  var maxPeriods: Int?
  @Option(help: "high: more cases than expected; low: fewer; both.")
  var direction: DirectionName = .high
  @Flag(
    help: "Expect in each period the cases that it had, so that a rise everywhere is no cluster.")
  var adjustTime = false
  @Option(parsing: .unconditional, help: "The number of Monte Carlo replicates.")
  var replicates: Int = 999
  @Option(parsing: .unconditional, help: "The seed of the replicates: a whole number from 0 on.")
  var seed: UInt64 = 1
  @Option(
    parsing: .unconditional,
    help: "The p up to which a cluster is significant and secondary clusters are given.")
  var alpha: Double = 0.05

  func validate() throws {
    guard alpha > 0, alpha < 1 else {
      throw ValidationError("--alpha \(alpha): a probability between 0 and 1.")
    }
    guard maxPeriods.map({ $0 >= 1 }) ?? true else {
      throw ValidationError("--max-periods \(maxPeriods ?? 0): a number of periods from 1 on.")
    }
    guard maxPeriods == nil || period != nil else {
      throw ValidationError(
        "--max-periods belongs to windows over periods: name their column with --period.")
    }
    guard (1...1_000_000).contains(replicates) else {
      throw ValidationError("--replicates \(replicates): a number from 1 to 1000000.")
    }
  }

  func run() async throws {
    try options.target.check(read: areas + [options.table])
    let input = try ScanInput(self)
    let scanOptions = ScanOptions(
      largestShare: maxShare, longestDuration: maxPeriods,
      direction: ScanOptions.Direction(rawValue: direction.rawValue)!,
      adjustsForTime: adjustTime, replicates: replicates, seed: seed, largestP: alpha,
      tasks: try Processors.tasks(options.target.jobs))
    for line in input.remarks { Terminal.error(line) }
    let result: ScanResult
    do {
      let data = try ScanData(
        x: input.x, y: input.y, cases: input.cases, population: input.population,
        periodCount: input.table.periodCount)
      result = try await ScanStatistic.run(data, options: scanOptions)
    } catch let error as ScanError {
      throw ClusterProblem.scan(error, codes: input.kept.map { input.table.codes[$0] })
    }
    Terminal.error(
      "\(counted(result.windowCount, "window")), \(counted(replicates, "replicate")), direction \(direction.rawValue)."
    )
    let significant = result.clusters.count { $0.p <= alpha }
    let smallest = 1 / Double(replicates + 1)
    Terminal.error(
      smallest > alpha
        ? "No p can reach \(ResultText.number(alpha)), because the smallest that \(replicates) replicates "
          + "can give is \(ResultText.number(smallest)). Take more --replicates."
        : significant == 0
          ? "No window differs more than chance gives at \(ResultText.number(alpha))."
          : "\(significant) \(significant == 1 ? "cluster" : "clusters") at "
            + "\(ResultText.number(alpha)).")
    try options.target.write(ScanReport(input, result, alpha: alpha).bytes)
  }
}

/// What is scanned: the areas with cases and population, and where they lie.
struct ScanInput {
  let table: LongTable
  /// The areas that are scanned, as places in the codes of the table.
  let kept: [Int]
  /// Why an area is not; `ok` when it is.
  let status: [String]
  let x: [Double]
  let y: [Double]
  let cases: [Int]
  let population: [Double]
  let remarks: [String]

  init(_ command: ScanCommand) throws {
    let options = command.options
    let file = try CSVFile(path: options.table)
    let ownPopulation = file.header.contains(command.population)
    let columns =
      [(command.column, "--column")] + (ownPopulation ? [(command.population, "--population")] : [])
    let table = try LongTable(
      options, ownCode: command.own.code, columns: columns, period: command.period, file: file)
    let layer = try command.own.layer(
      of: command.areas, level: options.level,
      figureNames: ownPopulation ? [] : [command.population])
    let figures = ownPopulation ? nil : layer.figures(named: command.population)
    if !ownPopulation, figures == nil {
      throw NamedColumns.Problem.missing(
        path: options.table, column: command.population, option: "--population",
        known: file.columnNames)
    }
    var status: [String] = []
    var kept: [Int] = []
    var (x, y, cases, population) = ([Double](), [Double](), [Int](), [Double]())
    var casesWithout = 0
    for (place, code) in table.codes.enumerated() {
      guard let ordinal = layer.ordinal(of: code),
        let point = layer.areas[ordinal].geometry.centroid
      else {
        status.append("buiten_de_gebieden")
        continue
      }
      var ownCases: [Int] = []
      var people: [Double] = []
      var isMissing = false
      for period in 0..<table.periodCount {
        let cell = table.cell(0, area: place, period: period)
        guard let number = cell?.figure.number else {
          isMissing = true
          break
        }
        guard number >= 0 else {
          throw ClusterProblem.negative(path: table.path, row: cell!.row, column: command.column)
        }
        guard let whole = Int(exactly: number) else {
          throw ClusterProblem.notWhole(path: table.path, row: cell!.row, column: command.column)
        }
        ownCases.append(whole)
        let own = ownPopulation ? table.cell(1, area: place, period: period) : nil
        let figure = ownPopulation ? own?.figure : figures?.figures[ordinal]
        let count = figure?.number ?? 0
        guard count >= 0 else {
          if let own {
            throw ClusterProblem.negative(
              path: table.path, row: own.row, column: command.population)
          }
          isMissing = true
          break
        }
        people.append(count)
      }
      if isMissing {
        status.append("geen_gegevens")
      } else if people.allSatisfy({ $0 == 0 }) {
        casesWithout += ownCases.reduce(0, +)
        status.append("geen_bevolking")
      } else {
        status.append("ok")
        kept.append(place)
        x.append(point.x)
        y.append(point.y)
        cases += ownCases
        population += people
      }
    }
    let unknown = status.count { $0 == "buiten_de_gebieden" }
    guard unknown * 2 <= table.codes.count else {
      throw ClusterProblem.otherAreas(
        path: table.path, unknown: unknown, of: table.codes.count)
    }
    let missing = status.count { $0 == "geen_gegevens" }
    guard missing * 2 <= table.codes.count else {
      throw ClusterProblem.mostMissing(
        path: table.path, missing: missing, of: table.codes.count, level: options.level)
    }
    self.table = table
    self.status = status
    self.kept = kept
    (self.x, self.y, self.cases, self.population) = (x, y, cases, population)
    var remarks = [
      "\(kept.count) of \(counted(table.codes.count, "area")) \(kept.count == 1 ? "has" : "have") cases and "
        + "population, \(counted(cases.reduce(0, +), "case"))."
    ]
    for (word, sentence) in [
      ("geen_gegevens", "left out without a figure"),
      ("geen_bevolking", "left out without population, with \(casesWithout) cases"),
      ("buiten_de_gebieden", "left out that are not among --areas"),
    ] {
      let count = status.count { $0 == word }
      if count > 0 { remarks.append("  \(count) \(sentence)") }
    }
    self.remarks = remarks
  }
}

/// The result of a scan as a table: a row per area.
struct ScanReport {
  private(set) var bytes: [UInt8] = []

  init(_ input: ScanInput, _ result: ScanResult, alpha: Double) {
    let table = input.table
    let width = table.periodCount
    func sum<T: AdditiveArithmetic>(_ values: [T], _ area: Int) -> T {
      values[area * width..<(area + 1) * width].reduce(.zero, +)
    }
    let total = Double(input.cases.reduce(0, +)) / input.population.reduce(0, +)
    var clusterOf: [Int: Int] = [:]
    for (number, cluster) in result.clusters.enumerated() {
      for area in cluster.areas { clusterOf[input.kept[area]] = number }
    }
    let scanned = Dictionary(uniqueKeysWithValues: zip(input.kept, input.kept.indices))
    bytes.append(
      record: [
        "code", "waarde", "bevolking", "verwacht", "verhouding", "vensters", "cluster",
        "cluster_gebieden", "cluster_van", "cluster_tot", "cluster_waarde", "cluster_verwacht",
        "relatief_risico", "llr", "p", "p_gumbel", "label", "status",
      ], dialect: table.dialect)
    for (place, code) in table.codes.enumerated() {
      guard let area = scanned[place] else {
        let empty = [String](repeating: "", count: 15)
        bytes.append(record: [code] + empty + ["", input.status[place]], dialect: table.dialect)
        continue
      }
      let cases = sum(input.cases, area)
      let people = sum(input.population, area)
      let expected = people * total
      var fields = [
        code, "\(cases)", ResultText.number(people), ResultText.number(expected),
        ResultText.number(Double(cases) / expected), "\(result.windowCount)",
      ]
      if let number = clusterOf[place] {
        let cluster = result.clusters[number]
        let periods = table.periods
        fields += [
          "\(number + 1)", "\(cluster.areas.count)",
          periods.isEmpty ? "" : periods[cluster.periods.lowerBound].text,
          periods.isEmpty ? "" : periods[cluster.periods.upperBound - 1].text,
          "\(cluster.cases)", ResultText.number(cluster.expected),
          cluster.relativeRisk.isFinite ? ResultText.number(cluster.relativeRisk) : "",
          ResultText.number(cluster.logLikelihoodRatio), ResultText.number(cluster.p),
          ResultText.number(cluster.gumbelP),
          cluster.p > alpha
            ? "niet_significant" : cluster.isHigh ? "cluster_hoog" : "cluster_laag",
        ]
      } else {
        fields += [String](repeating: "", count: 10) + ["niet_significant"]
      }
      bytes.append(record: fields + ["ok"], dialect: table.dialect)
    }
  }
}
