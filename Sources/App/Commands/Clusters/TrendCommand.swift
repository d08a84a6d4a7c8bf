internal import ArgumentParser
internal import CSV
internal import SpatialStatistics
internal import Tables

struct TrendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Mann-Kendall and Sen's slope: in which areas did a figure rise or fall?",
    discussion: """
      EXAMPLE
        wijkzicht statistics trend misdrijven.csv --level buurt \\
          --column misdrijven --period jaar --out trend.csv
        wijkzicht statistics trend kwartalen.csv --column misdrijven \\
          --period kwartaal --seasons --out trend.csv

      A row per area and period; a period without a row is missing, never zero. p is exact up to 33 \
      values. The test takes values to be independent: with quarters use --seasons, and be careful where \
      'autocorrelatie' passes 'autocorrelatie_grens'.

      It describes the periods that were given, and nothing after them. Recorded crime follows \
      enforcement.
      WORK FILE: it inherits the class of its input and is readable by you alone.
      """)

  @OptionGroup var options: ClusterOptions
  @Option(help: "The column with the figure.") var column: String
  @Option(help: "The column with periods: 2024, 2024-H1 or 2024-Q3.") var period: String
  @Flag(help: "Compare only the same quarters, or half years, of different years.")
  var seasons = false
  @Option(
    parsing: .unconditional, help: "The false discovery rate up to which an area gets a label.")
  var alpha: Double = 0.05

  func validate() throws {
    guard alpha > 0, alpha < 1 else {
      throw ValidationError("--alpha \(alpha): a rate between 0 and 1.")
    }
  }

  func run() async throws {
    try options.target.check(read: [options.table])
    _ = try Processors.tasks(options.target.jobs)
    let table = try LongTable(options, columns: [(column, "--column")], period: period)
    let least = MannKendall.fewestValues
    guard table.periods.count >= least else {
      throw ClusterProblem.fewPeriods(path: table.path, count: table.periods.count, least: least)
    }
    let series = table.codes.indices.map { area in
      table.periods.indices.map { table.cell(0, area: area, period: $0)?.figure.number }
    }
    let seasonCount = seasons ? table.periods[0].countPerYear : 1
    let tests = MannKendall.areas(series, seasons: seasonCount)
    let done = tests.map { try? $0.get() }
    guard done.contains(where: { $0 != nil }) || tests.contains(.failure(.constant)) else {
      throw ClusterProblem.nothingToTest(path: table.path, areas: tests.count)
    }
    let adjusted = FalseDiscoveryRate.benjaminiHochberg.adjusted(done.map { $0?.p })
    let count = done.count { $0 != nil }
    var text: [UInt8] = []
    text.append(
      record: [
        "code", "perioden", "van", "tot", "helling", "helling_laag", "helling_hoog", "tau", "s",
        "toetsen", "z", "p", "p_fdr", "toets", "autocorrelatie", "autocorrelatie_grens", "label",
        "status",
      ], dialect: table.dialect)
    var rising = 0
    var falling = 0
    for (area, code) in table.codes.enumerated() {
      let present = series[area].indices.filter { series[area][$0] != nil }
      let head = [
        code, "\(present.count)", present.first.map { table.periods[$0].text } ?? "",
        present.last.map { table.periods[$0].text } ?? "",
      ]
      switch tests[area] {
      case .failure(let failure):
        text.append(
          record: head + [String](repeating: "", count: 13) + [Self.status(failure)],
          dialect: table.dialect)
      case .success(let test):
        let isSignificant = adjusted[area].map { $0 <= alpha } ?? false
        let label =
          !isSignificant || test.score == 0
          ? "niet_significant" : test.score > 0 ? "stijgend" : "dalend"
        rising += label == "stijgend" ? 1 : 0
        falling += label == "dalend" ? 1 : 0
        text.append(
          record: head + [
            ResultText.number(test.slope), ResultText.number(test.slopeInterval?.lowerBound),
            ResultText.number(test.slopeInterval?.upperBound), ResultText.number(test.tau),
            "\(test.score)", "\(count)", ResultText.number(test.z), ResultText.number(test.p),
            ResultText.number(adjusted[area]), test.isExact ? "exact" : "normaal",
            ResultText.number(test.autocorrelation), ResultText.number(test.autocorrelationLimit),
            label, "ok",
          ], dialect: table.dialect)
      }
    }
    Terminal.error(
      "\(count) of \(counted(tests.count, "area")) tested over \(table.periods[0].text) to "
        + "\(table.periods[table.periods.count - 1].text), two-sided.")
    let smallest = series.indices.lazy.filter { done[$0] != nil }.map { area in
      MannKendall.smallestP(
        counts: (0..<seasonCount).map { season in
          series[area].enumerated().count { $0 % seasonCount == season && $1 != nil }
        })
    }.min()
    Terminal.error(
      rising + falling == 0
        ? Self.nothing(tests: count, smallest: smallest ?? 1, alpha: alpha)
        : "\(rising) rising and \(falling) falling at a false discovery rate of "
          + "\(ResultText.number(alpha)).")
    let dependent = done.count { test in
      guard let test, let own = test.autocorrelation else { return false }
      return abs(own) > test.autocorrelationLimit
    }
    if dependent > 0 {
      Terminal.error(
        "\(counted(dependent, "area has", "areas have")) values that depend on the one "
          + "before; there p is too small.")
    }
    try options.target.write(text)
  }

  /// That no area rises or falls, or that with so few periods none could be seen to.
  private static func nothing(tests: Int, smallest: Double, alpha: Double) -> String {
    let limit = ResultText.number(alpha)
    let least = ResultText.short(smallest)
    guard tests > 0 else { return "No area has values that differ, so there is nothing to test." }
    let none =
      "No area rises or falls more than chance gives, at a false discovery rate of \(limit)"
    guard
      let needed = FalseDiscoveryRate.benjaminiHochberg.needed(
        ofSmallest: smallest, tests: tests, alpha: alpha)
    else { return none + "." }
    return needed > tests
      ? "No p can reach \(limit), because the smallest that so few periods can give is \(least). Give more "
        + "periods."
      : none
        + ", but the smallest p that so few periods can give is \(least), and fewer than \(needed) areas "
        + "with it are not enough. Give more periods."
  }

  private static func status(_ failure: MannKendall.Failure) -> String {
    switch failure {
    case .tooFewValues: "te_weinig_perioden"
    case .constant: "constant"
    case .notFinite, .tooLarge: "geen_gegevens"
    case .seasons: "te_weinig_jaren"
    }
  }
}
